import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearest } from '../../src/text/nearest.js';
import { quote } from '../../src/text/quote.js';

const KNOWN = ['target', 'profile', 'fuzz-runs', 'max-failed-logins', 'list', 'secondUser'];

describe('the nearest name', () => {
  const cases: readonly (readonly [typed: string, expected: string | null])[] = [
    ['target', 'target'],
    ['tagret', 'target'],
    ['traget', 'target'],
    ['targett', 'target'],
    ['profil', 'profile'],
    ['--profiles', 'profile'],
    ['fuzzruns', 'fuzz-runs'],
    ['FUZZ_RUNS', 'fuzz-runs'],
    ['fuzz', 'fuzz-runs'],
    ['max-fail', 'max-failed-logins'],
    ['seconduser', 'secondUser'],
    ['lits', 'list'],
    ['l', null],
    ['x', null],
    ['', null],
    ['browser', null],
    ['a'.repeat(10_000), null],
  ];
  for (const [typed, expected] of cases) {
    test(`to ${JSON.stringify(typed.slice(0, 20))} is ${expected}`, () =>
      assert.equal(nearest(typed, KNOWN), expected));
  }
});

describe('a quoted value', () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['http://x', '"http://x"'],
    ['', '""'],
    ['a\u001b[31m\nb', '"a\\u001b[31m\\u000ab"'],
    ['a\u202eb\u0085', '"a\\u202eb\\u0085"'],
    ['x'.repeat(80), `"${'x'.repeat(80)}"`],
    ['x'.repeat(81), `"${'x'.repeat(80)}…"`],
    ['😀'.repeat(81), `"${'😀'.repeat(80)}…"`],
  ];
  for (const [text, expected] of cases) {
    test(expected.slice(0, 30), () => assert.equal(quote(text), expected));
  }
});
