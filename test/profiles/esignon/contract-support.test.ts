import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NotChecked } from '../../../src/errors/not-checked.js';
import type { ProfileName } from '../../../src/profiles/documents.js';
import type { PreparedState } from '../../../src/profiles/profile.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import { contractProfile } from '../../pact/support/contract-profiles.js';
import type { Fixtures } from '../../support/profiles.js';
import { findClause } from '../../support/profiles.js';

async function prepared(
  state: string,
  fixtures: Fixtures = EMBEDDED_FIXTURES,
  profile: ProfileName = 'esignon-login',
): Promise<PreparedState> {
  const prepare = contractProfile(profile, fixtures).contracts.states.get(state);
  assert.ok(prepare, state);
  return prepare({}, 'a test');
}

const { esignon } = EMBEDDED_FIXTURES;

describe('an eSignon provider state', () => {
  test('gives the user of a company', async () => {
    const { values } = await prepared('a user belongs to a company', undefined, 'esignon-startsimple');
    assert.deepEqual(values, {
      path: '/api/acme/startsimple',
      company: 'acme',
      email: esignon?.user?.email,
      password: esignon?.user?.password,
      clientId: esignon?.clientId,
    });
  });

  test('knows the path of the fixtures, with any company percent-encoded', async () => {
    const fixtures = {
      ...EMBEDDED_FIXTURES,
      esignon: { ...esignon, company: 'a/b', paths: { 'esignon-login': '/v2/{company}/sign-in' } },
    };
    const { values } = await prepared('a user belongs to a company', fixtures);
    assert.deepEqual([values.path, values.company], ['/v2/a%2Fb/sign-in', 'a/b']);
  });

  test('gives an e-mail that nobody has, and names no account', async () => {
    const { values, login } = await prepared('nobody in a company has the e-mail address');
    assert.match(values.email ?? '', /^nobody-\w+@example\.com$/);
    assert.equal(values.company, 'acme');
    assert.equal(login.facts?.account, null);
  });

  test('gives a company alone, without credentials', async () => {
    const { values } = await prepared('a company may call the API');
    assert.deepEqual([values.path, values.company, values.email], ['/api/acme/login', 'acme', undefined]);
  });

  test('gives the user of the blocked company', async () => {
    const { values, user } = await prepared('a company may not call the API');
    assert.deepEqual([values.path, values.company], ['/api/blocked/login', 'blocked']);
    assert.equal(values.password, esignon?.blockedCompany?.password);
    assert.equal(user.canLogIn, false);
  });

  const company = 'acme';
  const unfilled: readonly (readonly [what: string, state: string, fixtures: Fixtures, reason: RegExp])[] = [
    ['no company', 'a user belongs to a company', {}, /esignon\.company/],
    ['no user', 'a user belongs to a company', { esignon: { company } }, /esignon\.user/],
    ['no blocked company', 'a company may not call the API', {}, /esignon\.blockedCompany/],
  ];
  for (const [what, state, fixtures, reason] of unfilled) {
    test(`names the fixture that is missing: ${what}`, async () => {
      await assert.rejects(prepared(state, fixtures), (error) => {
        assert.ok(error instanceof NotChecked);
        assert.equal(error.skipCause, 'fixture');
        assert.match(error.message, reason);
        return true;
      });
    });
  }
});

describe('the clause on a difference from an eSignon contract', () => {
  const cases: readonly (readonly [path: string, wantsSuccess: boolean, clause: string | null])[] = [
    ['$.header.result_code', true, 'ES-01'],
    ['$.header.result_msg', true, 'ES-02'],
    ['$.header.response_code', true, 'ES-03'],
    ['$.header', true, 'ES-02'],
    ['$.body', true, 'ES-02'],
    ['$.body.access_token', true, 'ES-04'],
    ['$.body.comp_id', true, 'ES-05'],
    ['$.body.memb_email', true, 'ES-06'],
    ['$.body.device_id', true, 'ES-07'],
    ['$.body.expire_date', true, 'ES-08'],
    ['$.more', true, null],
    ['status', true, 'ES-01'],
    ['answer', true, 'ES-01'],
    ['body', true, 'ES-18'],
    ['header Content-Type', true, 'ES-18'],
    ['$.header.result_code', false, null],
    ['$.header.result_msg', false, 'ES-16'],
    ['status', false, 'ES-17'],
    ['body', false, 'ES-18'],
  ];
  const { contracts } = contractProfile('esignon-login');
  for (const [path, wantsSuccess, clause] of cases) {
    test(`${path} of a ${wantsSuccess ? 'success' : 'refusal'}: ${clause ?? "the interaction's own"}`, () => {
      assert.ok(clause === null || findClause(clause) !== undefined);
      assert.equal(contracts.clauseOf(path, wantsSuccess), clause);
    });
  }

  test('the code of an example answer is its result_code', () => {
    assert.equal(contracts.wantedCode({ header: { result_code: '10' } }), '10');
    assert.equal(contracts.wantedCode({ header: { result_code: 10 } }), '');
    assert.equal(contracts.wantedCode(undefined), '');
  });
});
