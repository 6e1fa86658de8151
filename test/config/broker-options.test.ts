import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { parseConfig } from '../../src/config/parse-config.js';
import { assertSays, refusal } from './support/refusal.js';
import { runConfig } from './support/run-config.js';

const BROKER = ['--pact-broker=https://broker.example.com/sub/', '--provider-name=token-service'];
const SECRET = 'hush-hush-4711';

describe('a Pact Broker', () => {
  test('is asked for main branches and what is deployed or released, unless told otherwise', async () => {
    assert.deepEqual((await runConfig(BROKER)).broker, {
      url: 'https://broker.example.com/sub',
      credentials: null,
      provider: 'token-service',
      branch: null,
      selectors: [{ mainBranch: true }, { deployedOrReleased: true }],
      enablePending: false,
      publishedVersion: null,
    });
  });

  test('may be told everything', async () => {
    const { broker } = await runConfig(
      [
        ...BROKER,
        '--provider-branch=main',
        '--provider-version=1.4.0+2f',
        '--publish-verification',
        '--enable-pending',
        '--consumer-version-selectors=[{"branch":"trial","fallbackBranch":"main"},{"deployed":true}]',
        '--consumer-version-selectors={"consumer":"web-shop","latest":true}',
      ],
      { ASSAY_PACT_BROKER_TOKEN: SECRET },
    );
    assert.deepEqual(broker, {
      url: 'https://broker.example.com/sub',
      credentials: { token: SECRET },
      provider: 'token-service',
      branch: 'main',
      selectors: [
        { branch: 'trial', fallbackBranch: 'main' },
        { deployed: true },
        { consumer: 'web-shop', latest: true },
      ],
      enablePending: true,
      publishedVersion: '1.4.0+2f',
    });
  });

  test('may be set in the environment as a whole, one selector a line', async () => {
    const { broker } = await runConfig([], {
      ASSAY_PACT_BROKER: 'http://localhost:9292',
      ASSAY_PROVIDER_NAME: 'token-service',
      ASSAY_CONSUMER_VERSION_SELECTORS: '{"mainBranch":true}\n{"environment":"production"}',
      ASSAY_PACT_BROKER_USERNAME: 'ada',
      ASSAY_PACT_BROKER_PASSWORD: SECRET,
    });
    assert.deepEqual(broker?.selectors, [{ mainBranch: true }, { environment: 'production' }]);
    assert.deepEqual(broker?.credentials, { username: 'ada', password: SECRET });
  });

  test('is left alone with a version that nothing is published for', async () => {
    const { broker } = await runConfig([...BROKER, '--provider-version=1']);
    assert.equal(broker?.publishedVersion, null);
  });
});

describe('options of a broker that are refused', () => {
  const refused: readonly (readonly [argv: readonly string[], ...parts: string[]])[] = [
    [['--pact-broker=broker.example.com'], '--pact-broker', 'not an http or https URL'],
    [[`--pact-broker=https://ada:${SECRET}@broker.example.com`], 'ASSAY_PACT_BROKER_USERNAME'],
    [['--pact-broker=https://broker.example.com'], '--pact-broker', 'needs --provider-name=NAME'],
    [['--provider-name=x'], '--provider-name', 'needs --pact-broker=URL'],
    [['--publish-verification'], '--publish-verification', 'needs --pact-broker=URL'],
    [['--provider-version=1'], 'needs --pact-broker=URL'],
    [['--provider-branch=x'], 'needs --pact-broker=URL'],
    [['--enable-pending'], 'needs --pact-broker=URL'],
    [['--consumer-version-selectors={"latest":true}'], 'needs --pact-broker=URL'],
    [[...BROKER, '--publish-verification'], '--publish-verification', 'needs --provider-version=VERSION'],
    [[...BROKER, '--enable-pending'], '--enable-pending', 'needs --provider-branch=NAME'],
    [[...BROKER, '--provider-branch=a\u0007'], '--provider-branch', 'control character'],
    [[...BROKER, `--provider-version=${'1'.repeat(201)}`], '--provider-version', '200 characters'],
    [[...BROKER, '--consumer-version-selectors=main'], '"main"', 'is not a selector', '{"mainBranch":true}'],
    [[...BROKER, '--consumer-version-selectors=[]'], 'is not a selector'],
    [[...BROKER, '--consumer-version-selectors=[{}]'], 'is not a selector'],
    [[...BROKER, '--consumer-version-selectors=[[]]'], 'is not a selector'],
    [
      [...BROKER, '--consumer-version-selectors={"mainbranch":true}'],
      '"mainbranch"',
      'did you mean mainBranch?',
    ],
    [[...BROKER, '--consumer-version-selectors={"__proto__":true}'], '"__proto__"', 'there are mainBranch'],
    [[...BROKER, '--consumer-version-selectors={"latest":"yes"}'], 'latest', 'not true or false'],
    [[...BROKER, '--consumer-version-selectors={"branch":""}'], 'branch', 'not a text'],
  ];
  for (const [argv, ...parts] of refused) {
    test(argv.filter((option) => !BROKER.includes(option)).join(' '), async () => {
      const { message } = await refusal(parseConfig(argv, {}, tmpdir()));
      assertSays(message, parts, [SECRET]);
    });
  }

  const environments: readonly (readonly [env: NodeJS.ProcessEnv, ...parts: string[]])[] = [
    [{ ASSAY_PACT_BROKER_USERNAME: 'ada' }, 'ASSAY_PACT_BROKER_USERNAME', 'needs ASSAY_PACT_BROKER_PASSWORD'],
    [
      { ASSAY_PACT_BROKER_PASSWORD: SECRET },
      'ASSAY_PACT_BROKER_PASSWORD',
      'needs ASSAY_PACT_BROKER_USERNAME',
    ],
    [
      { ASSAY_PACT_BROKER_TOKEN: SECRET, ASSAY_PACT_BROKER_USERNAME: 'ada' },
      'ASSAY_PACT_BROKER_TOKEN and ASSAY_PACT_BROKER_USERNAME cannot be used together',
    ],
  ];
  for (const [env, ...parts] of environments) {
    test(`in the environment: ${Object.keys(env).join(', ')}`, async () => {
      const { message } = await refusal(parseConfig(BROKER, env, tmpdir()));
      assertSays(message, parts, [SECRET]);
    });
  }
});
