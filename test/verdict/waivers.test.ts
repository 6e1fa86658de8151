import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRedactor } from '../../src/redaction/redactor.js';
import type { Check } from '../../src/verdict/check.js';
import { Ledger } from '../../src/verdict/ledger.js';
import { Waivers } from '../../src/verdict/waivers.js';
import { scenarioRef, violatedCheck, violation, waiver } from '../engine/sample-run.js';
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
    const accepts = (until: string, now: Date) => new Waivers([waiver({ until })], now).accept(violation());
    assert.equal(accepts('2027-03-31', TODAY), true);
    assert.equal(accepts('2027-03-31', new Date('2027-04-01T00:00:00Z')), false);
    assert.equal(accepts('2027-03-30', TODAY), false);
  });

  test('holds for its clause alone, at both levels unless it names one', () => {
    const any = new Waivers([waiver()], TODAY);
    assert.equal(any.accept(violation({ clause: 'ES-10' })), false);
    assert.equal(any.accept(violation()), true);
    assert.equal(any.accept(violation({ level: 'SHOULD' })), true);
    const should = new Waivers([waiver({ level: 'SHOULD' })], TODAY);
    assert.equal(should.accept(violation()), false);
    assert.equal(should.accept(violation({ level: 'SHOULD' })), true);
  });

  test('holds for what is an instance of its clause', () => {
    const waivers = new Waivers([waiver()], TODAY);
    assert.equal(waivers.accept(violation({ clause: 'ES-27', instanceOf: 'ES-09' })), true);
    assert.equal(waivers.accept(violation({ clause: 'ES-27' })), false);
  });

  test('holds in its profile alone where it names one', () => {
    const waivers = new Waivers([waiver({ profile: 'esignon-login' })], TODAY);
    assert.equal(waivers.accept(violation()), true);
    assert.equal(waivers.accept(violation({ profile: 'esignon-startsimple' })), false);
  });

  test('holds for its finding alone where it names one', () => {
    const { finding } = violation();
    const waivers = new Waivers([waiver({ finding })], TODAY);
    assert.equal(waivers.accept(violation()), true);
    assert.equal(waivers.accept(violation({ finding: 'ES-09.the-password-is-wrong.code-99' })), false);
  });

  test('of a finding holds for generated requests that show the same kind of deviation', () => {
    const waivers = new Waivers([waiver({ finding: violation().finding })], TODAY);
    const scenario = scenarioRef({ tags: ['@fuzzing', '@ES-26'] });
    const generated = violation({ scenario, finding: 'ES-09.attacks.deviates' });
    assert.equal(waivers.accept(generated), true);
    assert.equal(waivers.accept({ ...generated, clause: 'ES-27', instanceOf: 'ES-09' }), true);
    assert.equal(waivers.accept({ ...generated, kind: 'code-99' }), false);
  });

  test('that is expired does not stand before one that holds', () => {
    const [old, fresh] = [waiver({ until: '2020-01-01' }), waiver({ reason: 'fresh' })];
    assert.equal(new Waivers([old, fresh], TODAY).accept(violation()), true);
    assert.equal(new Waivers([old], TODAY).accept(violation()), false);
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
  test('not needed: another finding of its clause was violated', () => {
    assert.equal(statusOf([violatedCheck()], { finding: 'ES-09.another.deviates' }), 'not-needed');
    assert.equal(statusOf([violatedCheck()], { finding: violation().finding }), 'applied');
  });
  test('unused: it is for another profile', () => {
    assert.equal(statusOf([violatedCheck()], { profile: 'esignon-startsimple' }), 'unused');
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
