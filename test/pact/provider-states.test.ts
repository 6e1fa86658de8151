import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NotChecked } from '../../src/errors/not-checked.js';
import { ownInteractions } from '../../src/pact/own-contracts.js';
import { ProviderStates, SIGNATURE_PLACEHOLDER } from '../../src/pact/provider-states.js';
import { PROFILE_NAMES } from '../../src/profiles/built-in.js';
import type { Fixtures } from '../../src/profiles/fixtures.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { callersOf } from '../engine/sample-run.js';

function states(fixtures: Fixtures = EMBEDDED_FIXTURES): ProviderStates {
  return new ProviderStates(callersOf(fixtures), fixtures, PROFILE_NAMES);
}

async function valuesOf(
  name: string,
  params: Record<string, unknown> = {},
  fixtures: Fixtures = EMBEDDED_FIXTURES,
): Promise<Readonly<Record<string, string>>> {
  return (await states(fixtures).setUp({ name, params }, 'a test')).values;
}

const { esignon, ckstack } = EMBEDDED_FIXTURES;

describe('a provider state of ours', () => {
  test('gives the user of a company', async () => {
    assert.deepEqual(await valuesOf('a user belongs to a company', { profile: 'esignon-startsimple' }), {
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
    const { path, company } = await valuesOf('a user belongs to a company', {}, fixtures);
    assert.deepEqual([path, company], ['/v2/a%2Fb/sign-in', 'a/b']);
  });

  test('gives an e-mail that nobody has, and names no account', async () => {
    const { values, login } = await states().setUp(
      { name: 'nobody in a company has the e-mail address', params: { profile: 'esignon-login' } },
      'a test',
    );
    assert.match(values.email ?? '', /^nobody-\w+@example\.com$/);
    assert.equal(values.company, 'acme');
    assert.equal(login.facts?.account, null);
  });

  test('gives a company alone, without credentials', async () => {
    const { path, company, email } = await valuesOf('a company may call the API', {
      profile: 'esignon-login',
    });
    assert.deepEqual([path, company, email], ['/api/acme/login', 'acme', undefined]);
  });

  test('gives the user of the blocked company', async () => {
    const values = await valuesOf('a company may not call the API', { profile: 'esignon-login' });
    assert.equal(values.path, '/api/blocked/login');
    assert.equal(values.password, esignon?.blockedCompany?.password);
  });

  test('gives the ckstack user of a role, with room for the signature', async () => {
    const values = await valuesOf('a ckstack user exists', { role: 'general-user' });
    assert.equal(values.userId, ckstack?.users?.['general-user']?.userId);
    assert.match(values.password ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual([values.path, values.service, values.apiKey], ['/token', 'assay', 'key-1']);
    assert.equal(values.signature, SIGNATURE_PLACEHOLDER);
    assert.match(values.date ?? '', / GMT$/);
  });

  test('gives each interaction a transaction id of its own', async () => {
    const tidOf = async (key: string) =>
      (await states().setUp({ name: 'a ckstack user exists' }, key)).values.tid;
    assert.notEqual(await tidOf('one'), await tidOf('another'));
  });

  test('gives a ckstack user who does not exist', async () => {
    const { userId } = await valuesOf('a ckstack user does not exist');
    assert.match(userId ?? '', /^nobody-\w+@example\.com$/);
  });

  for (const profile of PROFILE_NAMES) {
    test(`gives every value that the own contract with ${profile} wants`, async () => {
      for (const { states: own, wantedValues, description } of await ownInteractions(profile)) {
        const [state] = own;
        assert.ok(state);
        const { values } = await states().setUp(state, description);
        assert.deepEqual(
          wantedValues.filter((name) => values[name] === undefined),
          [],
          description,
        );
      }
    });
  }
});

describe('a provider state that cannot be filled', () => {
  const company = 'acme';
  const cases: readonly (readonly [
    what: string,
    state: string,
    params: object,
    fixtures: Fixtures,
    reason: RegExp,
  ])[] = [
    ['has no company', 'a user belongs to a company', {}, {}, /esignon\.company/],
    ['has no user', 'a user belongs to a company', {}, { esignon: { company } }, /esignon\.user/],
    ['has no blocked company', 'a company may not call the API', {}, {}, /esignon\.blockedCompany/],
    ['has no ckstack user', 'a ckstack user exists', {}, {}, /ckstack\.users/],
    ['has no user of that role', 'a ckstack user exists', { role: 'no-role' }, {}, /ckstack\.users\.no-role/],
    ['has another role', 'a ckstack user exists', { role: 'king' }, EMBEDDED_FIXTURES, /role .* none of/],
    ['has a role that is no text', 'a ckstack user exists', { role: {} }, EMBEDDED_FIXTURES, /none of/],
    ['has another profile', 'a company may call the API', { profile: 'saml' }, EMBEDDED_FIXTURES, /profile/],
    ['is not ours', 'an order exists', {}, EMBEDDED_FIXTURES, /«an order exists»/],
    ['is inherited', 'toString', {}, EMBEDDED_FIXTURES, /«toString»/],
    [
      'has a path with a query',
      'a ckstack user exists',
      {},
      { ...EMBEDDED_FIXTURES, ckstack: { ...ckstack, path: '/token?v=2' } },
      /query of its own/,
    ],
  ];
  for (const [what, state, params, fixtures, reason] of cases) {
    test(`says so: it ${what}`, async () => {
      await assert.rejects(valuesOf(state, params as Record<string, unknown>, fixtures), (error) => {
        assert.ok(error instanceof NotChecked);
        assert.equal(error.skipCause, 'fixture');
        assert.match(error.message, reason);
        return true;
      });
    });
  }
});
