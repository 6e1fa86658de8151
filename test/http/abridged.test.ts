import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { abridged } from '../../src/http/abridged.js';
import { answered, esignonRequest } from '../profiles/login/sample-exchanges.js';

const LARGE = Buffer.from('0123456789abcdef'.repeat(64 * 1024));

describe('an exchange as a finding keeps it', () => {
  test('is itself where it is small', () => {
    const exchange = answered(esignonRequest(), { body: 'x'.repeat(16 * 1024) });
    assert.equal(abridged(exchange), exchange);
  });

  test('has the beginning of a large answer, in memory of its own', () => {
    const kept = abridged(answered(esignonRequest(), { body: LARGE })).answer?.body;
    assert.deepEqual(Buffer.from(kept ?? []), LARGE.subarray(0, 16 * 1024));
    assert.equal(kept?.buffer.byteLength, 16 * 1024);
  });

  test('has the beginning of a large request, and nothing where there is no answer', () => {
    const exchange = { ...answered({ ...esignonRequest(), body: LARGE }), answer: null };
    const { request, answer } = abridged(exchange);
    assert.equal(request.body?.buffer.byteLength, 16 * 1024);
    assert.equal(answer, null);
  });
});
