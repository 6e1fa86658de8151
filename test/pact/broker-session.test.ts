import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NotChecked } from '../../src/errors/not-checked.js';
import type { Exchange } from '../../src/http/exchange.js';
import { BrokerSession } from '../../src/pact/broker-session.js';
import type { ProviderStateResolver, StatesReady } from '../../src/pact/provider-state-resolver.js';
import type { RequestForwarder } from '../../src/pact/request-forwarder.js';
import type { StateCall } from '../../src/pact/verifier-proxy.js';

/** A session whose states are set up unless their name begins with "no", and whose answers are numbered. */
function brokerSession(): BrokerSession {
  let answers = 0;
  const stateResolver = {
    tearDown: async () => ({ values: {} }),
    setUp: async ({ state }: StateCall, ready: StatesReady) => {
      if (state.startsWith('no ')) throw new NotChecked('fixture', `there is ${state}`);
      return { ...ready, values: { ...ready.values, [state]: 'set up' } };
    },
  };
  const forwarder = {
    other: async (request: { path: string }) => {
      if (request.path === '/gone') throw new NotChecked('unanswered', 'the target is gone');
      answers += 1;
      return { id: `x-${answers}`, answer: null } as Exchange;
    },
  };
  return new BrokerSession(
    stateResolver as unknown as ProviderStateResolver,
    forwarder as unknown as RequestForwarder,
  );
}

const setUp = (state: string): StateCall => ({ action: 'setup', state, params: {} });
const tearDown = (state: string): StateCall => ({ action: 'teardown', state, params: {} });
const get = (path = '/') => ({ method: 'GET', path, headers: [], body: null });

function seen({ observations }: BrokerSession): readonly string[] {
  return observations.map(({ exchange, notVerified }) => exchange?.id ?? notVerified?.message ?? 'nothing');
}

describe("the interactions of a broker's contracts, identified by the order of requests", () => {
  test('with one state, several, and none', async () => {
    const one = brokerSession();
    await one.changeState(setUp('a'));
    await one.exchange(get());
    await one.changeState(tearDown('a'));
    await one.changeState(setUp('b'));
    assert.deepEqual(await one.changeState(setUp('c')), { values: { b: 'set up', c: 'set up' } });
    await one.exchange(get());
    await one.exchange(get());
    await one.exchange(get());
    assert.deepEqual(seen(one), ['x-1', 'x-2', 'x-3', 'x-4']);
  });

  test('whose state cannot be set up', async () => {
    const one = brokerSession();
    assert.deepEqual(await one.changeState(setUp('no user')), { refused: true });
    await one.changeState(setUp('a'));
    await one.exchange(get());
    await one.changeState(tearDown('a'));
    assert.deepEqual(await one.changeState(setUp('no order')), { refused: true });
    assert.deepEqual(seen(one), ['there is no user', 'x-1', 'there is no order']);
  });

  test('that the target does not answer', async () => {
    const one = brokerSession();
    assert.equal(await one.exchange(get('/gone')), null);
    await one.exchange(get());
    assert.deepEqual(seen(one), ['the target is gone', 'x-1']);
  });
});
