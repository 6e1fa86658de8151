import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { holdsToken, memberPaths, membersOf, stringIn } from '../../../src/profiles/login/json-answer.js';
import { normaliseMessage } from '../../../src/profiles/login/normalised-message.js';
import { readJson } from '../../../src/text/json-answer.js';

describe('a string in a text that is no JSON', () => {
  const rows: readonly (readonly [text: string, found: string | undefined])[] = [
    ['{"code":"10"', '10'],
    ["{'code':'10'}", '10'],
    ['x "code" \n : \t "10" x', '10'],
    ['{"code":""', undefined],
    ['{"code":10', undefined],
    ['{"code":"1\\u0030"', undefined],
    ['{"my_code":"10"', undefined],
    ['{code:"10"', undefined],
    [`{"code":"${'x'.repeat(40)}"`, 'x'.repeat(40)],
    [`{"code":"${'x'.repeat(41)}"`, undefined],
    ['', undefined],
  ];
  for (const [text, found] of rows) {
    test(`${text}: ${found}`, () => assert.equal(stringIn(text, 'code'), found));
  }
});

describe('the text of an answer', () => {
  test('is kept where it is no JSON, and read as far as it is UTF-8', () => {
    const read = (body: Uint8Array) => readJson(body);
    assert.deepEqual(read(Buffer.from('<p>')), { ok: false, why: 'the body is not JSON', text: '<p>' });
    assert.deepEqual(read(Buffer.from([0x61, 0xff, 0x62])), {
      ok: false,
      why: 'the body is not UTF-8',
      text: 'a\ufffdb',
    });
    assert.deepEqual(read(new Uint8Array()), { ok: false, why: 'the body is empty', text: '' });
  });

  test('shows a token that stands under its own name alone, with something in it', () => {
    const holds = (text: string) => holdsToken(readJson(Buffer.from(text)));
    assert.equal(holds('"token" \t:\n "t" cut'), true);
    assert.equal(holds('{"token":"" cut'), false);
    assert.equal(holds('{"csrf_token":"t" cut'), false);
    assert.equal(holds('{"\\u0074oken":""}'), false);
    assert.equal(holds('{"\\u0074oken":["t"]}'), false);
    assert.equal(holds('{"\\u0074okens":"t"}'), false);
  });
});

describe('the parts of a JSON value', () => {
  test('every one, with the name that it has', () => {
    const parts = [...membersOf({ a: [1, { b: null }], c: 'x' })].map(
      ({ name, value }) => `${name} ${JSON.stringify(value)}`,
    );
    assert.deepEqual(
      parts.sort(),
      [
        'a [1,{"b":null}]',
        'b null',
        'c "x"',
        'null 1',
        'null {"b":null}',
        'null {"a":[1,{"b":null}],"c":"x"}',
      ].sort(),
    );
    assert.deepEqual([...membersOf(undefined)], [{ name: null, value: undefined }]);
  });

  test('their paths in one order', () => {
    assert.deepEqual(memberPaths({ b: 1, a: [[{ c: null }]] }), [
      '/a/[]/[]/c: null',
      '/a/[]/[]: object',
      '/a/[]: array',
      '/a: array',
      '/b: number',
    ]);
    assert.deepEqual(memberPaths(null), []);
  });
});

describe('what is left of a message', () => {
  const rows: readonly (readonly [message: unknown, left: string])[] = [
    ['  wrong  ', 'wrong'],
    ['mina@example.com: wrong, mina@example.com', ': wrong,'],
    ['try 3 of 12', 'try  of'],
    ['ref 7f3a-9c1e, wrong', 'ref , wrong'],
    ['ref 0x7FA9', 'ref'],
    ['ref 0X7fa9', 'ref'],
    ['오류E1', '오류'],
    ['E401x', 'Ex'],
    ['a bad cafe', 'a bad cafe'],
    ['undefined is wrong', 'undefined is wrong'],
    ['ref 12-ab-cd, ab-12', 'ref ,'],
    ['cafe-bad-1', ''],
    ['-7-', '--'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{ a: 1 }, '{"a":1}'],
    [12, '12'],
  ];
  for (const [message, left] of rows) {
    test(`${JSON.stringify(message)}: ${JSON.stringify(left)}`, () =>
      assert.equal(normaliseMessage(message, ['mina@example.com', undefined, '']), left));
  }
});
