import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  isJudged,
  mediaType,
  refusedForSize,
  refusesParameters,
} from '../../../src/profiles/login/judged-requests.js';
import { evaluateExchange } from '../../support/profiles.js';
import { answered, esignonRequest, failed } from './sample-exchanges.js';

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

  test('is judged when it is a POST of JSON', () => {
    assert.equal(isJudged(request), true);
    assert.equal(isJudged({ ...request, method: 'PUT' }), false);
    assert.equal(isJudged({ ...request, headers: [['Content-Type', 'text/plain']] }), false);
    assert.equal(isJudged({ ...request, headers: [] }), false);
  });

  test('whose media type has parameters may be refused as such', () => {
    const charset = { ...request, headers: [['Content-Type', 'application/json; charset=utf-8']] as const };
    assert.equal(refusesParameters(answered(charset, { status: 415 })), true);
    assert.equal(refusesParameters(answered(charset, { status: 400 })), false);
    assert.equal(refusesParameters(answered(request, { status: 415 })), false);
    assert.equal(refusesParameters(failed(charset)), false);
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

  test('is refused for its size by three statuses, or by a connection that is closed', () => {
    const large = { ...request, body: Buffer.alloc(LIMIT) };
    for (const status of [413, 414, 431]) {
      assert.equal(refusedForSize(answered(large, { status })), true);
      assert.equal(refusedForSize(answered(request, { status })), false);
    }
    assert.equal(refusedForSize(answered(large, { status: 400 })), false);
    assert.equal(refusedForSize(failed(large, 'reset')), true);
    assert.equal(refusedForSize(failed(large, 'timeout')), false);
    assert.equal(refusedForSize(failed(request, 'reset')), false);
    assert.equal(refusedForSize({ ...failed(large), failure: null }), false);
  });
});
