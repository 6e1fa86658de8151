import './support/no-tracking.js';
import assert from 'node:assert/strict';
import { after, before, describe, type TestContext, test } from 'node:test';
import { type RunningProvider, startProvider } from '../../src/provider/listen.js';
import { memberOf } from '../../src/text/json-members.js';
import type { Verdict } from '../../src/verdict/verdict.js';
import * as pacts from './support/foreign-pacts.js';
import { byOutcome, run } from './support/run.js';
import {
  type HeldContract,
  type StandInBroker,
  type StandInOptions,
  standInBroker,
} from './support/stand-in-broker.js';

let provider: RunningProvider;

before(async () => {
  provider = await startProvider();
});
after(() => provider.close());

async function verified(
  context: TestContext,
  contracts: readonly HeldContract[],
  options: readonly string[] = [],
  { env = {}, ...broker }: StandInOptions & { env?: NodeJS.ProcessEnv } = {},
): Promise<{ verdict: Verdict; broker: StandInBroker }> {
  const standIn = await standInBroker(contracts, broker);
  context.after(() => standIn.close());
  const argv = [
    `--target=${provider.url}`,
    '--tags=@ES-01 and not @pacts',
    `--pact-broker=${standIn.url}`,
    '--provider-name=token service',
  ];
  return { verdict: await run([...argv, ...options], { env }), broker: standIn };
}

const PUBLISH = ['--publish-verification', '--provider-version=1.4.0', '--provider-branch=main'];

describe('the contracts of a broker', () => {
  test('are fetched with selectors, verified, and kept apart', async (context) => {
    const { verdict, broker } = await verified(
      context,
      [{ document: pacts.VERSION_3 }, { document: pacts.VERSION_4 }],
      ['--consumer-version-selectors={"branch":"trial"}', '--consumer-version-selectors=[{"deployed":true}]'],
    );
    assert.deepEqual(
      verdict.contracts.map(({ consumer, interaction, outcome, exchanges }) => [
        ...[consumer, interaction, outcome],
        exchanges.length,
      ]),
      [
        ['mobile-app', 'a login', 'verified', 1],
        ['back-office', 'a login', 'verified', 1],
        ['back-office', 'a login that returns a nickname', 'failed', 1],
      ],
    );
    assert.equal(verdict.contracts[0]?.source, broker.url);
    assert.equal(verdict.exitCode, 1);
    const [asked] = broker.asked.filter(({ line }) => line.startsWith('POST /pacts/for-verification/'));
    assert.equal(asked?.line, 'POST /pacts/for-verification/token%20service');
    assert.deepEqual(memberOf(asked?.body, 'consumerVersionSelectors'), [
      { branch: 'trial' },
      { deployed: true },
    ]);
    assert.equal(memberOf(asked?.body, 'includePendingStatus'), false);
    assert.deepEqual(broker.published, []);
  });

  test('that are pending do not count', async (context) => {
    const { verdict, broker } = await verified(
      context,
      [{ document: pacts.VERSION_4, pending: true }],
      ['--enable-pending', '--provider-branch=main'],
    );
    assert.deepEqual(byOutcome(verdict, 'failed').length, 1);
    assert.equal(verdict.exitCode, 0);
    const [asked] = broker.asked.filter(({ line }) => line.startsWith('POST /pacts/for-verification/'));
    assert.deepEqual(asked?.body, {
      includePendingStatus: true,
      consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
      providerVersionBranch: 'main',
    });
  });

  test('have their results published', async (context) => {
    const { broker } = await verified(
      context,
      [{ document: pacts.VERSION_3 }, { document: pacts.VERSION_4 }],
      PUBLISH,
    );
    assert.deepEqual(
      broker.published.map(({ consumer, result }) => [
        consumer,
        result.success,
        result.providerApplicationVersion,
      ]),
      [
        ['mobile-app', true, '1.4.0'],
        ['back-office', false, '1.4.0'],
      ],
    );
    assert.ok(
      broker.asked.some(({ line }) => line === 'PUT /pacticipants/provider/branches/main/versions/1.4.0'),
    );
  });

  test('whose results cannot be published are verified all the same, with a warning', async (context) => {
    const { verdict } = await verified(context, [{ document: pacts.VERSION_3 }], PUBLISH, {
      refusesResults: true,
    });
    assert.deepEqual(byOutcome(verdict, 'verified'), ['token service: a login']);
    assert.equal(verdict.exitCode, 0);
    assert.match(verdict.warnings.join(), /verification results were not published to http.*: .*403/);
  });

  test('are left out where a state is not ours', async (context) => {
    const { verdict } = await verified(context, [
      { document: pacts.askingFor('an order exists') },
      { document: pacts.VERSION_3 },
    ]);
    assert.deepEqual(
      verdict.contracts.map(({ interaction, outcome }) => [interaction, outcome]),
      [
        ['it needs "an order exists"', 'not-verified'],
        ['a login', 'verified'],
      ],
    );
    assert.match(verdict.contracts[0]?.reason ?? '', /"an order exists" is none of ours/);
    assert.equal(verdict.exitCode, 0);
  });

  test('that there are none of are a warning', async (context) => {
    const { verdict } = await verified(context, []);
    assert.match(verdict.warnings.join(), /the broker has no contract with "token service"/);
    assert.equal(verdict.exitCode, 0);
  });
});

describe('the credentials of a broker', () => {
  const basic = `Basic ${Buffer.from('ada:example-password').toString('base64')}`;
  const cases: readonly (readonly [what: string, env: NodeJS.ProcessEnv, authorization: string])[] = [
    ['a token', { ASSAY_PACT_BROKER_TOKEN: 'example-token' }, 'Bearer example-token'],
    [
      'user and password',
      { ASSAY_PACT_BROKER_USERNAME: 'ada', ASSAY_PACT_BROKER_PASSWORD: 'example-password' },
      basic,
    ],
  ];
  for (const [what, env, authorization] of cases) {
    test(`${what} let the verifier in`, async (context) => {
      const { verdict, broker } = await verified(context, [{ document: pacts.VERSION_3 }], [], {
        env,
        authorization,
      });
      assert.deepEqual(byOutcome(verdict, 'verified'), ['token service: a login']);
      assert.ok(broker.asked.every((asked) => asked.authorization === authorization));
    });
  }

  test('that are wrong give no verdict', async (context) => {
    const { verdict } = await verified(context, [{ document: pacts.VERSION_3 }], [], {
      env: { ASSAY_PACT_BROKER_TOKEN: 'another-token' },
      authorization: 'Bearer example-token',
    });
    assert.equal(verdict.exitCode, 3);
    assert.match(verdict.reason ?? '', /the contracts of the broker were not verified: .*401/);
    assert.doesNotMatch(JSON.stringify(verdict), /another-token/);
  });
});

test('a broker that is not there gives no verdict', async () => {
  const verdict = await run([
    `--target=${provider.url}`,
    '--tags=@ES-01 and not @pacts',
    '--pact-broker=http://127.0.0.1:9',
    '--provider-name=token service',
  ]);
  assert.equal(verdict.exitCode, 3);
  assert.match(verdict.reason ?? '', /the contracts of the broker were not verified/);
});
