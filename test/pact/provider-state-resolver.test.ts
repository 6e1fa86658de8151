import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NotChecked } from '../../src/errors/not-checked.js';
import { ownInteractions } from '../../src/pact/own-contracts.js';
import { NO_STATES, ProviderStateResolver } from '../../src/pact/provider-state-resolver.js';
import type { StateEndpoint } from '../../src/pact/state-endpoint.js';
import type { StateCall } from '../../src/pact/verifier-proxy.js';
import type { ProfileName } from '../../src/profiles/documents.js';
import { contractProfiles } from './support/contract-profiles.js';

const PROFILES = contractProfiles();

/** A resolver whose endpoint notes what it was asked, or refuses. */
function stateResolver(refuses = false): { stateResolver: ProviderStateResolver; calls: StateCall[] } {
  const calls: StateCall[] = [];
  const endpoint = {
    change: async (call: StateCall) => {
      calls.push(call);
      if (refuses) throw new NotChecked('fixture', 'the endpoint refuses');
      return { order: '4711' };
    },
  };
  return { stateResolver: new ProviderStateResolver(PROFILES, endpoint as unknown as StateEndpoint), calls };
}

const call = (state: string, action: StateCall['action'] = 'setup'): StateCall => ({
  action,
  state,
  params: {},
});

describe('the states of an interaction', () => {
  test('that are ours do not bother the endpoint', async () => {
    const { stateResolver: own, calls } = stateResolver();
    const ready = await own.setUp(call('a ckstack user exists'), NO_STATES, 'a test');
    assert.equal(ready.values.service, 'assay');
    await own.tearDown(call('a ckstack user exists', 'teardown'));
    assert.deepEqual(calls, []);
  });

  test('may be ours and others, whose values add up', async () => {
    const { stateResolver: both, calls } = stateResolver();
    const first = await both.setUp(call('a ckstack user exists'), NO_STATES, 'a test');
    const { values, setUp } = await both.setUp(call('an order exists'), first, 'a test');
    assert.deepEqual([values.service, values.order], ['assay', '4711']);
    assert.ok(setUp?.login.facts?.valid);
    assert.deepEqual(calls, [call('an order exists')]);
  });

  test('are torn down even where the endpoint knows no way', async () => {
    const { stateResolver: refusing, calls } = stateResolver(true);
    await assert.rejects(refusing.setUp(call('an order exists'), NO_STATES, 'a test'), NotChecked);
    assert.deepEqual(await refusing.tearDown(call('an order exists', 'teardown')), { values: {} });
    assert.equal(calls.length, 2);
  });

  test('that are not ours need an endpoint', async () => {
    const alone = new ProviderStateResolver(PROFILES, null);
    for (const state of ['an order exists', 'toString']) {
      const reason = new RegExp(`"${state}" is none of ours: .*--state-url`);
      await assert.rejects(alone.setUp(call(state), NO_STATES, 'a test'), reason);
    }
    assert.deepEqual(await alone.tearDown(call('an order exists', 'teardown')), { values: {} });
  });
});

describe('a state that several profiles have', () => {
  const pathOf = async (params: object, served?: readonly ProfileName[]) => {
    const resolver = new ProviderStateResolver(contractProfiles(undefined, served), null);
    const state = { ...call('a company may call the API'), params: { ...params } };
    return (await resolver.setUp(state, NO_STATES, 'a test')).values.path;
  };

  test('is that of the last of them that is served', async () => {
    assert.equal(await pathOf({}), '/api/acme/login');
    assert.equal(await pathOf({}, ['esignon-startsimple', 'ckstack-token']), '/api/acme/startsimple');
  });

  test('is that of the profile that its parameter names', async () => {
    assert.equal(await pathOf({ profile: 'esignon-startsimple' }), '/api/acme/startsimple');
    assert.equal(await pathOf({ profile: 'esignon-login' }, ['ckstack-token']), '/api/acme/login');
    for (const profile of ['saml', 'ckstack-token', {}]) {
      await assert.rejects(pathOf({ profile }), /profile .* none of esignon-startsimple, esignon-login/);
    }
  });
});

describe('the own contracts', () => {
  for (const profile of PROFILES) {
    test(`get every value that they want of ${profile.name}`, async () => {
      for (const { states, wantedValues, description } of await ownInteractions(profile)) {
        const [state] = states;
        assert.ok(state);
        const asked = { ...call(state.name), params: state.params ?? {} };
        const { values } = await stateResolver().stateResolver.setUp(asked, NO_STATES, description);
        assert.deepEqual(
          wantedValues.filter((name) => values[name] === undefined),
          [],
          description,
        );
      }
    });
  }
});
