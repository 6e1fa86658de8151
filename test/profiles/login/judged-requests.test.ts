import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isBlocked, mediaType, scopeOf } from '../../../src/profiles/login/judged-requests.js';
import { evaluateExchange } from '../../support/profiles.js';
import { answered, esignonRequest, failed, withFacts } from './sample-exchanges.js';

const LIMIT = 16 * 1024;

describe('a header', () => {
  test('of a media type counts without parameters, case and blanks', () => {
    assert.equal(mediaType([['CONTENT-TYPE', ' Application/JSON ; charset=utf-8']]), 'application/json');
    assert.equal(mediaType([['Content-Type', 'text/html']]), 'text/html');
    assert.equal(mediaType([]), undefined);
    assert.equal(mediaType([['content-type', '']]), '');
    const several = [
      ['Content-Type', 'text/html'],
      ['content-type', 'application/json'],
    ] as const;
    assert.equal(mediaType(several), 'text/html, application/json');
  });
});

describe('a request', () => {
  const request = esignonRequest();

  test('is judged in full when it is a POST of JSON, else for its secrets alone', () => {
    assert.equal(scopeOf(answered(request)), 'all');
    assert.equal(scopeOf(answered({ ...request, method: 'PUT' })), 'secrets');
    assert.equal(scopeOf(answered({ ...request, headers: [['Content-Type', 'text/plain']] })), 'secrets');
    assert.equal(scopeOf(answered({ ...request, headers: [] })), 'secrets');
  });

  test('of which no document speaks is judged for secrets and server errors alone', () => {
    const open = (...left: readonly string[]) => answered({ ...request, expectation: { open: left } });
    assert.equal(scopeOf(open('duplicate members')), 'safety');
    assert.equal(scopeOf(open('unknown members', 'byte order mark')), 'safety');
    assert.equal(scopeOf(open('unknown members', 'charset', 'odd credentials', 'size')), 'all');
    assert.equal(scopeOf(answered(withFacts(request, { valid: false, mayLeadNowhere: true }))), 'safety');
    for (const profile of ['esignon-login', 'ckstack-token'] as const) {
      const clauses = (status: number, body: string) =>
        evaluateExchange(
          answered({ ...request, profile, expectation: { open: ['depth'] } }, { status, body }),
        )
          .universalChecks()
          .filter(({ held }) => !held)
          .map(({ clause }) => clause);
      assert.deepEqual(clauses(422, '<p>'), []);
      assert.deepEqual(clauses(500, '<p>'), [profile === 'esignon-login' ? 'ES-17' : 'CK-23']);
      const leaked = profile === 'esignon-login' ? 'ES-16' : 'CK-18';
      assert.deepEqual(clauses(422, '{"accessToken":"t"}'), [leaked]);
    }
  });

  test('whose media type has parameters may be refused as such', () => {
    const charset = { ...request, headers: [['Content-Type', 'application/json; charset=utf-8']] as const };
    assert.equal(scopeOf(answered(charset, { status: 415 })), 'secrets');
    assert.equal(scopeOf(answered(charset, { status: 400 })), 'all');
    assert.equal(scopeOf(answered(request, { status: 415 })), 'all');
    assert.equal(scopeOf(failed(charset)), 'all');
    for (const profile of ['esignon-login', 'ckstack-token'] as const) {
      const checks = evaluateExchange(
        answered({ ...charset, profile }, { status: 415, body: '' }),
      ).universalChecks();
      assert.ok(
        checks.every(({ clause }) => clause === 'ES-23' || clause === 'CK-11'),
        profile,
      );
    }
  });

  test('that is large or like an attack may be blocked, with some statuses or by a closed connection', () => {
    const large = { ...request, body: Buffer.alloc(LIMIT) };
    const attack = withFacts(request, { valid: false, mayBeBlocked: true });
    for (const status of [403, 406, 411, 413, 414, 429, 431]) {
      assert.equal(isBlocked(answered(large, { status })), true);
      assert.equal(isBlocked(answered(attack, { status })), true);
      assert.equal(scopeOf(answered(attack, { status })), 'safety');
      assert.equal(isBlocked(answered(request, { status })), false);
    }
    for (const status of [200, 400, 401, 404, 422, 500]) {
      assert.equal(isBlocked(answered(large, { status })), false);
      assert.equal(isBlocked(answered(attack, { status })), false);
    }
    assert.equal(isBlocked(failed(large, 'reset')), true);
    assert.equal(isBlocked(failed(attack, 'reset')), false);
    assert.equal(isBlocked(failed(large, 'timeout')), false);
    assert.equal(isBlocked(failed(request, 'reset')), false);
    assert.equal(isBlocked({ ...failed(large), failure: null }), false);
  });

  test("that is like an attack should get the provider's own refusal, whatever its status", () => {
    const attack = withFacts(request, { valid: false, mayBeBlocked: true });
    const broken = (status: number, body: unknown) =>
      evaluateExchange(answered(attack, { status, body }))
        .universalChecks()
        .filter(({ held }) => !held)
        .map(({ clause, level }) => `${clause} ${level}`);
    assert.deepEqual(broken(403, '<h1>Blocked</h1>'), ['ES-26 SHOULD']);
    assert.deepEqual(broken(403, { header: { result_code: '99' } }), []);
  });
});
