import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blame, blamedClause, type Interpretation } from '../../src/pact/contract-checks.js';
import { findClause } from '../support/profiles.js';
import { contractProfile } from './support/contract-profiles.js';

const LOGIN: Interpretation = {
  contracts: contractProfile('esignon-login').contracts,
  own: 'ES-01',
  outcome: 'ES-01',
  wantsSuccess: true,
  violated: [],
};
const REFUSAL: Interpretation = { ...LOGIN, own: 'ES-10', outcome: 'ES-10', wantsSuccess: false };
const ROLES: Interpretation = {
  ...LOGIN,
  contracts: contractProfile('ckstack-token').contracts,
  own: 'RO-01',
  outcome: 'CK-01',
};
const UNKNOWN: Interpretation = { ...ROLES, own: 'CK-13', outcome: 'CK-13', wantsSuccess: false };

function mismatch(path: string) {
  return { path, expected: 'this', actual: 'that', description: 'they differ' };
}

describe('the clause that a mismatch is about', () => {
  const cases: readonly (readonly [path: string, asked: Interpretation, clause: string])[] = [
    ['$.header.result_code', LOGIN, 'ES-01'],
    ['$.header.result_msg', LOGIN, 'ES-02'],
    ['$.header', LOGIN, 'ES-02'],
    ['$.body', LOGIN, 'ES-02'],
    ['$.body.access_token', LOGIN, 'ES-04'],
    ['$.body.expire_date', LOGIN, 'ES-08'],
    ['status', LOGIN, 'ES-01'],
    ['answer', LOGIN, 'ES-01'],
    ['body', LOGIN, 'ES-18'],
    ['header Content-Type', LOGIN, 'ES-18'],
    ['$.header.result_code', REFUSAL, 'ES-10'],
    ['$.header.result_msg', REFUSAL, 'ES-16'],
    ['status', REFUSAL, 'ES-17'],
    ['$.ckError', ROLES, 'CK-01'],
    ['$.token.token', ROLES, 'CK-05'],
    ['$.token.expireDate', ROLES, 'CK-06'],
    ['$.company', ROLES, 'RO-01'],
    ['$.company[0].groups', ROLES, 'RO-01'],
    ['status', ROLES, 'CK-01'],
    ['body', ROLES, 'CK-31'],
    ['$.ckError', UNKNOWN, 'CK-13'],
    ['$.ckMessage', UNKNOWN, 'CK-18'],
    ['status', UNKNOWN, 'CK-23'],
  ];
  for (const [path, asked, clause] of cases) {
    test(`${path} of ${asked.own}: ${clause}`, () => {
      assert.ok(findClause(clause) !== undefined);
      assert.equal(blamedClause(mismatch(path), asked), clause);
    });
  }
});

describe('a defect that our own checks saw too', () => {
  test('is blamed on the clause that they blame', () => {
    const number = { ...LOGIN, violated: ['ES-02'] };
    assert.equal(blamedClause(mismatch('$.header.result_code'), number), 'ES-02');
    const malformed = { ...REFUSAL, own: 'ES-12', outcome: 'ES-12', violated: ['ES-18', 'ES-12'] };
    assert.equal(blamedClause(mismatch('$.header.result_msg'), malformed), 'ES-12');
    assert.equal(blamedClause(mismatch('body'), malformed), 'ES-18');
    assert.equal(blamedClause(mismatch('$.company'), { ...ROLES, violated: ['CK-01'] }), 'CK-01');
    assert.equal(blamedClause(mismatch('$.company'), { ...ROLES, violated: ['CK-09'] }), 'CK-09');
  });
});

describe('a failed interaction', () => {
  test('is one violation for each clause, in the words of its first mismatch', () => {
    const mismatches = ['$.header.result_msg', '$.header', '$.body.expire_date'].map(mismatch);
    assert.deepEqual(blame(mismatches, LOGIN), [
      {
        clause: 'ES-02',
        level: 'MUST',
        held: false,
        expected: "the client's contract: $.header.result_msg this",
        kind: 'header-result-msg',
        actual: '$.header.result_msg that (they differ)',
      },
      {
        clause: 'ES-08',
        level: 'MUST',
        held: false,
        expected: "the client's contract: $.body.expire_date this",
        kind: 'body-expire-date',
        actual: '$.body.expire_date that (they differ)',
      },
    ]);
  });
});
