import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { abridged } from '../../src/redaction/redacted-exchange.js';
import { answered, esignonRequest } from '../profiles/login/sample-exchanges.js';
import { redacted } from './redacted.js';

const KEPT = 4 * 1024;
const LARGE = Buffer.from('0123456789abcdef'.repeat(64 * 1024));

describe('an exchange as a finding keeps it', () => {
  test('is the same where it is small', () => {
    const exchange = redacted(answered(esignonRequest(), { body: 'x'.repeat(KEPT) }));
    assert.deepEqual(abridged(exchange), exchange);
  });

  test('has the beginning of a large answer, in memory of its own', () => {
    const kept = abridged(redacted(answered(esignonRequest(), { body: LARGE }))).answer?.body;
    assert.deepEqual(Buffer.from(kept?.shown ?? []), LARGE.subarray(0, KEPT));
    assert.equal(kept?.shown.buffer.byteLength, KEPT);
    assert.equal(kept?.size, LARGE.byteLength);
  });

  test('has the beginning of a large request, and nothing where there is no answer', () => {
    const exchange = { ...answered({ ...esignonRequest(), body: LARGE }), answer: null };
    const { request, answer } = abridged(redacted(exchange));
    assert.equal(request.body?.shown.buffer.byteLength, KEPT);
    assert.equal(answer, null);
  });
});
