import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { parseConfig } from '../../src/config/parse-config.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { refusal } from './support/refusal.js';
import { runConfig } from './support/run-config.js';
import { tempFolder } from './support/temp-folder.js';

const TARGET = '--target=http://localhost:1';
const FIXTURES = '{ "esignon": { "company": "acme" } }';
const WAIVERS = '[{ "clause": "ES-18", "reason": "known", "until": "2020-01-01" }]';

describe('without options', () => {
  test('the defaults of the interface hold', async (context) => {
    const cwd = await tempFolder(context);
    const { seed, ...config } = await runConfig([], {}, cwd);
    assert.ok(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31);
    assert.deepEqual(config, {
      target: null,
      knownProfiles: BUILT_IN_PROFILES,
      profileModules: [],
      profiles: null,
      fixtures: {},
      fixturesSource: null,
      fuzzRuns: 100,
      tags: null,
      strict: false,
      edition: '2026-12',
      complete: false,
      waivers: [],
      reportsDir: `${cwd}/reports`,
      html: true,
      timeoutMs: 10000,
      concurrency: 8,
      maxFailedLogins: 2,
      rate: null,
      headers: [],
      ca: null,
      caSource: null,
      insecure: false,
      pacts: [],
      stateUrl: null,
      broker: null,
    });
  });

  test('the seed is drawn anew each time', async () => {
    const seeds = await Promise.all(Array.from({ length: 8 }, async () => (await runConfig([])).seed));
    assert.ok(new Set(seeds).size > 1);
  });

  test('a variable of no option is passed over', async () => {
    assert.equal((await runConfig([], { ASSAY_ESIGNON_PASSWORD: 'x', ASSAY_TARGETS: '?' })).target, null);
  });
});

describe('the kind of an invocation', () => {
  const kinds = [
    [['--list'], 'list'],
    [['--list', '--strict'], 'list'],
    [['--strict'], 'run'],
    [['--', '--strict'], 'run'],
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--version'], 'version'],
    [['-V'], 'version'],
    [['--help', '--version'], 'help'],
    [['--nonsense', 'foo', '--help'], 'help'],
    [['--seed=x', '--version'], 'version'],
  ] as const;
  for (const [argv, kind] of kinds) {
    test(`${argv.join(' ')}: ${kind}`, async (context) => {
      assert.equal((await parseConfig(argv, {}, await tempFolder(context))).kind, kind);
    });
  }

  test('--list reads the same options as a run', async (context) => {
    const invocation = await parseConfig(['--list', '--seed=7'], {}, await tempFolder(context));
    assert.ok(invocation.kind === 'list');
    assert.equal(invocation.config.seed, 7);
    await refusal(parseConfig(['--list', '--seed=x'], {}, await tempFolder(context)));
  });

  test('ASSAY_LIST, ASSAY_HELP and ASSAY_VERSION work like their options', async (context) => {
    const cwd = await tempFolder(context);
    assert.equal((await parseConfig([], { ASSAY_LIST: 'yes' }, cwd)).kind, 'list');
    assert.equal((await parseConfig([], { ASSAY_HELP: '1' }, cwd)).kind, 'help');
    assert.equal((await parseConfig([], { ASSAY_VERSION: 'true' }, cwd)).kind, 'version');
  });

  test('the version is that of package.json', async () => {
    const manifest = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'));
    assert.deepEqual(await parseConfig(['--version'], {}, '/'), { kind: 'version', text: manifest.version });
  });
});

describe('files of the working folder', () => {
  const files = { 'assay.fixtures.json': FIXTURES, 'assay.waivers.json': WAIVERS, 'other.json': '{}' };

  test('with a target both are read', async (context) => {
    const config = await runConfig([TARGET], {}, await tempFolder(context, files));
    assert.deepEqual(config.fixtures, { esignon: { company: 'acme' } });
    assert.equal(config.fixturesSource, 'assay.fixtures.json');
    assert.deepEqual(config.waivers, JSON.parse(WAIVERS));
  });

  test('without a target the fixtures are left to the embedded provider', async (context) => {
    const config = await runConfig([], {}, await tempFolder(context, files));
    assert.deepEqual(config.fixtures, {});
    assert.equal(config.fixturesSource, null);
    assert.deepEqual(config.waivers, JSON.parse(WAIVERS));
  });

  test('--fixtures is taken even without a target', async (context) => {
    const cwd = await tempFolder(context, files);
    assert.equal((await runConfig(['--fixtures=other.json'], {}, cwd)).fixturesSource, 'other.json');
    assert.equal((await runConfig([], { ASSAY_FIXTURES: 'other.json' }, cwd)).fixturesSource, 'other.json');
  });

  test('--fixtures comes before the file of the folder', async (context) => {
    const config = await runConfig([TARGET, '--fixtures=other.json'], {}, await tempFolder(context, files));
    assert.deepEqual(config.fixtures, {});
  });

  test('a bad file of the folder is an error that names it', async (context) => {
    const cwd = await tempFolder(context, { 'assay.fixtures.json': '{', 'assay.waivers.json': '{' });
    assert.match(
      (await refusal(parseConfig([TARGET], {}, cwd))).message,
      /^assay\.fixtures\.json is not valid JSON/,
    );
    assert.match(
      (await refusal(parseConfig([], {}, cwd))).message,
      /^assay\.waivers\.json is not valid JSON/,
    );
  });
});

test('the configuration is frozen to its depths, but not the profiles, whose generators keep state', async (context) => {
  const cwd = await tempFolder(context, { 'assay.fixtures.json': FIXTURES, 'assay.waivers.json': WAIVERS });
  const config = await runConfig([TARGET, '--header=X-A: 1', '--profile=esignon-login'], {}, cwd);
  const parts = [
    config,
    config.fixtures.esignon,
    config.waivers,
    config.waivers[0],
    config.headers,
    config.headers[0],
  ];
  for (const part of [...parts, config.profiles]) {
    assert.ok(part !== undefined && part !== null && Object.isFrozen(part));
  }
  for (const profile of config.knownProfiles) assert.ok(!Object.isFrozen(profile), profile.name);
});
