import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateForm } from '../../../../src/profiles/ckstack/arbitraries/http-date-form.js';

/** What a clock shows at noon of GMT. */
const CLOCKS: Readonly<Record<string, string>> = { '+0900': '21', KST: '21', PST: '04' };

test('an H-Date in another zone shows the clock of that zone, so that only its form is wrong', () => {
  const now = new Date('2026-05-06T12:00:00Z');
  const zoned = new Map(
    fc
      .sample(dateForm, { numRuns: 1000, seed: 7 })
      .flatMap(({ words, format }): [string, string | null][] => {
        const [, zone] = /^H-Date in the time zone (.+)$/.exec(words) ?? [];
        return zone === undefined ? [] : [[zone, format(now)]];
      }),
  );
  assert.deepEqual([...zoned.keys()].sort(), ['+0000', '+00:00', '+0900', 'KST', 'PST', 'UTC', 'Z']);
  for (const [zone, text] of zoned) {
    assert.equal(text, `Wed, 06 May 2026 ${CLOCKS[zone] ?? '12'}:00:00 ${zone}`);
  }
});
