import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseHttpDate } from '../../src/provider/ckstack/http-date.js';

const NOW = new Date('2026-03-04T05:06:07Z');

const READ: readonly [text: string, instant: string][] = [
  ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37Z'],
  ['Wed Nov 16 08:49:37 1994', '1994-11-16T08:49:37Z'],
  ['Tue, 29 Feb 2028 00:00:00 GMT', '2028-02-29T00:00:00Z'],
  ['Sat, 31 Dec 2016 23:59:60 GMT', '2017-01-01T00:00:00Z'],
  ['Wednesday, 04-Mar-76 00:00:00 GMT', '2076-03-04T00:00:00Z'],
  ['Friday, 04-Mar-77 00:00:00 GMT', '1977-03-04T00:00:00Z'],
];

const NOT_READ = [
  '',
  'now',
  'sun, 06 nov 1994 08:49:37 gmt',
  'Sun, 6 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 94 08:49:37 GMT',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 06 Nov 1994 08:49:37 UTC',
  'Sun, 06 Nov 1994 08:49:37 +0000',
  'Sun, 06 Nov 1994 24:00:00 GMT',
  'Sun, 06 Nov 1994 08:60:00 GMT',
  'Sun, 06 Nov 1994 08:49:61 GMT',
  'Mon, 30 Feb 2026 08:49:37 GMT',
  'Mon, 06 Nov 1994 08:49:37 GMT',
  'Sun, 00 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 0094 08:49:37 GMT',
  'Sun, 06-Nov-94 08:49:37 GMT',
  'Sun Nov 06 08:49:37 GMT 1994',
  ' Sun, 06 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 08:49:37 GMT\n',
  '1994-11-06T08:49:37Z',
];

describe('parseHttpDate', () => {
  for (const [text, instant] of READ) {
    test(`reads ${text}`, () => {
      assert.equal(parseHttpDate(text, NOW)?.getTime(), Date.parse(instant));
    });
  }
  for (const text of NOT_READ) {
    test(`does not read ${JSON.stringify(text)}`, () => {
      assert.equal(parseHttpDate(text, NOW), undefined);
    });
  }
  test('reads what toUTCString writes', () => {
    assert.equal(parseHttpDate(NOW.toUTCString(), NOW)?.getTime(), NOW.getTime());
  });
});
