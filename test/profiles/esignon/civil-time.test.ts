import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DAY,
  dayOfDate,
  dayOfOrdinal,
  HOUR,
  instantsOf,
  MINUTE,
  offsetOf,
} from '../../../src/profiles/esignon/civil-time.js';

test('a day of a month is none of another month, nor of another year', () => {
  assert.equal(dayOfDate(1970, 1, 2), DAY);
  for (const day of [0, 32, 366, -364]) assert.equal(dayOfDate(1970, 1, day), null, String(day));
});

test('the days of a year are counted from 1', () => {
  assert.equal(dayOfOrdinal(1970, 1), 0);
  assert.equal(dayOfOrdinal(1970, 365), 364 * DAY);
  for (const ordinal of [0, 366]) assert.equal(dayOfOrdinal(1970, ordinal), null);
});

test('an offset has up to 59 minutes, from -12:00 to +14:00', () => {
  assert.equal(offsetOf('Z'), 0);
  assert.equal(offsetOf('z'), 0);
  assert.equal(offsetOf('+05:59'), 5 * HOUR + 59 * MINUTE);
  assert.equal(offsetOf('+14:00'), 14 * HOUR);
  assert.equal(offsetOf('-1200'), -12 * HOUR);
  assert.equal(offsetOf('\u221203:30'), -(3 * HOUR + 30 * MINUTE));
  for (const text of ['+05:60', '\u221212:01', '+14:01', '-12:01']) assert.equal(offsetOf(text), null, text);
});

test('a day alone with an offset is that day there', () => {
  assert.deepEqual(instantsOf(DAY, null, '+09:00'), { from: 15 * HOUR, to: 15 * HOUR + DAY - 1 });
});
