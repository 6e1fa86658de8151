import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayBeBlocked } from '../../../src/profiles/login/blockable.js';
import { esignonRequest } from './sample-exchanges.js';

const OWN = ['acme', 'mina@example.com', "P&ssw*rd'41"];
const request = { ...esignonRequest(), body: Buffer.from('{}') };
const blockable = (json: string | Uint8Array, own = OWN) =>
  mayBeBlocked({ ...request, body: Buffer.from(json) }, own);
const body = (value: unknown) => blockable(JSON.stringify({ body: { memb_pwd: value } }));

describe('a request that a gateway may refuse', () => {
  test('carries what looks like an attack, in a text or in a name', () => {
    for (const text of ["' OR '1'='1", '<b>mina</b>', 'mina%', '%40', '${7*7}', 'toString', 'a\0b', 'a\tb'])
      assert.equal(blockable(JSON.stringify({ a: [text] }), []), true, text);
    assert.equal(blockable('{"$ne":null}'), true);
    assert.equal(blockable('{"__proto__":{}}'), true);
    assert.equal(blockable('{"a":"b\tc"}'), true);
    assert.equal(blockable('{"a":"b\0'), true);
  });

  test('is large, in its body or its headers, or is nested deep', () => {
    assert.equal(blockable(`{}${' '.repeat(8 * 1024)}`), true);
    assert.equal(mayBeBlocked({ ...request, headers: [['X', 'x'.repeat(8 * 1024)]] }, OWN), true);
    assert.equal(mayBeBlocked({ ...request, expectation: { open: ['depth'] } }, OWN), true);
    assert.equal(mayBeBlocked({ ...request, expectation: { faults: ['attack'] } }, OWN), true);
  });

  test('has it in its path', () => {
    assert.equal(mayBeBlocked({ ...request, path: "/api/%27%20OR%20'1/login" }, OWN), true);
    assert.equal(mayBeBlocked({ ...request, path: '/token?tid=%00' }, OWN), true);
    assert.equal(mayBeBlocked({ ...request, path: '/token?tid=a%26b%3Dc&x=%GG' }, OWN), false);
  });

  test('is no ordinary login, whatever the characters of the account are', () => {
    for (const text of ['Far-q2x76ltt-9', "P&ssw*rd'42", '비밀번호-1', 'nobody@example.com', 12345678, null])
      assert.equal(body(text), false, String(text));
    assert.equal(blockable('please let me in'), false);
    assert.equal(blockable('{"a":"b",} \r\n\t'), false);
    assert.equal(mayBeBlocked({ ...request, body: null }, OWN), false);
  });
});
