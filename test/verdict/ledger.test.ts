import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRedactor } from '../../src/redaction/redactor.js';
import type { Check } from '../../src/verdict/check.js';
import { Ledger } from '../../src/verdict/ledger.js';
import { scenarioRef, violatedCheck } from '../engine/sample-run.js';
import { answered, esignonRequest } from '../profiles/login/sample-exchanges.js';
import { redacted } from '../redaction/redacted.js';
import { skipped } from './verdict-facts.js';

const HELD = { clause: 'ES-09', level: 'MUST', held: true } as const;
const exchanges = [answered(esignonRequest())];

function ledger(secret = 'hidden-secret') {
  const redactor = createRedactor();
  redactor.addSecret(secret);
  return new Ledger(redactor);
}

describe('the ledger', () => {
  test('counts checks by profile, clause and level', () => {
    const book = ledger();
    assert.deepEqual(book.record('esignon-login', scenarioRef(), exchanges, [HELD, HELD]), []);
    book.record('esignon-login', scenarioRef(), exchanges, [{ ...HELD, level: 'SHOULD' }]);
    assert.equal(book.of('esignon-login', 'ES-09', 'MUST').checks, 2);
    assert.equal(book.of('esignon-login', 'ES-09', 'SHOULD').checks, 1);
    assert.deepEqual(book.of('esignon-startsimple', 'ES-09', 'MUST'), { checks: 0, violations: [] });
  });

  test('keeps a violation in its place', () => {
    const book = ledger();
    const [made] = book.record('esignon-login', scenarioRef(), exchanges, [HELD, violatedCheck()]);
    assert.deepEqual(made, {
      clause: 'ES-09',
      level: 'MUST',
      profile: 'esignon-login',
      since: '2026-11',
      kind: 'deviates',
      finding: 'ES-09.the-password-is-wrong.deviates',
      expected: 'this',
      actual: 'that',
      exchanges: exchanges.map(redacted),
      scenario: scenarioRef(),
    });
    assert.deepEqual(book.of('esignon-login', 'ES-09', 'MUST').violations, [{ violation: made, times: 1 }]);
  });

  test('counts the same violation of the same scenario, and keeps others apart', () => {
    const book = ledger();
    const record = (actual: string, location: string) =>
      book.record('esignon-login', scenarioRef({ location }), exchanges, [
        violatedCheck('ES-09', 'MUST', actual),
      ]);
    for (let times = 0; times < 3; times += 1) record('that', 'a:1');
    record('another', 'a:1');
    record('that', 'a:2');
    const { violations } = book.of('esignon-login', 'ES-09', 'MUST');
    assert.deepEqual(
      violations.map(({ times }) => times),
      [3, 1, 1],
    );
  });

  test('is bounded: of many violations of one finding it keeps the first, and counts every check', () => {
    const book = ledger();
    for (let at = 0; at < 500; at += 1) {
      const made = book.record('esignon-login', scenarioRef({ location: `a:${at}` }), exchanges, [
        violatedCheck(),
      ]);
      assert.equal(made.length, 1, 'every violation fails its scenario');
    }
    const { checks, violations } = book.of('esignon-login', 'ES-09', 'MUST');
    assert.equal(checks, 500);
    assert.ok(violations.length <= 3);
    assert.equal(
      violations.reduce((sum, { times }) => sum + times, 0),
      500,
    );
  });

  test('names a finding by clause, place and kind, whatever the target says', () => {
    const book = ledger();
    const idOf = (kind: string, place?: string, actual = 'that') =>
      book.record(
        'esignon-login',
        scenarioRef(),
        exchanges,
        [{ ...violatedCheck(), kind, actual } as Check],
        place,
      )[0]?.finding;
    assert.equal(idOf('accepted'), 'ES-09.the-password-is-wrong.accepted');
    assert.equal(idOf('accepted', undefined, 'another text'), idOf('accepted'));
    assert.equal(idOf('code-99', 'a valid login'), 'ES-09.a-valid-login.code-99');
    assert.notEqual(idOf('accepted', 'a // comment'), idOf('accepted', 'a # comment'));
  });

  test('puts what generated requests found under the finding of a written scenario of the same kind', () => {
    const book = ledger();
    const generated = scenarioRef({ name: 'Generated', location: 'b:1', tags: ['@fuzzing'] });
    const accepted = { ...violatedCheck(), kind: 'accepted' } as Check;
    book.record('esignon-login', generated, exchanges, [accepted, violatedCheck()]);
    book.record('esignon-login', scenarioRef(), exchanges, [violatedCheck()]);
    assert.deepEqual(
      book.of('esignon-login', 'ES-09', 'MUST').violations.map(({ violation }) => violation.finding),
      [
        'ES-09.generated.accepted',
        'ES-09.the-password-is-wrong.deviates',
        'ES-09.the-password-is-wrong.deviates',
      ],
    );
  });

  test('masks before it shortens: no part of a secret stays', () => {
    const secret = 'S3cret-'.repeat(20);
    const [made] = ledger(secret).record('esignon-login', scenarioRef(), exchanges, [
      violatedCheck('ES-23', 'MUST', `${'x'.repeat(250)}${secret}${'y'.repeat(1000)}`),
    ]);
    assert.ok(made && !made.actual.includes('S3cret'));
    assert.ok(made.actual.length < 400, `${made.actual.length} characters`);
    assert.match(made.actual, /\*\*\*y+… \(\d+ characters\)$/);
  });

  test('masks expected, too, and the reasons of what was left out', () => {
    const book = ledger();
    const [made] = book.record('esignon-login', scenarioRef(), exchanges, [
      {
        clause: 'ES-06',
        level: 'MUST',
        held: false,
        kind: 'email',
        expected: 'hidden-secret',
        actual: 'hidden-secret',
      },
    ]);
    assert.deepEqual([made?.expected, made?.actual], ['***', '***']);
    book.skip(skipped({ reason: `hidden-secret ${'x'.repeat(1000)}` }));
    assert.match(book.skipped[0]?.reason ?? '', /^\*\*\* x+… /);
    assert.ok((book.skipped[0]?.reason.length ?? 0) < 400);
  });
});
