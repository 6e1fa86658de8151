import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as tick } from 'node:timers/promises';
import fc from 'fast-check';
import { LockoutGuard } from '../../src/engine/lockout-guard.js';
import { NotChecked } from '../../src/errors/not-checked.js';

/** An account that counts failed logins in a row, as a target may before it locks the account. */
class Account {
  inARow = 0;
  worst = 0;
  underWay = 0;
  mostUnderWay = 0;

  async login(accepted: boolean): Promise<{ accepted: boolean }> {
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    await tick();
    this.underWay -= 1;
    this.inARow = accepted ? 0 : this.inARow + 1;
    this.worst = Math.max(this.worst, this.inARow);
    return { accepted };
  }
}

type Kind = 'accepted' | 'refused' | 'lost';

/** What becomes of a login; `lost`: the target refused it, but its answer never came. */
async function perform(account: Account, kind: Kind): Promise<{ accepted: boolean }> {
  const outcome = await account.login(kind === 'accepted');
  if (kind === 'lost') throw new NotChecked('throttled', 'no answer');
  return outcome;
}

const kinds = fc.constantFrom<Kind>('accepted', 'refused', 'lost');
const budgets = fc.integer({ min: 1, max: 5 });

describe('the budget of failed logins of an account', () => {
  test('whatever comes of the logins, no more fail in a row, and none is under way with another', async () => {
    await fc.assert(
      fc.asyncProperty(budgets, fc.array(kinds, { maxLength: 40 }), async (max, logins) => {
        const [lane, account] = [new LockoutGuard(max), new Account()];
        const restore = async () => (await account.login(true)).accepted;
        await Promise.allSettled(
          logins.map((kind) => lane.runFailing(() => perform(account, kind), restore)),
        );
        assert.ok(account.worst <= max, `${account.worst} failed in a row, ${max} are allowed`);
        assert.ok(account.mostUnderWay <= 1);
        await lane.drain(restore);
        assert.equal(account.inARow, 0);
      }),
      { numRuns: 150 },
    );
  });

  test('sequences between them keep to it, and begin with no failed login behind', async () => {
    const works = fc.array(fc.oneof(kinds, fc.array(kinds, { minLength: 1, maxLength: 3 })), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(works, async (all) => {
        const max = 3;
        const [lane, account] = [new LockoutGuard(max), new Account()];
        const restore = async () => (await account.login(true)).accepted;
        const sequence = async (part: readonly Kind[]) => {
          assert.equal(account.inARow, 0, 'failed logins stand behind the sequence');
          let last = { accepted: false };
          for (const kind of part) last = await perform(account, kind);
          return last;
        };
        const done = await Promise.allSettled(
          all.map((work) =>
            typeof work === 'string'
              ? lane.runFailing(() => perform(account, work), restore)
              : lane.runReserved(() => sequence(work), restore),
          ),
        );
        for (const one of done) {
          if (one.status === 'rejected') assert.ok(one.reason instanceof NotChecked, String(one.reason));
        }
        assert.ok(account.worst <= max);
        assert.ok(account.mostUnderWay <= 1);
      }),
      { numRuns: 150 },
    );
  });

  test('what a login gives is given back, its error too', async () => {
    const lane = new LockoutGuard(3);
    const outcome = { accepted: true, answer: 'x' };
    assert.equal(await lane.runFailing(async () => outcome, null), outcome);
    const error = new Error('broken');
    await assert.rejects(
      lane.runFailing(async () => Promise.reject(error), null),
      (reason) => reason === error,
    );
    assert.equal((await lane.runFailing(async () => outcome, null)).answer, 'x');
  });

  test('an account that has no good login spends its budget once', async () => {
    const [lane, account] = [new LockoutGuard(2), new Account()];
    const spend = () => lane.runFailing(() => account.login(false), null);
    await spend();
    await spend();
    await assert.rejects(spend, (error) => {
      assert.ok(error instanceof NotChecked);
      assert.equal(error.skipCause, 'precondition');
      assert.match(error.message, /budget of 2 failed logins is spent/);
      return true;
    });
    assert.equal(account.worst, 2);
  });

  test('an account that does not log in any more gets no further failed login', async () => {
    const [lane, account] = [new LockoutGuard(1), new Account()];
    const spend = () =>
      lane.runFailing(
        () => account.login(false),
        async () => (await account.login(false)).accepted,
      );
    await spend();
    await assert.rejects(spend, /does not log in any more/);
  });

  test('a refused login that was meant to succeed counts', async () => {
    const [lane, account] = [new LockoutGuard(2), new Account()];
    let restored = 0;
    const restore = async () => {
      restored += 1;
      return (await account.login(true)).accepted;
    };
    lane.countFailure();
    await lane.runFailing(() => account.login(false), restore);
    assert.equal(restored, 0);
    await lane.runFailing(() => account.login(false), restore);
    assert.equal(restored, 1);
  });

  test('an account without failed logins is left as it is', async () => {
    const lane = new LockoutGuard(3);
    let restored = 0;
    await lane.drain(async () => {
      restored += 1;
      return true;
    });
    assert.equal(restored, 0);
  });

  test('that an account cannot be settled is no error; a fault of the suite is', async () => {
    const lane = new LockoutGuard(1);
    lane.countFailure();
    await lane.drain(async () => false);
    await assert.rejects(
      lane.drain(async () => {
        throw new TypeError('a fault');
      }),
      TypeError,
    );
  });
});

