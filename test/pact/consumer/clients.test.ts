import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, type TestContext, test } from 'node:test';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import { type RunningProvider, startProvider } from '../../../src/provider/listen.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import { createCkstackClient } from './ckstack-client.js';
import { createEsignonClient } from './esignon-client.js';
import { createTransport, type Transport } from './transport.js';
import { UnusableAnswerError } from './unusable-answer-error.js';

const { esignon, ckstack } = EMBEDDED_FIXTURES;
const MINA = esignon?.user ?? assert.fail();
const SORA = ckstack?.users?.['system-administrator'] ?? assert.fail();
const { secret } = (ckstack?.signature ?? {}) as { secret: string };

let provider: RunningProvider;
let transport: Transport;

before(async () => {
  provider = await startProvider({ prefix: '/v1' });
  transport = createTransport(provider.url);
});
after(async () => {
  await transport.close();
  await provider.close();
});

function ckstackClient(to: Transport, prefix = '') {
  return createCkstackClient({
    transport: to,
    apiKey: ckstack?.apiKey ?? '',
    service: ckstack?.service ?? '',
    sign: ({ method, path, date }) =>
      createHmac('sha256', secret)
        .update([method, prefix + path, date, ckstack?.service].join('\n'))
        .digest('base64'),
  });
}

describe('the token client with the reference provider', () => {
  for (const operation of ['startsimple', 'login'] as const) {
    test(`logs in by ${operation}, and recognises a refusal`, async () => {
      const client = createEsignonClient({
        ...{ transport, operation, company: 'acme' },
        clientId: esignon?.clientId ?? '',
      });
      const login = await client.logIn(MINA.email, MINA.password);
      assert.ok(login.ok);
      assert.notEqual(login.accessToken, '');
      const refused = await client.logIn(MINA.email, 'far from the right one');
      assert.ok(!refused.ok);
      assert.deepEqual([refused.reason, refused.code], ['credentials', '10']);
    });
  }

  test('logs in to ckstack, and knows the roles', async () => {
    const client = ckstackClient(transport, '/v1');
    const login = await client.logIn(SORA.userId, SORA.password, 'tid 1/2');
    assert.ok(login.ok);
    assert.deepEqual([...login.roles], [['Company A', new Set(['system-administrator'])]]);
    assert.ok(login.expires.getTime() > Date.now());
    assert.equal((await client.logIn('nobody@example.com', 'x', 't')).ok, false);
  });
});

describe('an answer that no client can use is an error of its own', () => {
  const cases: readonly (readonly [what: string, onReply: ProviderOptions['onReply'], message: RegExp])[] = [
    ['is no JSON', (reply) => ({ ...reply, body: '<html>' }), /HTTP 200\) is not JSON/],
    ['has no envelope', (reply) => ({ ...reply, body: '[]' }), /the answer has no (result_code|ckError)/],
  ];
  async function broken(context: TestContext, onReply: ProviderOptions['onReply']): Promise<Transport> {
    const wrong = await startProvider(onReply ? { onReply } : {});
    const to = createTransport(wrong.url);
    context.after(async () => {
      await to.close();
      await wrong.close();
    });
    return to;
  }
  for (const [what, onReply, message] of cases) {
    test(`it ${what}`, async (context) => {
      const to = await broken(context, onReply);
      const client = createEsignonClient({ transport: to, operation: 'login', company: 'acme' });
      const unusable = (error: unknown) =>
        error instanceof UnusableAnswerError && message.test(error.message);
      await assert.rejects(client.logIn(MINA.email, MINA.password), unusable);
      await assert.rejects(ckstackClient(to).logIn(SORA.userId, SORA.password, 't'), unusable);
    });
  }

  test('there is none', async () => {
    const nowhere = createTransport('http://127.0.0.1:9');
    const client = createEsignonClient({ transport: nowhere, operation: 'login', company: 'acme' });
    await assert.rejects(client.logIn('a@example.com', 'b'), UnusableAnswerError);
    await nowhere.close();
  });
});
