import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { equivalentLogin } from '../../../../src/profiles/login/arbitraries/equivalent-login.js';
import { BASE_REQUESTS } from './support/base-requests.js';
import { withoutUnknown } from './support/known-members.js';
import { parsedByEngine, parsedByLibrary, textOf } from './support/parsers.js';

describe('an equivalent encoding', () => {
  for (const [family, base, document] of BASE_REQUESTS) {
    test(`of ${family} is the same request to two parsers`, () => {
      fc.assert(
        fc.property(equivalentLogin, ({ body }) => {
          const text = textOf(body(base).bytes);
          assert.ok(text !== null, 'no UTF-8');
          for (const parsed of [parsedByEngine(text), parsedByLibrary(text)]) {
            assert.ok(parsed.ok, text);
            assert.deepEqual(withoutUnknown(parsed.value, document), document, text);
          }
        }),
        { numRuns: 500 },
      );
    });
  }

  test('is mostly one that MUST be accepted: three of four have nothing that a document does not name', () => {
    const made = fc.sample(equivalentLogin, { numRuns: 1_000, seed: 1 });
    const plain = made.filter(({ body, headers }) => {
      const { words } = body(BASE_REQUESTS[0][1]);
      return !words.some((word) => word.includes('unknown')) && headers.contentType === 'application/json';
    });
    assert.ok(plain.length > 700 && plain.length < 820, `${plain.length} of 1000`);
  });

  test('says what was done, and names no secret', () => {
    const words = fc
      .sample(equivalentLogin, { numRuns: 300, seed: 2 })
      .flatMap(({ body, headers }) => [...body(BASE_REQUESTS[0][1]).words, ...headers.words]);
    for (const kind of [
      'members in another order',
      'white space',
      'escapes in',
      'letter case',
      'unknown member',
      'charset',
    ])
      assert.ok(
        words.some((word) => word.includes(kind)),
        kind,
      );
    assert.ok(words.every((word) => !word.includes('Mossy')));
  });

  test('has every kind of white space, escape and header name', () => {
    const made = fc.sample(equivalentLogin, { numRuns: 500, seed: 3 });
    const bodies = made.map(({ body }) => Buffer.from(body(BASE_REQUESTS[0][1]).bytes).toString());
    for (const pattern of [/\{\t/, /\r/, /[:,]\n/, /\\u0040/, /\\u006[DF]/, /\\u006[df]/, /\\\//, /"\\u0068/])
      assert.ok(
        bodies.some((body) => pattern.test(body)),
        String(pattern),
      );
    const names = new Set(made.map(({ headers }) => headers.nameCase('Content-Type')));
    assert.ok(names.has('content-type') && names.has('CONTENT-TYPE') && names.size > 4, [...names].join());
  });
});
