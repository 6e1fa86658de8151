import './support/no-tracking.js';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, type TestContext, test } from 'node:test';
import type { PactDocument } from '../../src/pact/pact-document.js';
import { type RunningProvider, startProvider } from '../../src/provider/listen.js';
import type { Verdict } from '../../src/verdict/verdict.js';
import * as pacts from './support/foreign-pacts.js';
import { byOutcome, run } from './support/run.js';
import { tempPacts } from './support/temp-pacts.js';

let provider: RunningProvider;

before(async () => {
  provider = await startProvider();
});
after(() => provider.close());

/** A run of one scenario and these contracts. */
async function verdictOf(
  context: TestContext,
  documents: Readonly<Record<string, PactDocument>>,
  ...further: readonly string[]
): Promise<Verdict> {
  const folder = await tempPacts(context, documents);
  return run([
    `--target=${provider.url}`,
    '--tags=@ES-01 and not @pacts',
    '--seed=5',
    `--pacts=${folder}`,
    ...further,
  ]);
}

describe("other people's contracts", () => {
  test('of version 2, 3 and 4 are verified with values of the fixtures', async (context) => {
    const verdict = await verdictOf(context, { two: pacts.VERSION_2, three: pacts.VERSION_3 });
    assert.deepEqual(byOutcome(verdict, 'verified'), [
      'token-service: a login',
      'token-service: a login without credentials',
    ]);
    assert.deepEqual(
      verdict.contracts.map(({ consumer, counts, exchanges }) => [consumer, counts, exchanges.length]),
      [
        ['mobile-app', true, 1],
        ['web-shop', true, 1],
      ],
    );
    assert.equal(verdict.exitCode, 0);
  });

  test('that are not kept make the target not conformant, whatever the clauses say', async (context) => {
    const verdict = await verdictOf(context, { four: pacts.VERSION_4 });
    assert.deepEqual(byOutcome(verdict, 'verified'), ['token-service: a login']);
    const [failed] = verdict.contracts.filter(({ outcome }) => outcome === 'failed');
    assert.deepEqual(
      failed?.mismatches.map(({ path, expected, actual }) => [path, expected, actual]),
      [['$.nickname', 'to be there', 'missing']],
    );
    assert.equal(verdict.counts.MUST.violated, 0);
    assert.equal(verdict.conformant, false);
    assert.equal(verdict.exitCode, 1);
    assert.equal(verdict.reason, '1 of 2 interactions of consumer contracts are not kept (back-office)');
  });

  test('without a provider state are verified as they are', async (context) => {
    const request = {
      method: 'POST',
      path: '/api/nowhere/login',
      headers: { 'Content-Type': 'application/json' },
    };
    const interaction = (description: string, status: number) => ({
      description,
      request: { ...request, body: {} },
      response: { status },
    });
    const stateless = (version: string, more: object = {}): PactDocument => ({
      consumer: { name: `cli ${version}` },
      provider: { name: 'token-service' },
      interactions: [
        { ...interaction('kept', 200), ...more },
        { ...interaction('not kept', 201), ...more },
      ],
      metadata: { pactSpecification: { version } },
    });
    const verdict = await verdictOf(context, {
      two: stateless('2.0.0'),
      three: stateless('3.0.0', { providerStates: [] }),
      four: stateless('4.0', { type: 'Synchronous/HTTP' }),
    });
    assert.deepEqual(byOutcome(verdict, 'not-verified'), []);
    assert.deepEqual(byOutcome(verdict, 'verified'), Array(3).fill('token-service: kept'));
    assert.deepEqual(byOutcome(verdict, 'failed'), Array(3).fill('token-service: not kept'));
    assert.equal(verdict.exitCode, 1);
  });

  test('that are pending do not count', async (context) => {
    const [kept, unkept] = pacts.VERSION_4.interactions ?? [];
    assert.ok(kept && unkept);
    const pending = { ...pacts.VERSION_4, interactions: [kept, { ...unkept, pending: true }] };
    const verdict = await verdictOf(context, { pending });
    assert.deepEqual(byOutcome(verdict, 'failed'), ['token-service: a login that returns a nickname']);
    assert.equal(verdict.exitCode, 0);
  });
});

describe('what cannot be verified is left out with its reason', () => {
  const cases: readonly (readonly [what: string, document: PactDocument, reason: RegExp])[] = [
    [
      'a state that is not ours',
      pacts.askingFor('an order exists'),
      /"an order exists" is none of ours.*--state-url/,
    ],
    ['a message', pacts.A_MESSAGE, /it is a message/],
    ['a value that no state gives', pacts.WANTING_MORE, /give no value for number/],
  ];
  for (const [what, document, reason] of cases) {
    test(what, async (context) => {
      const verdict = await verdictOf(context, { document });
      assert.deepEqual(
        verdict.contracts.map(({ outcome, exchanges }) => [outcome, exchanges.length]),
        [['not-verified', 0]],
      );
      assert.match(verdict.contracts[0]?.reason ?? '', reason);
      assert.match(
        verdict.warnings.join(),
        /1 of 1 interactions of further consumer contracts were not verified/,
      );
      assert.equal(verdict.exitCode, 0);
    });
  }

  test('a fixture that is missing', async (context) => {
    const folder = await tempPacts(context, { three: pacts.VERSION_3 });
    const argv = [`--target=${provider.url}`, '--tags=@ES-12 and not @pacts', `--pacts=${folder}`];
    const { contracts } = await run(argv, { fixtures: { esignon: { company: 'acme' } } });
    assert.deepEqual(
      contracts.map(({ outcome }) => outcome),
      ['not-verified'],
    );
    assert.match(contracts[0]?.reason ?? '', /esignon\.user/);
  });
});

describe('the endpoint of --state-url', () => {
  test('is asked to set up and to tear down what is not ours, and its values are put in', async (context) => {
    const calls: unknown[] = [];
    const endpoint = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      calls.push([request.method, request.url, JSON.parse(body)]);
      response.setHeader('Content-Type', 'application/json').end('{"number":"nowhere"}');
    }).listen(0, '127.0.0.1');
    context.after(() => endpoint.close());
    await new Promise((resolve) => endpoint.once('listening', resolve));
    const [interaction] = pacts.WANTING_MORE.interactions ?? [];
    assert.ok(interaction);
    const document = {
      ...pacts.WANTING_MORE,
      interactions: [
        {
          ...interaction,
          providerStates: [{ name: 'a user has a number', params: { of: 'Sora' } }],
          response: { status: 404 },
        },
      ],
    };
    const verdict = await verdictOf(
      context,
      { document },
      `--state-url=http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/states?for=test`,
    );
    assert.deepEqual(byOutcome(verdict, 'verified'), ['token-service: a login by number']);
    const call = (action: string) => [
      'POST',
      '/states?for=test',
      { action, state: 'a user has a number', params: { of: 'Sora' } },
    ];
    assert.deepEqual(calls, [call('setup'), call('teardown')]);
  });

  test('that refuses leaves the interaction unverified', async (context) => {
    const endpoint = createServer((_request, response) => response.writeHead(500).end());
    endpoint.listen(0, '127.0.0.1');
    context.after(() => endpoint.close());
    await new Promise((resolve) => endpoint.once('listening', resolve));
    const verdict = await verdictOf(
      context,
      { document: pacts.askingFor('an order exists') },
      `--state-url=http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`,
    );
    assert.deepEqual(
      verdict.contracts.map(({ outcome, reason }) => [outcome, reason]),
      [['not-verified', 'the endpoint of --state-url did not set up "an order exists": HTTP 500']],
    );
  });
});
