import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutgoingRequest } from '../../src/exchange/exchange.js';
import { Courier } from '../../src/run/courier.js';
import { NotChecked } from '../../src/run/not-checked.js';
import type { SkipCause } from '../../src/verify/verdict.js';
import { esignonRefusal, esignonRequest, esignonSuccess, withFacts } from '../verify/sample-exchanges.js';
import { FakeSender, type Reply } from './fake-sender.js';

const GOOD: Reply = { body: esignonSuccess() };
const REFUSED: Reply = { body: esignonRefusal() };
const ACCOUNT = 'esignon acme mina@example.com';
const valid = esignonRequest();
const wrong = withFacts({ ...valid, label: 'a wrong login' }, { valid: false });

/** A courier that does not wait, and the target it sends to. */
function courierTo(
  reply: (request: OutgoingRequest, at: number) => Reply,
  maxFailedLogins = 3,
  waits = [0, 0],
) {
  const target = new FakeSender(reply);
  return { target, courier: new Courier(target, {}, maxFailedLogins, waits) };
}

/** Holds that a promise is rejected as not checked, and for which cause. */
async function notChecked(promise: Promise<unknown>, cause: SkipCause, message: RegExp): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof NotChecked, String(error));
    assert.equal(error.skipCause, cause);
    assert.match(error.message, message);
    return true;
  });
}

describe('an answer', () => {
  test('is read by the rules of its profile', async () => {
    const { courier } = courierTo(() => GOOD);
    const judged = await courier.send(valid);
    assert.equal(judged.isAccepted, true);
    assert.equal(courier.sent, 1);
    assert.deepEqual([courier.cutOff, courier.throttled], [null, false]);
  });
});

describe('a target that cannot be reached', () => {
  for (const kind of ['refused', 'unresolved', 'unreachable', 'tls'] as const) {
    test(`${kind}: is tried again, then the run is cut off`, async () => {
      const { courier, target } = courierTo(() => kind);
      await notChecked(courier.send(valid), 'unanswered', new RegExp(`cannot be reached: it was ${kind}`));
      assert.equal(target.sent.length, 3);
      await notChecked(courier.send(valid), 'cut-off', /the run was cut off/);
      assert.equal(target.sent.length, 3, 'nothing is sent any more');
    });
  }

  test('that comes back is not', async () => {
    const { courier } = courierTo((_, at) => (at < 2 ? 'refused' : GOOD));
    assert.equal((await courier.send(valid)).isAccepted, true);
    assert.equal(courier.cutOff, null);
  });
});

describe('a request without an answer', () => {
  for (const kind of ['reset', 'timeout'] as const) {
    test(`${kind}: is sent once more`, async () => {
      const { courier, target } = courierTo((_, at) => (at === 0 ? kind : GOOD));
      assert.equal((await courier.send(valid)).isAccepted, true);
      assert.equal(target.sent.length, 2);
    });
  }

  test('counts as what it is when it gets none again', async () => {
    const { courier, target } = courierTo(() => 'reset');
    const judged = await courier.send(valid);
    assert.equal(judged.exchange.failure?.kind, 'reset');
    assert.equal(target.sent.length, 2);
  });

  test('is not sent again when it is a large one, which may be refused so', async () => {
    const { courier, target } = courierTo(() => 'reset');
    await courier.send({ ...valid, body: Buffer.alloc(20_000) });
    assert.equal(target.sent.length, 1);
  });

  test('five in a row, and the target counts as gone', async () => {
    const { courier, target } = courierTo(() => 'timeout');
    for (let at = 0; at < 5; at += 1) await courier.send(valid);
    assert.match(courier.cutOff ?? '', /5 requests in a row got no answer/);
    await notChecked(courier.send(valid), 'cut-off', /5 requests in a row/);
    assert.equal(target.sent.length, 10);
  });

  test('four in a row and an answer, and it does not', async () => {
    const { courier } = courierTo((_, at) => (at % 9 === 8 ? GOOD : 'timeout'));
    for (let at = 0; at < 10; at += 1) await courier.send(valid);
    assert.equal(courier.cutOff, null);
  });

  for (const kind of ['too-large', 'not-http', 'bad-encoding'] as const) {
    test(`an answer that cannot be read (${kind}) is judged, not sent again`, async () => {
      const { courier, target } = courierTo(() => kind);
      assert.equal((await courier.send(valid)).isAccepted, false);
      assert.equal(target.sent.length, 1);
    });
  }
});

