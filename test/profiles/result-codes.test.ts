import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFILE_NAMES, PROFILES, type ProfileName } from '../../src/profiles/built-in.js';
import { findClause } from '../../src/profiles/catalogue.js';
import {
  allowedCodes,
  CODE_MEANINGS,
  clauseOfFault,
  describeAllowedCodes,
  type Fault,
  faultsOf,
  isAllowedCode,
  maySucceed,
} from '../../src/profiles/result-codes.js';

const START = 'esignon-startsimple';
const LOGIN = 'esignon-login';

/** Written out from the contract: clause, codes, for each fault of each eSignon profile. */
const ESIGNON: readonly (readonly [ProfileName, Fault, string, string])[] = [
  [START, 'wrong-password', 'ES-09', '10'],
  [START, 'unknown-user', 'ES-10', '10'],
  [START, 'not-json', 'ES-12', '12'],
  [START, 'trailing-commas', 'ES-12', '12'],
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
  [LOGIN, 'trailing-commas', 'LG-04', '12'],
  [LOGIN, 'body-not-object', 'ES-13', '12'],
  [LOGIN, 'credential-missing', 'ES-14', '10 12 99'],
  [LOGIN, 'header-wrong', 'ES-15', '12 99'],
  [LOGIN, 'top-level-not-object', 'ES-15', '12 99'],
  [LOGIN, 'attack', 'ES-26', '10 12 95 99'],
  [LOGIN, 'unknown-company', 'ES-29', '10 95 99'],
  [LOGIN, 'blocked-company', 'LG-01', '95'],
];

test('each eSignon fault has its clause and its codes', () => {
  for (const [profile, fault, clause, codes] of ESIGNON) {
    assert.equal(clauseOfFault(profile, fault).id, clause, `${profile} ${fault}`);
    assert.equal(allowedCodes(profile, [fault])?.join(' '), codes, `${profile} ${fault}`);
  }
  const named = (profile: ProfileName) =>
    ESIGNON.filter(([name]) => name === profile).map(([, fault]) => fault);
  for (const profile of [START, LOGIN] as const) {
    assert.deepEqual([...faultsOf(profile)].sort(), named(profile).sort());
  }
});

test('each ckstack fault has its clause, and any code but success', () => {
  const clauses = Object.fromEntries(
    faultsOf('ckstack-token').map((fault) => [fault, clauseOfFault('ckstack-token', fault).id]),
  );
  assert.deepEqual(clauses, {
    'wrong-password': 'CK-12',
    'unknown-user': 'CK-13',
    'plain-password': 'CK-15',
    'credential-missing': 'CK-16',
    'not-json': 'CK-17',
    'trailing-commas': 'CK-17',
    'top-level-not-object': 'CK-17',
    attack: 'CK-26',
    'authorization-wrong': 'CK-19',
    'date-wrong': 'CK-20',
    'service-wrong': 'CK-21',
  });
  for (const fault of faultsOf('ckstack-token')) assert.equal(allowedCodes('ckstack-token', [fault]), null);
});

test('the clause of a fault stands in the catalogue, at its level and for its profile', () => {
  for (const profile of PROFILE_NAMES) {
    for (const fault of faultsOf(profile)) {
      const { id, level } = clauseOfFault(profile, fault);
      assert.ok(findClause(id, level)?.profiles.includes(profile), `${profile} ${fault} ${id} ${level}`);
    }
  }
});

test('the codes with a meaning are those of the profile', () => {
  for (const { name, resultCodes } of PROFILES) {
    assert.deepEqual(Object.keys(CODE_MEANINGS[name]).sort(), [...resultCodes].sort());
  }
});

test('several faults allow what any one of them allows', () => {
  assert.deepEqual(allowedCodes(LOGIN, ['blocked-company', 'wrong-password']), ['10', '95']);
  assert.deepEqual(allowedCodes(START, ['header-wrong', 'body-not-object']), ['12', '99']);
});

test('success is allowed where every fault leaves it open, and only there', () => {
  assert.equal(maySucceed(LOGIN, ['trailing-commas']), true);
  assert.equal(maySucceed(START, ['trailing-commas']), false);
  assert.equal(maySucceed(LOGIN, ['trailing-commas', 'wrong-password']), false);
  assert.equal(maySucceed(START, ['unknown-client', 'company-contradicts']), true);
  assert.equal(maySucceed(START, ['unknown-client', 'header-wrong']), false);
  assert.equal(maySucceed('ckstack-token', ['date-wrong']), true);
  assert.equal(maySucceed('ckstack-token', ['authorization-wrong']), false);
});

test('a code is allowed by profile and faults, as the document writes it', () => {
  const cases: readonly (readonly [ProfileName, readonly Fault[], unknown, boolean])[] = [
    [LOGIN, ['wrong-password'], '10', true],
    [LOGIN, ['wrong-password'], '12', false],
    [LOGIN, ['wrong-password'], 10, false],
    [LOGIN, ['wrong-password'], '00', false],
    [LOGIN, ['trailing-commas'], '00', true],
    [LOGIN, ['trailing-commas'], '12', true],
    [LOGIN, ['trailing-commas'], '99', false],
    [START, ['attack'], '95', false],
    [START, [], '00', true],
    [START, [], '10', false],
    ['ckstack-token', ['not-json'], 'E000400', true],
    ['ckstack-token', ['not-json'], 'S000001', false],
    ['ckstack-token', ['not-json'], '', false],
    ['ckstack-token', ['not-json'], null, false],
    ['ckstack-token', [], 'E000400', false],
    ['ckstack-token', [], 'S000001', true],
  ];
  for (const [profile, faults, code, allowed] of cases) {
    assert.equal(
      isAllowedCode(profile, faults, code),
      allowed,
      `${profile} ${faults} ${JSON.stringify(code)}`,
    );
  }
});

test('the allowed codes are put in words', () => {
  assert.equal(describeAllowedCodes(LOGIN, ['blocked-company']), '"95"');
  assert.equal(describeAllowedCodes(LOGIN, ['header-wrong']), '"12" or "99"');
  assert.equal(describeAllowedCodes(LOGIN, ['unknown-company']), '"10", "95" or "99"');
  assert.equal(describeAllowedCodes('ckstack-token', ['attack']), 'any code but "S000001"');
  assert.equal(describeAllowedCodes(LOGIN, []), '"00"');
});

test('a fault that a profile does not know is a mistake in the suite', () => {
  assert.throws(
    () => allowedCodes(START, ['blocked-company']),
    /esignon-startsimple has no clause .* blocked-company/u,
  );
  assert.throws(() => allowedCodes('ckstack-token', ['header-wrong']), TypeError);
});
