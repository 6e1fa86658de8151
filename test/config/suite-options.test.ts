import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { loadConfig, type SuiteOptions } from '../../src/config/suite-options.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { CERTIFICATE } from './support/certificate.js';
import { OPTION_NAMES } from './support/options.js';
import { PACT } from './support/pact.js';
import { PROFILE_FILES } from './support/profile-module.js';
import { assertSays, refusal } from './support/refusal.js';
import { runConfig } from './support/run-config.js';
import { tempFolder } from './support/temp-folder.js';

const WAIVERS = [{ clause: 'ES-18', reason: 'known', until: '2999-12-31' }];

/** Every option, with the command line that says the same. */
function everyOption(folder: string): { options: Required<SuiteOptions>; argv: readonly string[] } {
  const file = (name: string) => join(folder, name);
  return {
    options: {
      target: new URL('https://api.example.com/v2'),
      profiles: ['esignon-login', 'ckstack-token'],
      fixtures: EMBEDDED_FIXTURES,
      profileModules: [file('profile.mjs')],
      seed: 7,
      fuzzRuns: 20,
      tags: '@must',
      edition: '2026-11',
      strict: true,
      complete: true,
      waivers: WAIVERS,
      reports: file('reports'),
      noHtml: true,
      timeout: 500,
      concurrency: 4,
      maxFailedLogins: 2,
      rate: 0.5,
      headers: { 'X-Tenant': 'acme', Authorization: 'Bearer a:b' },
      ca: file('ca.pem'),
      insecure: false,
      pacts: file('pacts'),
      stateUrl: 'http://127.0.0.1:9000/states',
      pactBroker: new URL('http://broker.example.com'),
      providerName: 'login',
      consumerVersionSelectors: [{ mainBranch: true }, { branch: 'trial' }],
      enablePending: true,
      publishVerification: true,
      providerVersion: '1.2',
      providerBranch: 'main',
    },
    argv: [
      '--target=https://api.example.com/v2',
      '--profile=esignon-login,ckstack-token',
      '--fixtures=fixtures.json',
      '--profile-module=profile.mjs',
      '--seed=7',
      '--fuzz-runs=20',
      '--tags=@must',
      '--edition=2026-11',
      '--strict',
      '--complete',
      '--waivers=waivers.json',
      '--reports=reports',
      '--no-html',
      '--timeout=500',
      '--concurrency=4',
      '--max-failed-logins=2',
      '--rate=0.5',
      '--header=X-Tenant: acme',
      '--header=Authorization: Bearer a:b',
      '--ca=ca.pem',
      '--pacts=pacts',
      '--state-url=http://127.0.0.1:9000/states',
      '--pact-broker=http://broker.example.com',
      '--provider-name=login',
      '--consumer-version-selectors=[{"mainBranch":true},{"branch":"trial"}]',
      '--enable-pending',
      '--publish-verification',
      '--provider-version=1.2',
      '--provider-branch=main',
    ],
  };
}

