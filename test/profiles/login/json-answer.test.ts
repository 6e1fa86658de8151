import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { holdsToken, memberPaths, membersOf } from '../../../src/profiles/login/json-answer.js';
import { readJson } from '../../../src/text/json-answer.js';

const read = (text: string) => readJson(Buffer.from(text));

describe('reading an answer', () => {
  test('JSON is read as RFC 8259 has it', () => {
    assert.deepEqual(read(' {"a":[1,"\\u0041"]} '), {
      ok: true,
      value: { a: [1, 'A'] },
      text: ' {"a":[1,"\\u0041"]} ',
    });
  });

  test('what is none has its reason', () => {
    const why = (body: Uint8Array) => {
      const answer = readJson(body);
      return answer.ok ? null : answer.why;
    };
    assert.equal(why(new Uint8Array()), 'the body is empty');
    assert.equal(why(Buffer.from("{'a':1}")), 'the body is not JSON');
    assert.equal(why(Buffer.from('{"a":1,}')), 'the body is not JSON');
    assert.equal(why(Buffer.from([0x22, 0xc0, 0xaf, 0x22])), 'the body is not UTF-8');
    assert.equal(why(Buffer.from('"a"', 'utf16le')), 'the body is not JSON');
  });

  test('nesting as deep as a target likes is walked', () => {
    const depth = 200_000;
    const answer = read(`${'['.repeat(5000)}{"access_token":"t"}${']'.repeat(5000)}`);
    assert.equal(holdsToken(answer), true);
    let deep: unknown = 'end';
    for (let at = 0; at < depth; at += 1) deep = { inner: deep };
    assert.equal([...membersOf(deep)].length, depth + 1);
  });
});

describe('a token in an answer', () => {
  const rows: readonly (readonly [text: string, held: boolean])[] = [
    ['{"body":{"access_token":"t"}}', true],
    ['{"body":{"access_token":""}}', false],
    ['{"body":{"access_token":null}}', false],
    ['{"body":{"access_token":{}}}', false],
    ['{"body":{"access_token":7}}', false],
    ['{"a":[{"b":{"access_token":"t"}}]}', true],
    ['{"access_token":"t","access_token":""}', true],
    ['{"access_token" : "t" broken', true],
    ['{"\\u0061ccess_token":"t"}', true],
    ['{"msg":"access_token"}', false],
    ['{"msg":"no access_token was issued"}', false],
    ['<p>access_token</p>', false],
    ['{"token":"t"}', true],
    ['{"accessToken":"t"}', true],
    ['{"id_token":"t"}', true],
    ['{"JWT":"t"}', true],
    ['{"token_type":"t"}', false],
    ['{"csrf_token":"t"}', false],
    ['{"body":{"detail":"{\\"access_token\\":\\"t\\"}"}}', true],
  ];
  for (const [text, held] of rows) {
    test(`${text}: ${held}`, () => assert.equal(holdsToken(read(text)), held));
  }
});

describe('the members of an answer', () => {
  test('are the same whatever their order and values', () => {
    const one = memberPaths({ a: { b: 1 }, c: [{ d: 1 }, { d: 2 }] });
    assert.deepEqual(one, ['/a/b: number', '/a: object', '/c/[]/d: number', '/c/[]: object', '/c: array']);
    assert.deepEqual(memberPaths({ c: [{ d: 3 }], a: { b: 9 } }), one);
    assert.notDeepEqual(memberPaths({ a: {}, c: [{ d: 1 }] }), one);
    assert.notDeepEqual(memberPaths({ c: [{ d: null }], a: { b: 1 } }), one);
    assert.deepEqual(memberPaths('text'), []);
  });

  test('are told apart far below, at no more than their length in memory', () => {
    const deep = (innermost: unknown) => {
      let value = innermost;
      for (let level = 0; level < 20_000; level += 1) value = { header: value };
      return value;
    };
    const one = memberPaths(deep({ a: 1 }));
    assert.ok(one.join('').length < 20_001 * 600);
    assert.deepEqual(memberPaths(deep({ a: 2 })), one);
    assert.notDeepEqual(memberPaths(deep({ b: 1 })), one);
  });
});

describe('an answer of many values', () => {
  const list = (count: number, item: string) => `[${Array(count).fill(item).join(',')}]`;

  test('is read up to a hundred thousand', () => {
    assert.equal(read(list(99_998, '1')).ok, true);
    assert.equal(read(list(10, JSON.stringify('['.repeat(50_000)))).ok, true);
    assert.equal(read(JSON.stringify({ text: '\\",'.repeat(60_000) })).ok, true);
  });

  for (const text of [list(100_001, '1'), '['.repeat(100_001), '{"a":'.repeat(100_001)]) {
    test(`is not read beyond: ${text.slice(0, 8)}…`, () => {
      const answer = read(text);
      assert.equal(answer.ok ? '' : answer.why, 'the body has more than 100000 values');
    });
  }
});
