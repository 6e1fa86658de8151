import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../architecture/project-files.js';
import { type Consumer, examplesOf, packedConsumer } from './support/packed.js';
import { projectJson } from './support/project-json.js';

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const TSCONFIG = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmitOnError: true,
  },
};
/** Uses every part of the API, types included; prints what it found as JSON. */
const PROGRAM = `
import { isNotApplicable, loadConfig, NotChecked, runSuite } from 'token-assay';
import type { Check, Profile, RunObserver, SuiteOptions, Verdict } from 'token-assay';
import { EMBEDDED_FIXTURES, type ProviderOptions, startProvider } from 'token-assay/provider';

const wrong: ProviderOptions = {
  stages: { 'esignon-login': () => ({ newToken: () => '' }) },
};
let exchanges = 0;
const observer: RunObserver = { exchange: ({ id }) => void (exchanges += id.length > 0 ? 1 : 0) };
const provider = await startProvider(wrong);
const options: SuiteOptions = {
  target: new URL(provider.url),
  fixtures: EMBEDDED_FIXTURES,
  profiles: ['esignon-login'],
  tags: '@ES-04 and not @fuzzing',
  headers: { 'X-Tenant': 'acme' },
  seed: 7,
};
const config = await loadConfig(options);
const verdicts: readonly Verdict[] = [await runSuite(config, { observer }), await runSuite(options)];
await provider.close();
const named = (profile: Profile, checks: readonly Check[]) => [profile.name, checks.length];
console.log(
  JSON.stringify({
    exchanges,
    types: [typeof named, typeof isNotApplicable, new NotChecked('fixture', 'none').skipCause],
    verdicts: verdicts.map(({ exitCode, seed, clauses }) => ({
      exitCode,
      seed,
      violated: clauses.filter(({ outcome }) => outcome === 'violated').map(({ id }) => id),
    })),
    secret: JSON.stringify(verdicts).includes(EMBEDDED_FIXTURES.esignon.user?.password ?? ''),
  }),
);
`;

let consumer: Consumer;
before(async () => {
  consumer = await packedConsumer();
});
after(() => consumer.remove());

/** Type-checks and compiles programs of the consumer. */
async function compile(programs: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(programs)) consumer.write(name, text);
  consumer.write('tsconfig.json', JSON.stringify({ ...TSCONFIG, files: Object.keys(programs) }));
  await consumer.node(TSC, '-p', '.').catch(({ stdout }) => assert.fail(stdout));
}

describe('the packed package', () => {
  test('has what it needs, and nothing of the tests', () => {
    const { files } = consumer;
    for (const file of [
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'cucumber.js',
      'docs/errors.md',
      'docs/api.md',
    ]) {
      assert.ok(files.includes(file), file);
    }
    const foreign = files.filter((file) => /^(?:dist\/)?(?:test|bench|tools)\/|^\./.test(file));
    assert.deepEqual(foreign, []);
  });

  test('has the sources that its source maps point at', () => {
    const maps = consumer.files.filter((file) => file.endsWith('.map'));
    assert.ok(maps.length > 100);
    const lost = maps.flatMap((map) => {
      const { sources }: { sources: string[] } = JSON.parse(readFileSync(join(consumer.home, map), 'utf8'));
      const places = sources.map((source) => join(dirname(map), source));
      return places.filter(
        (source) => existsSync(join(ROOT, source)) && !existsSync(join(consumer.home, source)),
      );
    });
    assert.deepEqual(lost, []);
  });

  test('has entries that are there, a program that runs, and a command to serve', async () => {
    const { exports, bin } = projectJson<{ exports: Record<string, unknown>; bin: Record<string, string> }>(
      'package.json',
    );
    const targets = JSON.stringify(exports).match(/\.\/[\w./-]+\.(?:d\.ts|js|json)(?=")/g) ?? [];
    for (const target of targets) assert.ok(existsSync(join(consumer.home, target)), target);
    const program = join(consumer.home, bin['token-assay'] ?? '');
    const { stdout } = await consumer.node(program, '--version');
    assert.equal(stdout.trim(), projectJson<{ version: string }>('package.json').version);
    assert.match((await consumer.node(program, 'serve', '--help')).stdout, /--port/);
  });

  test('is used by a typed program, which it lets go on and whose folder it leaves alone', async () => {
    await compile({ 'program.ts': PROGRAM });
    const before = readdirSync(consumer.folder);
    const { stdout, stderr } = await consumer.node('program.js');
    assert.equal(stderr, '');
    const { verdicts, exchanges, types, secret } = JSON.parse(stdout);
    const verdict = { exitCode: 1, seed: 7, violated: ['ES-04'] };
    assert.deepEqual(verdicts, [verdict, verdict]);
    assert.ok(exchanges > 0);
    assert.deepEqual(types, ['function', 'function', 'fixture']);
    assert.equal(secret, false);
    assert.deepEqual(readdirSync(consumer.folder), before);
  });

  test('does what its document shows', async () => {
    const examples = examplesOf('docs/api.md');
    assert.equal(examples.length, 2);
    const names = examples.map((_, at) => `example-${at}`);
    await compile(Object.fromEntries(names.map((name, at) => [`${name}.ts`, examples[at] ?? ''])));
    const [first, second] = await Promise.all(names.map((name) => consumer.node(`${name}.js`)));
    assert.deepEqual([first?.stdout, first?.stderr], ['conformant: true\n', '']);
    assert.match(second?.stdout ?? '', /^http:\/\/127\.0\.0\.1:\d+\n$/);
  });

  test('runs a profile that is copied from its examples', async () => {
    const example = 'examples/profiles/oauth2-client-credentials';
    cpSync(join(consumer.home, example), join(consumer.folder, 'oauth2'), { recursive: true });
    await consumer.node(TSC, '-p', 'oauth2/jsconfig.json').catch(({ stdout }) => assert.fail(stdout));
    const argv = ['--list', '--profile-module=oauth2/profile.mjs', '--profile=oauth2-client-credentials'];
    const { stdout, stderr } = await consumer.node(
      join(consumer.home, 'dist/src/cli/token-assay.js'),
      ...argv,
    );
    assert.equal(stderr, '');
    assert.match(stdout, /^ {2}oauth2\/features\/tokens\.feature: Right credentials yield an access token$/m);
  });

  test('has no other way in', async () => {
    consumer.write('inside.js', "import 'token-assay/dist/src/cli/main.js';");
    await assert.rejects(consumer.node('inside.js'), /ERR_PACKAGE_PATH_NOT_EXPORTED/);
  });
});