describe('a target that throttles', () => {
  test('HTTP 429 leaves the request unchecked', async () => {
    const { courier } = courierTo(() => ({ status: 429, body: '' }));
    await notChecked(courier.send(valid), 'throttled', /HTTP 429 after 1 attempts/);
    assert.equal(courier.throttled, true);
    assert.equal(courier.cutOff, null);
  });

  test('HTTP 503 to a valid login does too', async () => {
    const { courier, target } = courierTo(() => ({ status: 503 }));
    await notChecked(courier.send(valid), 'throttled', /HTTP 503/);
    assert.equal(target.sent.length, 1);
  });

  test('HTTP 503 to anything else does when everything gets it', async () => {
    const { courier, target } = courierTo(() => ({ status: 503 }));
    await notChecked(courier.send(wrong), 'throttled', /HTTP 503/);
    assert.deepEqual(
      target.sent.map(({ method, body }) => [method, body === null]),
      [
        ['POST', false],
        ['OPTIONS', true],
      ],
    );
  });

  test('HTTP 503 to one request alone is a server error', async () => {
    const { courier } = courierTo(({ method }) => (method === 'OPTIONS' ? { status: 404 } : { status: 503 }));
    const judged = await courier.send(wrong);
    assert.equal(judged.exchange.answer?.status, 503);
    assert.equal(courier.throttled, false);
  });
});

describe('a run that is cut off', () => {
  test('sends nothing any more, and keeps its first reason', async () => {
    const { courier, target } = courierTo(() => GOOD);
    courier.cut('it was interrupted');
    courier.cut('another reason');
    await notChecked(courier.send(valid), 'cut-off', /^the run was cut off: it was interrupted$/);
    await courier.settle();
    assert.equal(target.sent.length, 0);
  });

  test('an exchange that was cancelled cuts it off', async () => {
    const { courier } = courierTo(() => 'cancelled');
    await notChecked(courier.send(valid), 'cut-off', /it was interrupted/);
    assert.equal(courier.cutOff, 'it was interrupted');
  });
});

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
  const spendAll = async (courier: Courier, count: number) => {
    const restore = async () => (await courier.send(valid)).isAccepted;
    const spent = Array.from({ length: count }, () => courier.spend(ACCOUNT, async () => wrong, restore));
    return Promise.allSettled(spent);
  };

  for (const mute of [false, true]) {
    test(`never lock an account that bears the budget${mute ? ', lost answers counted' : ''}`, async () => {
      const { courier } = courierTo(locking(4, mute), 3);
      const results = await spendAll(courier, 20);
      assert.ok(results.every(({ status }) => status === 'fulfilled'));
      await courier.settle();
      assert.equal((await courier.send(valid)).isAccepted, true);
    });
  }

  test('lock one that bears less, which leaves the rest unchecked', async () => {
    const { courier } = courierTo(locking(2), 3);
    const results = await spendAll(courier, 6);
    assert.equal(results[0]?.status, 'fulfilled');
    const last = results.at(-1);
    assert.ok(last?.status === 'rejected' && last.reason instanceof NotChecked);
  });

  test('the account is left with a good login as its last', async () => {
    const { courier, target } = courierTo(({ facts }) => (facts?.valid ? GOOD : REFUSED));
    await spendAll(courier, 2);
    assert.equal(target.labels.at(-1), 'a wrong login');
    await courier.settle();
    assert.deepEqual(target.labels, ['a wrong login', 'a wrong login', 'a valid login']);
  });

  test('accounts do not wait for each other', async () => {
    const { courier, target } = courierTo(() => REFUSED, 1);
    await courier.spend('one', async () => wrong, null);
    await courier.spend('other', async () => wrong, null);
    assert.equal(target.sent.length, 2);
  });

  test('a sequence begins after a good login, and its exchanges are counted', async () => {
    const { courier, target } = courierTo(({ facts }) => (facts?.valid ? GOOD : REFUSED));
    const restore = async () => (await courier.send(valid)).isAccepted;
    await courier.spend(ACCOUNT, async () => wrong, restore);
    const last = await courier.sequence(ACCOUNT, restore, async (inner) => {
      await inner.send(wrong);
      const judged = await inner.send(valid);
      return { judged, accepted: judged.isAccepted };
    });
    assert.equal(last.judged.isAccepted, true);
    assert.deepEqual(target.labels, ['a wrong login', 'a valid login', 'a wrong login', 'a valid login']);
    assert.equal(courier.sent, 4);
  });

  test('what happens in a sequence is known outside of it', async () => {
    const { courier } = courierTo(() => ({ status: 429 }));
    await notChecked(
      courier.exclusive((inner) => inner.send(valid)),
      'throttled',
      /429/,
    );
    assert.equal(courier.throttled, true);
    const gone = courierTo(() => 'cancelled').courier;
    await notChecked(
      gone.exclusive((inner) => inner.send(valid)),
      'cut-off',
      /interrupted/,
    );
    assert.equal(gone.cutOff, 'it was interrupted');
  });
});
