import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { startProvider } from '../../src/provider/listen.js';
import { clausesOf } from '../support/profiles.js';
import { runMain } from './support/run-main.js';

const MISTAKES: readonly (readonly [
  what: string,
  argv: readonly string[],
  files: Readonly<Record<string, unknown>>,
  named: RegExp,
])[] = [
  // As root, and on a system with procfs, it is noticed only when it is made.
  ['reports that cannot be made', ['--reports=/proc/assay/reports'], {}, /reports/],
  ['an unknown option', ['--tagret=http://127.0.0.1'], {}, /no option "--tagret"; did you mean --target\?/],
  ['a bad value', ['--fuzz-runs=many'], {}, /--fuzz-runs: "many" /],
  ['an unknown profile', ['--profile=esignon'], {}, /--profile/],
  ['a bad tag expression', ['--tags=@a and'], {}, /--tags/],
  ['a target that is no URL', ['--target=nowhere'], {}, /--target/],
  ['an argument', ['http://127.0.0.1'], {}, /unexpected argument/],
  [
    'an unknown command',
    ['attest'],
    {},
    /no command "attest"; the commands are run and serve; --help explains them\./,
  ],
  ['a misspelt command', ['serv', '--port=0'], {}, /no command "serv"; .* did you mean serve\?/],
  ['a name of every object', ['constructor'], {}, /no command "constructor"/],
  ['an argument after the command', ['run', 'serve'], {}, /unexpected argument "serve"/],
  ['fixtures that are not there', ['--fixtures=none.json'], {}, /none\.json cannot be read/],
  ['fixtures that are not JSON', [], { 'assay.fixtures.json': '{"esignon": }' }, /not valid JSON at line 1/],
  [
    'fixtures with an unknown member',
    [],
    { 'assay.fixtures.json': { esignon: { user: { e_mail: 'mina@example.com', password: 'x' } } } },
    /esignon\.user/,
  ],
  [
    'fixtures whose variable is not set',
    [],
    {
      'assay.fixtures.json': {
        esignon: { user: { email: 'a@example.com', password: '${env:ASSAY_NO_SUCH}' } },
      },
    },
    /ASSAY_NO_SUCH/,
  ],
  [
    'a waiver of no clause',
    [],
    { 'assay.waivers.json': [{ clause: 'ES-99', reason: 'r', until: '2999-01-01' }] },
    /ES-99/,
  ],
];

describe('mistakes of the user', () => {
  for (const [what, argv, files, named] of MISTAKES) {
    test(`${what}: 2, one sentence, nothing written and nothing sent`, async (context) => {
      let requests = 0;
      const provider = await startProvider({
        onReply: (reply) => {
          requests += 1;
          return reply;
        },
      });
      context.after(provider.close);
      const own = argv.some((word) => word.startsWith('--target') || !word.startsWith('--'));
      const ended = await runMain(context, own ? argv : [`--target=${provider.url}`, ...argv], { files });
      assert.equal(ended.code, 2);
      assert.match(ended.stderr, named);
      assert.match(ended.stderr, /^token-assay \[ASSAY_[A-Z_]+\]: .+[.?]\n$/s);
      assert.doesNotMatch(ended.stderr, /\n\s+at |Error:/);
      assert.equal(ended.stdout, '');
      assert.equal(requests, 0);
      assert.equal(existsSync(join(ended.cwd, 'reports')), false);
    });
  }
});

describe('what the program tells without a run', () => {
  test('--version: the version of the package', async (context) => {
    const { code, stdout } = await runMain(context, ['--version'], { files: {} });
    const file = new URL('../../../package.json', import.meta.url);
    assert.equal(code, 0);
    assert.equal(stdout, `${JSON.parse(await readFile(file, 'utf8')).version}\n`);
  });

  test('--help: every option, on a page of its own', async (context) => {
    const { code, stdout } = await runMain(context, ['--help'], { files: {} });
    assert.equal(code, 0);
    for (const option of [
      '--target',
      '--profile',
      '--fixtures',
      '--seed',
      '--strict',
      '--waivers',
      '--list',
    ]) {
      assert.ok(stdout.includes(option), option);
    }
  });

  test('run is the command of a line without one', async (context) => {
    const [implied, named, afterDashes] = await Promise.all(
      [['--version'], ['run', '--version'], ['--', 'run', '--version']].map((argv) =>
        runMain(context, argv, { files: {} }),
      ),
    );
    assert.equal(implied?.code, 0);
    assert.equal(named?.stdout, implied?.stdout);
    assert.equal(afterDashes?.stdout, implied?.stdout);
  });

  test('serve --help: its own options', async (context) => {
    const { code, stdout } = await runMain(context, ['serve', '--help'], { files: {} });
    assert.equal(code, 0);
    assert.match(stdout, /--port=PORT .*\(default: 8080\)/);
    assert.doesNotMatch(stdout, /--target/);
  });

  test('--list: clauses and scenarios, and sends nothing', async (context) => {
    let requests = 0;
    const provider = await startProvider({
      onReply: (reply) => {
        requests += 1;
        return reply;
      },
    });
    context.after(provider.close);
    const argv = ['--list', `--target=${provider.url}`, '--profile=esignon-login'];
    const { code, stdout, stderr, cwd } = await runMain(context, argv);
    assert.deepEqual([code, stderr, requests], [0, '', 0]);
    const generated = clausesOf('esignon-login').filter((clause) => clause.generated);
    for (const clause of clausesOf('esignon-login').filter((one) => !generated.includes(one))) {
      const { id, level, statement } = clause;
      assert.ok(stdout.includes(`${id} ${level.padEnd(6)} ${statement}`), `${id} ${level}`);
    }
    assert.match(
      stdout,
      /features\/esignon\/blocked-company\.feature: Right credentials yield result code 95/,
    );
    assert.match(stdout, /LG-01 {2}A user of the blocked company logs in \(line \d+\)/);
    assert.doesNotMatch(stdout, /CK-01|SS-01|undefined|line 0/);
    assert.match(stdout, /\d+ scenarios; nothing was sent\.\n$/);
    assert.equal(existsSync(join(cwd, 'reports')), false);
  });

  test('--list with a selection lists that alone; an empty one is no verdict', async (context) => {
    const some = await runMain(context, ['--list', '--tags=@LG-04'], { files: {} });
    assert.equal(some.code, 0);
    assert.match(some.stdout, /^esignon-login: eSignon .*\n {2}POST .*; the clauses cite .*\n\n {2}LG-04/);
    const none = await runMain(context, ['--list', '--tags=@nothing'], { files: {} });
    assert.equal(none.code, 3);
    assert.match(none.stderr, /no scenario of esignon-startsimple, .* matches --tags=@nothing/);
  });
});
