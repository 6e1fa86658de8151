import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ExchangeTally } from '../../src/engine/exchange-tally.js';
import { answered, esignonRequest } from '../profiles/login/sample-exchanges.js';
import { redacted } from '../redaction/redacted.js';

const EXCHANGE = redacted(answered(esignonRequest(), {}));

describe('the exchanges of a run', () => {
  const tallied = (resent: number, total: number, how: object) => {
    const tally = new ExchangeTally();
    for (let at = 0; at < total; at += 1) tally.note(at < resent ? { ...EXCHANGE, ...how } : EXCHANGE);
    return tally;
  };

  test('are counted, whatever became of them', () => {
    assert.equal(tallied(5, 100, { attempts: 3 }).count, 100);
  });

  test('sent again once in a while are worth no word', () => {
    assert.deepEqual(tallied(2, 100, { attempts: 2 }).warnings, []);
  });

  for (const [how, resent] of [
    [{ attempts: 2 }, 3],
    [{ attempts: 3 }, 6],
    [{ retryable: true }, 3],
  ] as const) {
    test(`sent again often are told of: ${JSON.stringify(how)}`, () => {
      const [warning] = tallied(3, 100, how).warnings;
      assert.match(warning ?? '', new RegExp(`^${resent} requests were sent again: `));
    });
  }
});
