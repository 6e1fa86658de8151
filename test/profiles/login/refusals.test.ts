import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CKSTACK_REFUSALS } from '../../../src/profiles/ckstack/refusals.js';
import { ESIGNON_REFUSALS } from '../../../src/profiles/esignon/refusals.js';
import {
  allowedCodes,
  type Fault,
  maySucceed,
  type RefusalTable,
  refusalOf,
} from '../../../src/profiles/login/refusals.js';
import { findClause, profilesOf } from '../../support/profiles.js';

const START = ESIGNON_REFUSALS['esignon-startsimple'];
const LOGIN = ESIGNON_REFUSALS['esignon-login'];
const faultsOf = ({ byFault }: RefusalTable) => Object.keys(byFault) as Fault[];

/** Written out from the contract: clause, codes, for each fault of each eSignon profile. */
const ESIGNON: readonly (readonly [RefusalTable, Fault, string, string])[] = [
  [START, 'wrong-password', 'ES-09', '10'],
  [START, 'unknown-user', 'ES-10', '10'],
  [START, 'not-json', 'ES-12', '12'],
  [START, 'not-quite-json', 'ES-12', '12'],
  [START, 'trailing-commas', 'ES-12', '12'],
  [START, 'credential-mended', 'ES-12', '10'],
  [START, 'body-is-array', 'ES-13', '10 12 99'],
  [START, 'name-in-another-case', 'ES-14', ''],
  [START, 'body-not-object', 'ES-13', '12'],
  [START, 'credential-missing', 'ES-14', '10 12 99'],
  [START, 'header-wrong', 'ES-15', '12 99'],
  [START, 'top-level-not-object', 'ES-15', '12 99'],
  [START, 'attack', 'ES-26', '10 12 99'],
  [START, 'unknown-company', 'ES-29', '10 99'],
  [START, 'company-contradicts', 'SS-03', '10 12 99'],
  [START, 'unknown-client', 'SS-04', '10 12 99'],
  [START, 'identifier-missing', 'SS-05', '10 12 99'],
  [LOGIN, 'wrong-password', 'ES-09', '10'],
  [LOGIN, 'unknown-user', 'ES-10', '10'],
  [LOGIN, 'not-json', 'ES-12', '12'],
  [LOGIN, 'not-quite-json', 'ES-12', '12'],
  [LOGIN, 'trailing-commas', 'LG-04', '12'],
  [LOGIN, 'credential-mended', 'ES-12', '10'],
  [LOGIN, 'body-is-array', 'ES-13', '10 12 99'],
  [LOGIN, 'name-in-another-case', 'ES-14', ''],
  [LOGIN, 'body-not-object', 'ES-13', '12'],
  [LOGIN, 'credential-missing', 'ES-14', '10 12 99'],
  [LOGIN, 'header-wrong', 'ES-15', '12 99'],
  [LOGIN, 'top-level-not-object', 'ES-15', '12 99'],
  [LOGIN, 'attack', 'ES-26', '10 12 95 99'],
  [LOGIN, 'unknown-company', 'ES-29', '10 95 99'],
  [LOGIN, 'blocked-company', 'LG-01', '95'],
];

test('each eSignon fault has its clause and its codes', () => {
  for (const [table, fault, clause, codes] of ESIGNON) {
    assert.equal(refusalOf(table, fault).clause, clause, `${table.profile} ${fault}`);
    assert.equal(allowedCodes(table, [fault])?.join(' '), codes, `${table.profile} ${fault}`);
  }
  const named = (table: RefusalTable) => ESIGNON.filter(([one]) => one === table).map(([, fault]) => fault);
  for (const table of [START, LOGIN]) assert.deepEqual(faultsOf(table).sort(), named(table).sort());
});

test('each ckstack fault has its clause, and any code but success', () => {
  const clauses = Object.fromEntries(
    faultsOf(CKSTACK_REFUSALS).map((fault) => [fault, refusalOf(CKSTACK_REFUSALS, fault).clause]),
  );
  assert.deepEqual(clauses, {
    'wrong-password': 'CK-12',
    'unknown-user': 'CK-13',
    'plain-password': 'CK-15',
    'credential-missing': 'CK-16',
    'not-json': 'CK-17',
    'not-quite-json': 'CK-17',
    'trailing-commas': 'CK-17',
    'credential-mended': 'CK-17',
    'name-in-another-case': 'CK-16',
    'top-level-not-object': 'CK-17',
    attack: 'CK-26',
    'authorization-wrong': 'CK-19',
    'date-wrong': 'CK-20',
    'service-wrong': 'CK-21',
  });
  for (const fault of faultsOf(CKSTACK_REFUSALS)) assert.equal(allowedCodes(CKSTACK_REFUSALS, [fault]), null);
});

test('the clause of a fault stands in the catalogue, at its level and for its profile', () => {
  for (const table of [START, LOGIN, CKSTACK_REFUSALS]) {
    for (const fault of faultsOf(table)) {
      const { clause, level } = refusalOf(table, fault);
      const entry = findClause(clause, level);
      assert.ok(entry && profilesOf(entry).includes(table.profile), `${table.profile} ${fault}`);
    }
  }
});

test('several faults allow what any one of them allows', () => {
  assert.deepEqual(allowedCodes(LOGIN, ['blocked-company', 'wrong-password']), ['10', '95']);
  assert.deepEqual(allowedCodes(START, ['header-wrong', 'body-not-object']), ['12', '99']);
});

test('success is allowed where every fault leaves it open, and only there', () => {
  assert.equal(maySucceed(LOGIN, ['trailing-commas']), true);
  assert.equal(maySucceed(START, ['trailing-commas']), true);
  assert.equal(maySucceed(START, ['not-quite-json', 'credential-mended']), false);
  assert.equal(maySucceed(START, ['not-json']), false);
  assert.equal(maySucceed(LOGIN, ['trailing-commas', 'wrong-password']), false);
  assert.equal(maySucceed(START, ['unknown-client', 'company-contradicts']), true);
  assert.equal(maySucceed(START, ['unknown-client', 'header-wrong']), false);
  assert.equal(maySucceed(CKSTACK_REFUSALS, ['date-wrong']), true);
  assert.equal(maySucceed(CKSTACK_REFUSALS, ['authorization-wrong']), false);
});

test('a fault that a profile does not know is a mistake in the suite', () => {
  assert.throws(
    () => allowedCodes(START, ['blocked-company']),
    /esignon-startsimple has no clause .* blocked-company/u,
  );
  assert.throws(() => allowedCodes(CKSTACK_REFUSALS, ['header-wrong']), TypeError);
});