describe('an account whose good login is refused', () => {
  const ACCEPTED = { accepted: true };
  const FAILED = { accepted: false };
  /** A guard of an account that logged in, and then failed so often, a good login between rows. */
  async function after(rows: readonly number[], max = 2): Promise<LockoutGuard> {
    const guard = new LockoutGuard(max);
    guard.noteGoodLogin();
    for (const [at, row] of rows.entries()) {
      if (at > 0) await guard.confirm(async () => true);
      for (let times = 0; times < row; times += 1)
        await guard.runFailing(
          async () => FAILED,
          async () => true,
        );
    }
    return guard;
  }

  test('may be locked only once it has logged in and failed', async () => {
    const guard = new LockoutGuard(2);
    assert.equal(guard.mayBeLocked, false);
    await guard.runFailing(async () => ACCEPTED, null);
    assert.equal(guard.mayBeLocked, false);
    guard.noteGoodLogin();
    assert.equal(guard.mayBeLocked, true);
  });

  for (const [what, rows, survived, isWithinBudget] of [
    ['no more failed than the budget has', [2], undefined, true],
    ['no more failed in all, in two rows', [1, 1], undefined, true],
    ['as many failed in a row as it is known to survive', [2, 1], 2, false],
    ['as many failed in a row as nobody tried', [2, 1], undefined, false],
    ['more failed in a row than it is known to survive', [1, 1, 2], 1, true],
  ] as const) {
    test(`${what}: ${isWithinBudget ? 'locked within the budget' : 'by a counter of its own'}`, async () => {
      const guard = await after(rows);
      const lockout = guard.lock('esignon.user', 'esignon-login', survived);
      assert.equal(lockout.isWithinBudget, isWithinBudget);
      assert.match(lockout.reason, /^the account of esignon\.user seems locked after .*--max-failed-logins/);
      assert.deepEqual(guard.lockout, lockout);
    });
  }

  test('refusals of logins that were meant to succeed do not make it more than the budget', async () => {
    const guard = await after([2]);
    for (let times = 0; times < 5; times += 1) guard.countFailure();
    assert.equal(guard.lock('esignon.user', 'esignon-login', undefined).isWithinBudget, true);
  });

  test('gets nothing any more', async () => {
    const guard = await after([2]);
    guard.lock('esignon.user', 'esignon-login', 2);
    const refused = /seems locked/;
    await assert.rejects(
      guard.runFailing(async () => FAILED, null),
      refused,
    );
    await assert.rejects(
      guard.runReserved(
        async () => ACCEPTED,
        async () => true,
      ),
      refused,
    );
    await assert.rejects(
      guard.confirm(async () => true),
      refused,
    );
    await guard.drain(async () => assert.fail('it is left alone'));
  });
});
