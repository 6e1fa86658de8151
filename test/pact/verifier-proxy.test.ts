import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RelayRequest } from '../../src/pact/relayed-request.js';
import { openVerifierProxy, type ProxyHandler, type VerifierProxy } from '../../src/pact/verifier-proxy.js';

let proxy: VerifierProxy;
let signs = 0;

before(async () => {
  proxy = await openVerifierProxy(() => {
    signs += 1;
  });
});
after(() => proxy.close());

const HANDLER: ProxyHandler = {
  contract: { consumer: { name: 'web' } },
  changeState: async () => ({ values: {} }),
  exchange: async () => null,
};

describe('the proxy', () => {
  test('serves the contract of a handler', async () => {
    const { contract } = proxy.open(HANDLER);
    assert.deepEqual(await (await fetch(contract)).json(), HANDLER.contract);
  });

  test('serves nothing to who does not know the way', async () => {
    const { target } = proxy.open(HANDLER);
    const guessed = target.replace(/[0-9a-f-]{36}/, '00000000-0000-4000-8000-000000000000');
    assert.equal((await fetch(guessed.replace('target', 'contract'))).status, 404);
    assert.equal((await fetch(guessed)).status, 404);
    assert.equal((await fetch(new URL('/', target))).status, 404);
  });

  test('serves nothing any more where a handler was closed', async () => {
    const { contract, close } = proxy.open(HANDLER);
    close();
    assert.equal((await fetch(contract)).status, 404);
  });

  test('hands out the values of a state, and refuses without being asked again', async () => {
    const calls: unknown[] = [];
    const { states } = proxy.open({
      ...HANDLER,
      changeState: async (call) => {
        calls.push(call);
        return call.state === 'known' ? { values: { path: '/x' } } : { refused: true };
      },
    });
    const post = (body: object) => fetch(states, { method: 'POST', body: JSON.stringify(body) });
    const known = await post({ action: 'setup', state: 'known', params: { role: 'x' } });
    assert.deepEqual(await known.json(), { path: '/x' });
    assert.equal((await post({ action: 'teardown', state: 'unknown' })).status, 400);
    assert.deepEqual(calls, [
      { action: 'setup', state: 'known', params: { role: 'x' } },
      { action: 'teardown', state: 'unknown', params: {} },
    ]);
  });

  test('passes a request on as it is on the wire, and the answer back', async () => {
    const requests: RelayRequest[] = [];
    const { target } = proxy.open({
      ...HANDLER,
      exchange: async (request) => {
        requests.push(request);
        return { status: 400, statusText: '', headers: [['X-A', '1']], body: Buffer.from('no') };
      },
    });
    const answer = await fetch(`${target}/api/%EC%95%84/login?tid=a%2Fb`, { method: 'POST', body: '{}' });
    assert.deepEqual([answer.status, answer.headers.get('x-a'), await answer.text()], [400, '1', 'no']);
    const [request] = requests;
    assert.equal(request?.path, '/api/%EC%95%84/login?tid=a%2Fb');
    assert.equal(Buffer.from(request?.body ?? []).toString(), '{}');
    await fetch(target, { method: 'POST' });
    assert.equal(requests[1]?.body, null);
  });

  test('closes the connection where there is no answer', async () => {
    const { target } = proxy.open(HANDLER);
    await assert.rejects(fetch(target));
  });

  test('reports every request and is busy as long as one is in progress', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { target } = proxy.open({
      ...HANDLER,
      exchange: async () => {
        await held;
        return { status: 204, statusText: '', headers: [], body: Buffer.alloc(0) };
      },
    });
    const before = signs;
    const asked = fetch(target);
    while (!proxy.isBusy) await new Promise((resolve) => setImmediate(resolve));
    release();
    assert.equal((await asked).status, 204);
    while (proxy.isBusy) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(signs, before + 2);
  });

  test('takes its addresses out of what the verifier says', () => {
    const { target, states } = proxy.open(HANDLER);
    assert.equal(
      proxy.withoutAddresses(`no answer from (${target}/api/x?a=1), ${states}`),
      'no answer from (/api/x?a=1), ',
    );
  });
});
