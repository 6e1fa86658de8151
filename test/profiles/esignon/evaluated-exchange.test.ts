import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import {
  answered,
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  failed,
  type Json,
  lookedAt,
  NOW,
  type SampleAnswer,
  violatedIn,
} from '../login/sample-exchanges.js';
import { PASSWORD } from '../login/sample-logins.js';

const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();

function success(change: (answer: Json) => void): SampleAnswer {
  const body = esignonSuccess();
  change(body);
  return { body };
}

describe('the life of a startsimple token (SS-01)', () => {
  const valid = esignonRequest('esignon-startsimple');
  const violatedBy = (date: string) =>
    violatedIn(
      answered(
        valid,
        success((a) => (a.body.expire_date = date)),
      ),
    );

  for (const days of [29, 30, 31]) {
    test(`${days} days: nothing is violated`, () => assert.deepEqual(violatedBy(inDays(days)), []));
  }
  for (const days of [3, 28, 32, 365]) {
    test(`${days} days: SS-01 is violated`, () => assert.deepEqual(violatedBy(inDays(days)), ['SS-01']));
  }

  test('what is no date is judged by ES-08 alone', () => {
    assert.deepEqual(violatedBy('in a month'), ['ES-08']);
  });

  test('login tokens may live as long as they like', () => {
    const answer = success((a) => (a.body.expire_date = inDays(3)));
    assert.deepEqual(violatedIn(answered(esignonRequest('esignon-login'), answer)), []);
  });

  test('a further format is read as the fixtures name it', () => {
    const answer = success((a) => (a.body.expire_date = 'Jun 5, 2026'));
    assert.deepEqual(violatedIn(answered(valid, answer)), ['ES-08']);
    assert.deepEqual(violatedIn(answered(valid, answer), 'MMM d, yyyy'), []);
  });
});

describe('which exchanges are judged', () => {
  const valid = esignonRequest('esignon-login');
  const sent = (changes: Partial<OutgoingRequest>) =>
    answered({ ...valid, ...changes }, { status: 500, body: '<p>' });

  test('of another method, and of another media type, the password alone is', () => {
    assert.deepEqual(lookedAt(sent({ method: 'GET' })), ['ES-23']);
    assert.deepEqual(lookedAt(sent({ headers: [['Content-Type', 'text/plain']] })), ['ES-23']);
    assert.deepEqual(lookedAt(sent({ headers: [] })), ['ES-23']);
    assert.deepEqual(lookedAt(sent({ headers: [['CONTENT-TYPE', 'Application/Json;x=1']] })), [
      'ES-17',
      'ES-18',
      'ES-18 SHOULD',
      'ES-23',
    ]);
  });

  test('a request over 16 KiB may be refused for its size in any form', () => {
    const large = { ...valid, body: Buffer.alloc(16 * 1024) };
    for (const status of [413, 414, 431]) {
      assert.deepEqual(violatedIn(answered(large, { status, body: '<p>' })), []);
      assert.ok(violatedIn(answered(valid, { status, body: '<p>' })).includes('ES-17'));
    }
    assert.deepEqual(violatedIn(answered(large, { status: 500, body: '<p>' })), ['ES-17', 'ES-18']);
    assert.deepEqual(violatedIn(failed(large, 'reset')), []);
    assert.deepEqual(violatedIn(failed(large, 'timeout')), ['ES-17']);
  });

  test('without facts nothing of the request is expected back', () => {
    const { facts: _, ...stranger } = valid;
    assert.deepEqual(
      violatedIn(
        answered(
          stranger,
          success((a) => (a.body = {})),
        ),
      ),
      [],
    );
  });

  test('the password of the request is looked for in every answer', () => {
    const echo = esignonRefusal();
    echo.header.result_msg = `no user with ${PASSWORD}`;
    assert.deepEqual(violatedIn(answered(valid, { body: echo })), ['ES-23']);
    assert.deepEqual(violatedIn(answered({ ...valid, method: 'PUT' }, { status: 405, body: echo })), [
      'ES-23',
    ]);
  });
});
