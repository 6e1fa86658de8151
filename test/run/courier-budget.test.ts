import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutgoingRequest } from '../../src/exchange/exchange.js';
import type { Courier } from '../../src/run/courier.js';
import { NotChecked } from '../../src/run/not-checked.js';
import { esignonRefusal } from '../verify/sample-exchanges.js';
import type { Reply } from './fake-sender.js';
import { ACCOUNT, courierTo, GOOD, notChecked, REFUSED, valid, wrong } from './sample-courier.js';

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
