import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printable } from '../../src/text/printable.js';

describe('printable', () => {
  for (const [text, shown] of [
    ['plain, 한국어, 日本語, é, 😀', 'plain, 한국어, 日本語, é, 😀'],
    ['a\nb\r\n   c', 'a b c'],
    ['\u0000\u001b\u007f\u0085', '\\u0000\\u001b\\u007f\\u0085'],
    ['\u2028\u202e\u200b\ufeff', '\\u2028\\u202e\\u200b\\ufeff'],
    ['\ud800a', '\\ud800a'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(printable(text), shown));
  }

  it('is cut to its limit, never through a pair', () => {
    assert.equal(printable('abcdef', 6), 'abcdef');
    assert.equal(printable('abcdefg', 6), 'abcde…');
    assert.equal(printable('abcd😀😀', 6), 'abcd…');
    assert.equal(printable('\u0000\u0000', 6), '\\u000…');
    assert.equal(printable(' \n'.repeat(100_000), 6).length <= 6, true);
  });
});
