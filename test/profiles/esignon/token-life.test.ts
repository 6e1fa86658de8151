import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inFuture, livesDays } from '../../../src/profiles/esignon/expire-date.js';

const at = (text: string) => Date.parse(text);

describe('in the future', () => {
  const now = at('2027-06-15T12:00:00Z');
  const cases: readonly (readonly [value: string, future: boolean])[] = [
    ['2027-06-15T12:00:00.001Z', true],
    ['2027-06-15T12:00:00Z', false],
    ['2027-06-15T21:00:01+09:00', true],
    ['2027-06-15T20:59:59+09:00', false],
    // still ahead at UTC-12
    ['2027-06-15 00:00:01', true],
    ['2027-06-15 00:00:00', false],
    ['2027-06-15', true],
    ['2027-06-14', false],
    ['1813060801', true],
    ['1813060800', false],
    ['1813060800001', true],
    ['2027-02-30', false],
    ['never', false],
  ];
  for (const [value, future] of cases) {
    test(`${value} ${future ? 'is' : 'is not'}`, () => assert.equal(inFuture(value, now), future));
  }
  test('in a further format', () => {
    assert.equal(inFuture('16 JUN 2027', now, 'dd MMM yyyy'), true);
    assert.equal(inFuture('16 JUN 2027', now), false);
  });
});

describe('29 to 31 days ahead', () => {
  const now = at('2027-06-01T12:00:00Z');
  const cases: readonly (readonly [value: string, lives: boolean])[] = [
    ['2027-07-01T12:00:00Z', true],
    ['2027-06-30T12:00:00Z', true],
    ['2027-06-30T11:59:59Z', false],
    ['2027-07-02T12:00:00Z', true],
    ['2027-07-02T12:00:01Z', false],
    ['2027-07-01', true],
    ['2027-06-29', false],
    ['2027-07-04', false],
    ['2027-06-30 00:00:00', true],
    ['2027-06-29 23:59:59', false],
    ['2027-07-03 02:00:00', true],
    ['2027-07-03 02:00:01', false],
    ['2027-06-04T12:00:00Z', false],
    ['2028-07-01T12:00:00Z', false],
    ['never', false],
  ];
  for (const [value, lives] of cases) {
    test(`${value} ${lives ? 'is' : 'is not'}`, () => assert.equal(livesDays(value, now, 29, 31), lives));
  }
});
