import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { errorText } from '../../src/cli/error-text.js';
import { CutOffError } from '../../src/errors/cut-off-error.js';
import { SuiteError } from '../../src/errors/suite-error.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { startProvider } from '../../src/provider/listen.js';
import { ROOT } from '../architecture/project-files.js';
import { CLI, startNode } from './support/child.js';
import { plainEnvironment, readVerdict, workingFolder } from './support/run-main.js';

/** What the package is made of, as npm would put it into another project. */
const PARTS = ['dist/src', 'dist/steps', 'features', 'schemas', 'pacts', 'cucumber.js', 'package.json'];

/** The program in a folder with a space in its path, with nothing next to it. */
async function copyOfThePackage(context: TestContext): Promise<string> {
  const home = join(await workingFolder(context, {}), 'a copy');
  mkdirSync(join(home, 'dist'), { recursive: true });
  const there = new Set([
    ...readdirSync(ROOT),
    ...readdirSync(join(ROOT, 'dist')).map((name) => `dist/${name}`),
  ]);
  for (const part of PARTS.filter((name) => there.has(name))) {
    cpSync(join(ROOT, part), join(home, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  return join(home, 'dist/src/cli/token-assay.js');
}

/** What the error output has of a run that ended too early. */
const cutOff = (why: string) => errorText(new CutOffError(why));

/** The environment without any Java. */
function withoutJava(): NodeJS.ProcessEnv {
  const { JAVA_HOME: _, ...env } = plainEnvironment();
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => !hasJava(folder));
  return { ...env, PATH: path.join(delimiter) };
}

function hasJava(folder: string): boolean {
  try {
    return readdirSync(folder).includes('java');
  } catch {
    return false;
  }
}

const FEW = '--tags=@ES-01 or @CK-01';

describe('the program as a user starts it', () => {
  test('in a path with a space, twice in the same folder, without Java: all the same', async (context) => {
    const cli = await copyOfThePackage(context);
    const cwd = await workingFolder(context, {});
    for (const round of ['first', 'second']) {
      // The verifier of contracts is a process of its own, which has to be found too.
      const argv = [round === 'first' ? '--tags=@pacts or @ES-01 or @CK-01' : FEW];
      const { ended } = startNode(context, [cli, ...argv], { cwd, env: withoutJava() });
      const { code, stdout, stderr } = await ended;
      assert.equal(stderr, '');
      assert.equal(code, 0, stdout);
      const verdict = await readVerdict({ code, cwd });
      assert.equal(verdict.conformant, true);
      assert.equal(verdict.counts.MUST.violated, 0);
      const lines = stdout.split('\n').filter((line) => line.includes('Allure HTML report skipped'));
      assert.equal(lines.length, 1, stdout);
      assert.match(stdout.replaceAll(/\s+/g, ' '), /needs Java, .* see cucumber\.html/);
      const files = readdirSync(join(cwd, 'reports')).sort();
      assert.deepEqual(
        files.filter((name) => name !== 'allure-report'),
        ['allure-results', 'cucumber.html', 'exchanges.har', 'junit.xml', 'summary.md', 'verdict.json'],
      );
    }
  });

  test('against a target in another process, the verdict is its exit code', async (context) => {
    const cwd = await workingFolder(context);
    const provider = startNode(context, [CLI, 'serve', '--port=0'], { cwd });
    const url = await new Promise<string>((resolve) => {
      let banner = '';
      provider.child.stdout?.on('data', (chunk) => {
        banner += chunk;
        const [, found] = /listens on (\S+) /.exec(banner) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const run = startNode(context, [CLI, '--no-html', `--target=${url}`, FEW], { cwd });
    const { code, stderr } = await run.ended;
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal((await readVerdict({ code: 0, cwd })).target, url);
    provider.child.kill('SIGTERM');
    assert.equal((await provider.ended).code, 0);
  });

  test('a mistake is told on the error output alone', async (context) => {
    const { ended } = startNode(context, [CLI, '--profile=esignon'], {
      cwd: await workingFolder(context, {}),
    });
    const { code, stdout, stderr } = await ended;
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^token-assay \[ASSAY_OPTION_VALUE\]: .+\n$/);
  });

  test('a reader that went away changes no exit code and gets no stack trace', async (context) => {
    const cwd = await workingFolder(context, {});
    for (const [argv, wanted] of [
      [['--list'], 0],
      [['--profile=esignon'], 2],
    ] as const) {
      const { child, ended } = startNode(context, [CLI, ...argv], { cwd });
      child.stdout?.destroy();
      if (wanted === 2) child.stderr?.destroy();
      const { code, stderr } = await ended;
      assert.deepEqual([code, stderr], [wanted, '']);
    }
  });

  test('a module of the user that ends the process is no verdict', async (context) => {
    const signature = { module: './signer.mjs' };
    const cwd = await workingFolder(context, {
      'assay.fixtures.json': { ...EMBEDDED_FIXTURES, ckstack: { ...EMBEDDED_FIXTURES.ckstack, signature } },
      'signer.mjs': 'export default () => process.exit(0);',
    });
    const provider = await startProvider();
    context.after(provider.close);
    const { code, stderr } = await startNode(context, [CLI, `--target=${provider.url}`], { cwd }).ended;
    assert.deepEqual([code, stderr], [3, cutOff('the process exited before a verdict was reached')]);
  });

  test('an error that nobody waits for is no verdict, not "not conformant"', async (context) => {
    const signature = { module: './signer.mjs' };
    const cwd = await workingFolder(context, {
      'assay.fixtures.json': { ...EMBEDDED_FIXTURES, ckstack: { ...EMBEDDED_FIXTURES.ckstack, signature } },
      'signer.mjs': "export default () => void setTimeout(() => { throw new Error('too late'); });",
    });
    const provider = await startProvider();
    context.after(provider.close);
    const { code, stderr } = await startNode(context, [CLI, `--target=${provider.url}`], { cwd }).ended;
    assert.deepEqual([code, stderr], [3, errorText(SuiteError.unexpected(new Error('too late')))]);
  });

  test('Ctrl-C while it is loading ends with 3 and one sentence', async (context) => {
    const interrupts = `const watch = setInterval(() => {
      if (process.listenerCount('SIGINT') === 0) return;
      clearInterval(watch);
      process.kill(process.pid, 'SIGINT');
    });`;
    const argv = ['--import', `data:text/javascript,${encodeURIComponent(interrupts)}`, CLI, '--list'];
    const { ended } = startNode(context, argv, { cwd: await workingFolder(context, {}) });
    const { code, stdout, stderr } = await ended;
    assert.deepEqual([code, stdout], [3, '']);
    assert.equal(stderr, cutOff('it was interrupted before anything was sent'));
  });

  test('Ctrl-C ends a run with 3 and its reports', async (context) => {
    const cwd = await workingFolder(context);
    // At its third request the run is under way for sure, however slow the machine.
    let requests = 0;
    const provider = await startProvider({
      onReply: (reply) => {
        requests += 1;
        if (requests === 3) run.child.kill('SIGINT');
        return requests < 3 ? reply : new Promise(() => {});
      },
    });
    context.after(provider.close);
    const run = startNode(context, [CLI, '--no-html', `--target=${provider.url}`], { cwd });
    const { code, stdout } = await run.ended;
    assert.equal(code, 3);
    assert.match(stdout.replaceAll(/\s+/g, ' '), /the run was cut off: it was interrupted/);
    assert.equal((await readVerdict({ code: 3, cwd })).conformant, null);
  });
});
