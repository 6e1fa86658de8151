import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NotChecked } from '../../src/errors/not-checked.js';
import { NO_STATES, ProviderStateResolver } from '../../src/pact/provider-state-resolver.js';
import { ProviderStates } from '../../src/pact/provider-states.js';
import type { StateEndpoint } from '../../src/pact/state-endpoint.js';
import type { StateCall } from '../../src/pact/verifier-proxy.js';
import { PROFILE_NAMES } from '../../src/profiles/built-in.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { callersOf } from '../engine/sample-run.js';

const STATES = new ProviderStates(callersOf(), EMBEDDED_FIXTURES, PROFILE_NAMES);

/** A keeper whose endpoint says what it was asked, or refuses. */
function stateResolver(refuses = false): { stateResolver: ProviderStateResolver; calls: StateCall[] } {
  const calls: StateCall[] = [];
  const endpoint = {
    change: async (call: StateCall) => {
      calls.push(call);
      if (refuses) throw new NotChecked('fixture', 'the endpoint refuses');
      return { order: '4711' };
    },
  };
  return { stateResolver: new ProviderStateResolver(STATES, endpoint as unknown as StateEndpoint), calls };
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
    const alone = new ProviderStateResolver(STATES, null);
    await assert.rejects(alone.setUp(call('an order exists'), NO_STATES, 'a test'), /--state-url/);
    assert.deepEqual(await alone.tearDown(call('an order exists', 'teardown')), { values: {} });
  });
});
