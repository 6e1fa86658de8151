import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeStatus } from '../../../src/http/status.js';
import { show, showToken } from '../../../src/profiles/login/show.js';
import { answered, esignonRequest, failed } from './sample-exchanges.js';

describe('what is shown of an answer', () => {
  test('a value as JSON, and one that is not there', () => {
    assert.equal(show({ a: [1, 'b', null] }), '{"a":[1,"b",null]}');
    assert.equal(show(null), 'null');
    assert.equal(show(undefined), 'missing');
  });

  test('a long value up to 64 KiB', () => {
    assert.equal(show('x'.repeat(100_000)).length, 65_536);
    assert.equal(show('x'.repeat(65_534)), `"${'x'.repeat(65_534)}"`);
  });

  test('a value that JSON cannot hold by its type', () => {
    const ring: Record<string, unknown> = {};
    ring.ring = ring;
    assert.equal(show(ring), 'unprintable value of type object');
    assert.equal(show(1n), 'unprintable value of type bigint');
  });

  test('a token by its length alone', () => {
    assert.equal(showToken('tok-1'), 'a string of 5 characters');
    assert.equal(showToken(''), 'the empty string');
    assert.equal(showToken(7), '7');
    assert.equal(showToken(undefined), 'missing');
  });

  test('a status, or why there is none', () => {
    assert.equal(describeStatus(answered(esignonRequest(), { status: 418 })), 'HTTP 418');
    assert.equal(describeStatus(failed(esignonRequest(), 'timeout')), 'no answer: it was timeout');
    assert.equal(
      describeStatus({ ...failed(esignonRequest()), failure: null }),
      'no answer: unknown failure',
    );
  });
});