describe('the options of a program', () => {
  test('are those of the command line, with the same meaning', async (context) => {
    const cwd = await tempFolder(context, {
      'fixtures.json': JSON.stringify(EMBEDDED_FIXTURES),
      'waivers.json': JSON.stringify(WAIVERS),
      'ca.pem': CERTIFICATE,
      'pacts/a.json': JSON.stringify(PACT),
      ...PROFILE_FILES,
    });
    const { options, argv } = everyOption(cwd);
    const { fixturesSource, caSource, pacts, profileModules, knownProfiles, ...config } =
      await loadConfig(options);
    const same = await runConfig(argv, {}, cwd);
    assert.deepEqual(
      knownProfiles.map(({ name }) => name),
      same.knownProfiles.map(({ name }) => name),
    );
    assert.deepEqual(profileModules, options.profileModules);
    for (const [name, value] of Object.entries(config))
      assert.deepEqual(value, same[name as keyof typeof same], name);
    assert.deepEqual([fixturesSource, caSource], ['fixtures', join(cwd, 'ca.pem')]);
    assert.deepEqual(pacts[0]?.document, PACT);
    const asFiles = { fixtures: join(cwd, 'fixtures.json'), waivers: join(cwd, 'waivers.json') };
    const fromFiles = await loadConfig({ ...options, ...asFiles });
    assert.deepEqual([fromFiles.fixtures, fromFiles.waivers], [config.fixtures, config.waivers]);
  });

  test('leave none of the command line out but those that make no run', () => {
    const plain = (name: string) => name.toLowerCase().replaceAll('-', '').replace(/s$/, '');
    const there = Object.keys(everyOption('').options).map(plain);
    const missing = OPTION_NAMES.filter((name) => !there.includes(plain(name)));
    assert.deepEqual(missing, ['list', 'help', 'version']);
  });

  test('have defaults: nothing is read or written that is not named', async (context) => {
    const cwd = await tempFolder(context, { 'assay.fixtures.json': '{', 'assay.waivers.json': '{' });
    const before = process.cwd();
    process.chdir(cwd);
    process.env.ASSAY_TARGET = 'nonsense';
    context.after(() => {
      process.chdir(before);
      delete process.env.ASSAY_TARGET;
    });
    const { target, fixtures, waivers, reportsDir, timeoutMs } = await loadConfig();
    assert.deepEqual([target, fixtures, waivers, reportsDir, timeoutMs], [null, {}, [], null, 10_000]);
  });

  test('do not change what a program gave', async (context) => {
    process.env.ASSAY_TEST_PASSWORD = 'hush-hush-4711';
    context.after(() => delete process.env.ASSAY_TEST_PASSWORD);
    const fixtures = {
      esignon: { user: { email: 'a@example.com', password: '${env:ASSAY_TEST_PASSWORD}' } },
    };
    const config = await loadConfig({ fixtures });
    assert.deepEqual(config.fixtures.esignon, {
      user: { email: 'a@example.com', password: 'hush-hush-4711' },
    });
    assert.equal(fixtures.esignon.user.password, '${env:ASSAY_TEST_PASSWORD}');
    assert.ok(!Object.isFrozen(fixtures.esignon));
  });
});

describe('a mistake in the options of a program', () => {
  const MISTAKES: readonly (readonly [options: object, code: string, ...parts: string[]])[] = [
    [{ traget: 'http://127.0.0.1' }, 'ASSAY_OPTION_UNKNOWN', '"traget"; did you mean target?'],
    [{ 'fuzz-runs': 3 }, 'ASSAY_OPTION_UNKNOWN', '"fuzz-runs"; did you mean fuzzRuns?'],
    [{ help: true }, 'ASSAY_OPTION_UNKNOWN', '"help"'],
    [{ seed: -1 }, 'ASSAY_OPTION_VALUE', 'seed: "-1" is not a whole number'],
    [{ seed: null }, 'ASSAY_OPTION_VALUE', 'seed cannot be null'],
    [{ strict: () => true }, 'ASSAY_OPTION_VALUE', 'strict cannot be a function'],
    [{ target: 'nowhere' }, 'ASSAY_OPTION_VALUE', 'target: "nowhere" is not an http or https URL'],
    [{ profiles: ['saml'] }, 'ASSAY_OPTION_VALUE', 'profiles: "saml" is not a profile'],
    [{ fixtures: 'none.json' }, 'ASSAY_FILE_UNREADABLE', 'fixtures: none.json cannot be read'],
    [{ fixtures: { esignon: { user: {} } } }, 'ASSAY_FILE_CONTENT', 'fixtures has', 'esignon.user'],
    [
      { waivers: [{ clause: 'ES-99', reason: 'x', until: '2999-01-01' }] },
      'ASSAY_FILE_CONTENT',
      'waivers: waiver 1',
    ],
  ];
  for (const [options, code, ...parts] of MISTAKES) {
    test(JSON.stringify(options), async () => {
      const error = await refusal(loadConfig(options));
      assert.equal(error.code, code);
      assertSays(error.message, parts);
    });
  }
});
