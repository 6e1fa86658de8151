import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRedactor } from '../../src/redaction/redactor.js';
import type { Check } from '../../src/verdict/check.js';
import { Ledger } from '../../src/verdict/ledger.js';
import { Waivers } from '../../src/verdict/waivers.js';
import { scenarioRef, violatedCheck, waiver } from '../engine/sample-run.js';
import { profileOf } from '../support/profiles.js';

const TODAY = new Date('2027-03-31T23:59:59Z');
const LOGIN = profileOf('esignon-login');

/** What became of a waiver of these changes, once these checks were made. */
function verdictsOf(checks: readonly Check[], changes = {}, served = [LOGIN]) {
  const ledger = new Ledger(createRedactor());
  ledger.record(LOGIN.name, scenarioRef(), [], checks);
  return new Waivers([waiver(changes)], TODAY).verdicts(served, ledger.of.bind(ledger));
}

describe('a waiver', () => {
  test('holds up to the end of its last day, in UTC', () => {
    const accepts = (until: string, now: Date) =>
      new Waivers([waiver({ until })], now).accept('MUST', 'ES-09');
    assert.equal(accepts('2027-03-31', TODAY), true);
    assert.equal(accepts('2027-03-31', new Date('2027-04-01T00:00:00Z')), false);
    assert.equal(accepts('2027-03-30', TODAY), false);
  });

  test('holds for its clause alone, at both levels unless it names one', () => {
    const any = new Waivers([waiver()], TODAY);
    assert.equal(any.accept('MUST', 'ES-10'), false);
    assert.equal(any.accept('MUST', 'ES-09'), true);
    assert.equal(any.accept('SHOULD', 'ES-09'), true);
    const should = new Waivers([waiver({ level: 'SHOULD' })], TODAY);
    assert.equal(should.accept('MUST', 'ES-09'), false);
    assert.equal(should.accept('SHOULD', 'ES-09'), true);
  });

  test('holds for what is an instance of its clause', () => {
    const waivers = new Waivers([waiver()], TODAY);
    assert.equal(waivers.accept('MUST', 'ES-27', 'ES-09'), true);
    assert.equal(waivers.accept('MUST', 'ES-27', undefined), false);
  });

  test('that is expired does not stand before one that holds', () => {
    const [old, fresh] = [waiver({ until: '2020-01-01' }), waiver({ reason: 'fresh' })];
    assert.equal(new Waivers([old, fresh], TODAY).accept('MUST', 'ES-09'), true);
    assert.equal(new Waivers([old], TODAY).accept('MUST', 'ES-09'), false);
  });
});

describe('what became of a waiver', () => {
  const held: Check = { clause: 'ES-09', level: 'MUST', held: true };
  const statusOf = (...sample: Parameters<typeof verdictsOf>) => verdictsOf(...sample)[0]?.status;

  test('applied: a violation was waived', () => assert.equal(statusOf([held, violatedCheck()]), 'applied'));
  test('not needed: its clause held', () => assert.equal(statusOf([held]), 'not-needed'));
  test('unused: its clause was not checked', () => assert.equal(statusOf([]), 'unused'));
  test('unused: its profile is not served', () =>
    assert.equal(statusOf([violatedCheck()], {}, []), 'unused'));
  test('unused: another level was checked', () => {
    assert.equal(statusOf([violatedCheck('ES-18', 'MUST')], { clause: 'ES-18', level: 'SHOULD' }), 'unused');
    assert.equal(statusOf([violatedCheck('ES-18', 'MUST')], { clause: 'ES-18' }), 'applied');
  });
  test('expired, whatever else', () => {
    assert.equal(statusOf([violatedCheck()], { until: '2020-01-01' }), 'expired');
  });

  test('it keeps its reason, its end and its ticket', () => {
    assert.deepEqual(verdictsOf([], { ticket: 'T-1' }), [
      { clause: 'ES-09', reason: 'known', until: '2999-12-31', ticket: 'T-1', status: 'unused' },
    ]);
  });
});
