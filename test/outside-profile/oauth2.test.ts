import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { importsOf } from '../architecture/import-statements.js';
import { projectFiles, ROOT } from '../architecture/project-files.js';
import { judge, runMain, workingFolder } from '../cli/support/run-main.js';
import { CLIENTS, type RunningServer, startAuthorizationServer } from './authorization-server.js';
import { type Fault, startFaultyProxy } from './faulty-proxy.js';

const NAME = 'oauth2-client-credentials';
const FOLDER = `examples/profiles/${NAME}`;
const MODULE = `--profile-module=${join(ROOT, FOLDER, 'profile.mjs')}`;
const FILES = { 'assay.fixtures.json': { oauth2: { path: '/token', clients: CLIENTS } } };

let server: RunningServer;
before(async () => {
  server = await startAuthorizationServer();
});
after(() => server.close());

/** Runs the suite with the profile against a target; the ids of the MUST clauses by outcome, and the verdict. */
async function run(context: TestContext, target: string, ...argv: readonly string[]) {
  const ended = await judge(
    context,
    [MODULE, `--profile=${NAME}`, `--target=${target}`, '--seed=7', ...argv],
    {
      files: FILES,
    },
  );
  const { clauses } = ended.verdict;
  const ids = (outcome: string) =>
    clauses.filter((entry) => entry.level === 'MUST' && entry.outcome === outcome).map(({ id }) => id);
  return { ...ended, held: ids('held'), violated: ids('violated') };
}

describe('a profile from outside', () => {
  test('finds a server that nobody here wrote conformant', async (context) => {
    const { code, verdict, held, stdout } = await run(context, server.url, '--complete');
    assert.equal(code, 0, stdout);
    assert.equal(held.length, 14);
    assert.ok(verdict.exchanges > 150);
    const others = verdict.clauses.filter(({ level, outcome }) => level === 'SHOULD' && outcome !== 'held');
    assert.deepEqual(
      others.map(({ id, outcome }) => [id, outcome]),
      [['OA-04', 'violated']],
      'it sends no Pragma',
    );
    for (const { secret } of CLIENTS) assert.ok(!JSON.stringify(verdict).includes(secret));
  });

  const [reporting] = CLIENTS.map(({ id, secret }) => {
    const parts = [id, secret].map((text) => encodeURIComponent(text));
    return `Basic ${Buffer.from(parts.join(':')).toString('base64')}`;
  });
  const faults: readonly (readonly [what: string, blamed: readonly string[], fault: Fault])[] = [
    [
      'a token for any secret',
      ['OA-05'],
      {
        request(headers) {
          const [, credentials = ''] = (headers.authorization ?? '').split(' ');
          if (Buffer.from(credentials, 'base64').toString().startsWith('reporting:'))
            headers.authorization = `${reporting}`;
        },
      },
    ],
    ['tokens that caches store', ['OA-04'], { answer: (headers) => delete headers['cache-control'] }],
    ['tokens without their type', ['OA-02'], { answer: (_, members) => delete members.token_type }],
    [
      'refusals that repeat the secret',
      ['OA-11'],
      {
        answer(_, members, { authorization = '' }) {
          const [, credentials = ''] = authorization.split(' ');
          const [, secret = ''] = Buffer.from(credentials, 'base64').toString().split(':');
          if (members.error === 'invalid_client')
            members.hint = decodeURIComponent(secret.replaceAll('+', ' '));
        },
      },
    ],
  ];
  for (const [what, blamed, fault] of faults) {
    test(`finds ${what}, and says which clause they break`, async (context) => {
      const proxy = await startFaultyProxy(server.url, fault);
      context.after(proxy.close);
      const { code, violated, verdict } = await run(context, proxy.url, '--fuzz-runs=10');
      assert.equal(code, 1);
      assert.deepEqual(violated, blamed);
      const [evidence] = verdict.clauses.find(({ id }) => id === blamed[0])?.evidence ?? [];
      assert.ok(evidence?.replay.includes(MODULE), evidence?.replay);
    });
  }

  test('with a scenario on a clause that it does not have is a fault, and no verdict', async (context) => {
    const cwd = await workingFolder(context, {
      ...FILES,
      'profile.mjs': `import profile from ${JSON.stringify(pathToFileURL(join(ROOT, FOLDER, 'profile.mjs')).href)};
        export default { ...profile, features: ['x.feature'] };`,
      'x.feature': `@${NAME}
        Feature: A
          @must @OA-77
          Scenario: B
            Given Reporting is a client
            When Reporting requests a token
            Then the request is accepted`,
    });
    const argv = ['--profile-module=profile.mjs', `--profile=${NAME}`, `--target=${server.url}`];
    const { code, verdict } = await judge(context, argv, { cwd });
    assert.equal(code, 3);
    assert.match(
      verdict.error?.message ?? '',
      /OA-77 is not a MUST clause of oauth2-client-credentials \(.*x\.feature:4\);/,
    );
  });

  test('is not served by the embedded provider', async (context) => {
    const { code, verdict } = await judge(context, [MODULE, `--profile=${NAME}`, '--tags=@OA-01'], {
      files: {},
    });
    assert.equal(code, 1);
    assert.match(verdict.error?.message ?? '', /is not part of the embedded reference provider/);
  });

  test('is listed with its document', async (context) => {
    const { code, stdout } = await runMain(context, ['--list', MODULE, `--profile=${NAME}`], { files: {} });
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^oauth2-client-credentials: OAuth 2\.0 .*\n {2}POST \{target\}\/token; .* RFC 6749\n/,
    );
    assert.match(stdout, /OA-04 SHOULD An answer with a token has `Pragma: no-cache`\./);
  });
});

describe('the proof that profiles are apart from the suite', () => {
  test('the example has the types of the public API', async () => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const project = join(ROOT, FOLDER, 'jsconfig.json');
    await promisify(execFile)(process.execPath, [tsc, '-p', project]).catch(({ stdout }) =>
      assert.fail(stdout),
    );
  });

  test('nothing of the suite knows the example', () => {
    const named = projectFiles(['src', 'steps', 'schemas', 'cucumber.js']).flatMap(({ path, text }) =>
      [...text.matchAll(/oauth|oidc|\bOA-\d|client[ _-]credentials|rfc ?6749/gi)].map(
        ([word]) => `${path}: ${word}`,
      ),
    );
    assert.deepEqual(named, []);
  });

  test('docs/profiles.md speaks of every member of the interface', () => {
    const [document, source] = projectFiles(['docs/profiles.md', 'src/profiles/profile.ts']).map(
      ({ text }) => text,
    );
    const [own = ''] = source?.split('export interface ContractSupport') ?? [];
    const members = [...own.matchAll(/^ {2}(?:readonly )?(\w+)\??[(:]/gm)].map(([, name]) => name);
    assert.ok(members.length > 50);
    assert.deepEqual(
      members.filter((name) => !new RegExp(`\\b${name}\\b`).test(document ?? '')),
      [],
    );
  });

  test('the example imports nothing but the public API, fast-check and itself', () => {
    const files = projectFiles([FOLDER]).filter(({ path }) => path.endsWith('.mjs'));
    const imports = files.flatMap(importsOf);
    assert.ok(imports.length > 5);
    const foreign = imports.filter(
      ({ specifier, target }) =>
        !['token-assay', 'fast-check'].includes(specifier) &&
        !specifier.startsWith('node:') &&
        !target?.startsWith(`${FOLDER}/`),
    );
    assert.deepEqual(
      foreign.map(({ file, specifier }) => `${file}: ${specifier}`),
      [],
    );
  });
});
