import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TargetSession } from '../../src/engine/target-session.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import { esignonRefusal } from '../profiles/login/sample-exchanges.js';
import type { Reply } from './fake-sender.js';
import { ACCOUNT, GOOD, notChecked, REFUSED, sessionWith, valid, wrong } from './sample-session.js';

describe('failed logins', () => {
  /** A target that locks the account for good after so many failed logins in a row. */
  const locking = (limit: number, mute = false) => {
    let inARow = 0;
    return ({ facts }: OutgoingRequest): Reply => {
      if (facts?.valid && inARow < limit) {
        inARow = 0;
        return GOOD;
      }
      inARow += 1;
      if (inARow >= limit) return { body: esignonRefusal('99') };
      return mute && inARow % 2 === 1 ? 'reset' : REFUSED;
    };
  };
  const spendAll = async (session: TargetSession, count: number) => {
    const restore = async () => (await session.send(valid)).isAccepted;
    const spent = Array.from({ length: count }, () =>
      session.runFailing(ACCOUNT, async () => wrong, restore),
    );
    return Promise.allSettled(spent);
  };

  for (const mute of [false, true]) {
    test(`never lock an account that bears the budget${mute ? ', lost answers counted' : ''}`, async () => {
      const { session } = sessionWith(locking(4, mute), 3);
      const results = await spendAll(session, 20);
      assert.ok(results.every(({ status }) => status === 'fulfilled'));
      await session.drain();
      assert.equal((await session.send(valid)).isAccepted, true);
    });
  }

  test('lock one that bears less, which leaves the rest unchecked', async () => {
    const { session } = sessionWith(locking(2), 3);
    const results = await spendAll(session, 6);
    assert.equal(results[0]?.status, 'fulfilled');
    const last = results.at(-1);
    assert.ok(last?.status === 'rejected' && last.reason instanceof NotChecked);
  });

  test('the account is left with a good login as its last', async () => {
    const { session, target } = sessionWith(({ facts }) => (facts?.valid ? GOOD : REFUSED));
    await spendAll(session, 2);
    assert.equal(target.labels.at(-1), 'a wrong login');
    await session.drain();
    assert.deepEqual(target.labels, ['a wrong login', 'a wrong login', 'a valid login']);
  });

  test('accounts do not wait for each other', async () => {
    const { session, target } = sessionWith(() => REFUSED, 1);
    await session.runFailing('one', async () => wrong, null);
    await session.runFailing('other', async () => wrong, null);
    assert.equal(target.sent.length, 2);
  });

  test('a sequence begins after a good login', async () => {
    const { session, target } = sessionWith(({ facts }) => (facts?.valid ? GOOD : REFUSED));
    const restore = async () => (await session.send(valid)).isAccepted;
    await session.runFailing(ACCOUNT, async () => wrong, restore);
    const last = await session.runReserved(ACCOUNT, restore, async (inner) => {
      await inner.send(wrong);
      const evaluated = await inner.send(valid);
      return { evaluated, accepted: evaluated.isAccepted };
    });
    assert.equal(last.evaluated.isAccepted, true);
    assert.deepEqual(target.labels, ['a wrong login', 'a valid login', 'a wrong login', 'a valid login']);
  });

  test('what happens in a sequence is known outside of it', async () => {
    const { session } = sessionWith(() => ({ status: 429 }));
    await notChecked(
      session.exclusive((inner) => inner.send(valid)),
      'throttled',
      /429/,
    );
    assert.equal(session.throttled, true);
    const gone = sessionWith(() => 'cancelled').session;
    await notChecked(
      gone.exclusive((inner) => inner.send(valid)),
      'cut-off',
      /interrupted/,
    );
    assert.equal(gone.cutOff, 'it was interrupted');
  });
});
