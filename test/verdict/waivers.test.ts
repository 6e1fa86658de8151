import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRedactor } from '../../src/redaction/redactor.js';
import type { Check } from '../../src/verdict/check.js';
import { Ledger } from '../../src/verdict/ledger.js';
import { waiverVerdicts } from '../../src/verdict/waiver-verdicts.js';
import { isExpired, isWaived, waiverOf } from '../../src/verdict/waivers.js';
import { scenarioRef, violatedCheck, waiver } from '../engine/sample-run.js';

const TODAY = new Date('2027-03-31T23:59:59Z');

describe('a waiver', () => {
  test('holds up to the end of its last day, in UTC', () => {
    const waivers = [waiver({ until: '2027-03-31' })];
    assert.equal(isWaived(waivers, 'ES-09', 'MUST', TODAY), true);
    assert.equal(isWaived(waivers, 'ES-09', 'MUST', new Date('2027-04-01T00:00:00Z')), false);
    assert.equal(isExpired(waiver({ until: '2027-03-30' }), TODAY), true);
  });

  test('holds for its clause alone, at both levels unless it names one', () => {
    assert.equal(isWaived([waiver()], 'ES-10', 'MUST'), false);
    assert.equal(isWaived([waiver()], 'ES-09', 'SHOULD'), true);
    assert.equal(isWaived([waiver({ level: 'SHOULD' })], 'ES-09', 'MUST'), false);
    assert.equal(isWaived([waiver({ level: 'SHOULD' })], 'ES-09', 'SHOULD'), true);
  });

  test('that is expired does not stand before one that holds', () => {
    const [old, fresh] = [waiver({ until: '2020-01-01' }), waiver({ reason: 'fresh' })];
    assert.equal(waiverOf([old, fresh], 'ES-09', 'MUST'), fresh);
    assert.equal(waiverOf([old], 'ES-09', 'MUST'), undefined);
  });
});

describe('what became of a waiver', () => {
  const SERVED = [{ name: 'esignon-login', served: true, how: 'accepts' }] as const;
  const held: Check = { clause: 'ES-09', level: 'MUST', held: true };
  const statusOf = (checks: readonly Check[], changes = {}, profiles: typeof SERVED | [] = SERVED) => {
    const ledger = new Ledger(createRedactor());
    ledger.record('esignon-login', scenarioRef(), [], checks);
    return waiverVerdicts([waiver(changes)], profiles, ledger)[0]?.status;
  };

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
    const ledger = new Ledger(createRedactor());
    assert.deepEqual(waiverVerdicts([waiver({ ticket: 'T-1' })], SERVED, ledger), [
      { clause: 'ES-09', reason: 'known', until: '2999-12-31', ticket: 'T-1', status: 'unused' },
    ]);
  });
});
