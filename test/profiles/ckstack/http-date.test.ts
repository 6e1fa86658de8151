import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asctimeDate, imfFixdate, rfc850Date } from '../../../src/profiles/ckstack/http-date.js';

// the example of RFC 9110 section 5.6.7
const EXAMPLE = new Date(784111777000);

test('the three forms are those of the standard', () => {
  assert.equal(imfFixdate(EXAMPLE), 'Sun, 06 Nov 1994 08:49:37 GMT');
  assert.equal(rfc850Date(EXAMPLE), 'Sunday, 06-Nov-94 08:49:37 GMT');
  assert.equal(asctimeDate(EXAMPLE), 'Sun Nov  6 08:49:37 1994');
});

test('a day of two digits has no blank in asctime, a year of this century two digits in RFC 850', () => {
  const date = new Date('2026-01-15T00:00:00Z');
  assert.equal(asctimeDate(date), 'Thu Jan 15 00:00:00 2026');
  assert.equal(rfc850Date(date), 'Thursday, 15-Jan-26 00:00:00 GMT');
});

test('IMF-fixdate is what JavaScript calls the UTC string, for every year of four digits', () => {
  const within = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(within, (date) => assert.equal(imfFixdate(date), date.toUTCString())));
});

test('dates that four digits cannot hold are refused', () => {
  for (const date of [
    new Date(Number.NaN),
    new Date('+010000-01-01T00:00:00Z'),
    new Date('-000001-01-01T00:00:00Z'),
  ]) {
    for (const form of [imfFixdate, rfc850Date, asctimeDate]) assert.throws(() => form(date), RangeError);
  }
});
