import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  oddTransactionId,
  transactionId,
} from '../../../../src/profiles/ckstack/arbitraries/transaction-id.js';
import { sentTid } from '../../../../src/profiles/ckstack/oracle/sent-tid.js';

const tidOf = (path: string) => sentTid({ path, headers: [], body: new Uint8Array() });

describe('a transaction id', () => {
  test('is one that must come back to the character', () => {
    fc.assert(
      fc.property(transactionId, ({ encoded }) => {
        assert.deepEqual(tidOf(`/token?tid=${encoded}`), { kind: 'text', text: decodeURIComponent(encoded) });
        assert.match(encoded, /^[!-~]+$/);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is sometimes 65 to 256 characters long, sometimes not ASCII', () => {
    const made = fc
      .sample(transactionId, { numRuns: 1_000, seed: 1 })
      .map(({ encoded }) => decodeURIComponent(encoded));
    const lengths = made.map((text) => text.length);
    assert.ok(lengths.filter((length) => length > 64).length > 200);
    assert.equal(Math.max(...lengths), 256);
    assert.ok(made.filter((text) => /[^ -~]/.test(text)).length > 200);
  });

  test('that is odd is left open', () => {
    fc.assert(fc.property(oddTransactionId, ({ encoded }) => tidOf(`/token?tid=${encoded}`).kind === 'open'));
  });

  for (const [path, kind] of [
    ['/token', 'none'],
    ['/token?other=1', 'none'],
    ['/token?mytid=1', 'none'],
    ['/token?tid=', 'open'],
    ['/token?tid', 'open'],
    ['/token?tid=a&tid=b', 'open'],
    ['/token?tid=a+b', 'open'],
    ['/token?tid=a%00', 'open'],
    ['/token?tid=%FF', 'open'],
    ['/token?other=1&tid=a%26b', 'text'],
  ] as const) {
    test(`${path}: ${kind}`, () => assert.equal(tidOf(path).kind, kind));
  }
});
