import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { byteFault } from '../../../../src/profiles/login/arbitraries/byte-fault.js';
import { readRequestText } from '../../../../src/profiles/login/oracle/request-text.js';
import { BASE_REQUESTS } from './support/base-requests.js';
import { parsedByEngine, parsedByLibrary, textOf } from './support/parsers.js';

describe('a login malformed in its bytes', () => {
  for (const [family, base] of BASE_REQUESTS) {
    test(`of ${family} is refused by two parsers, or recognised as JSON`, () => {
      fc.assert(
        fc.property(byteFault, (fault) => {
          const { bytes } = fault(base);
          const marked = textOf(bytes);
          const text = marked?.replace(/^\ufeff/, '') ?? null;
          const read = readRequestText(bytes);
          const parsed = text === null ? [] : [parsedByEngine(text), parsedByLibrary(text)];
          assert.equal(new Set(parsed.map(({ ok }) => ok)).size, text === null ? 0 : 1, 'the parsers differ');
          const isJson = parsed[0]?.ok ?? false;
          assert.equal(read !== null && read.faults.length === 0, isJson, JSON.stringify(text));
          if (isJson) assert.equal(read?.open.includes('byte order mark'), marked !== text);
        }),
        { numRuns: 2_000 },
      );
    });
  }

  test('is mostly malformed indeed', () => {
    const made = fc.sample(byteFault, { numRuns: 2_000, seed: 1 });
    const malformed = made.filter(
      (fault) => readRequestText(fault(BASE_REQUESTS[0][1]).bytes)?.faults.length !== 0,
    );
    assert.ok(malformed.length > 1_300, `${malformed.length} of 2000`);
  });

  test('is of every kind', () => {
    const made = fc.sample(byteFault, { numRuns: 2_000, seed: 2 }).map((fault) => fault(BASE_REQUESTS[0][1]));
    const words = made.flatMap((one) => one.words);
    for (const kind of [
      'cut off after byte',
      'flipped',
      'inserted',
      'doubled',
      'left out',
      'overlong',
      'lone continuation',
      'CESU-8',
      'UTF-16LE',
      'UTF-16BE with a BOM',
      '"\ufeffx" before the start',
      '"\\u0000" after the end',
      'comment',
      'single quotes',
      'NaN',
      '007',
      '\\"open',
      'never closed',
      'as the whole',
    ])
      assert.ok(
        words.some((word) => word.includes(kind)),
        kind,
      );
    const deepest = Math.max(...words.map((word) => Number(/^(\d+) nested arrays/.exec(word)?.[1] ?? 0)));
    assert.ok(deepest > 1_900 && deepest <= 2_000, String(deepest));
  });
});
