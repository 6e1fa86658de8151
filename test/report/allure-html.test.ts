import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { generateAllureHtml } from '../../src/report/allure/html.js';
import { findJava } from '../../src/report/allure/java.js';
import { createAllureSink } from '../../src/report/allure/sink.js';
import { envelopesOf, PROFILE, SINK } from './envelopes.js';

const withoutJava = findJava(process.env) === null ? 'there is no Java here' : false;
const posix = process.platform === 'win32' ? 'shell scripts stand in for Java' : false;

/** A reports folder, in a path that is not only ASCII, with the results of one scenario. */
async function reports(t: TestContext) {
  const top = await mkdtemp(join(tmpdir(), 'report-'));
  t.after(() => rm(top, { recursive: true }));
  const dir = join(top, 'my reports 보고서');
  const resultsDir = join(dir, 'allure-results');
  const run = async () => {
    const sink = createAllureSink({ resultsDir, ...SINK });
    for (const envelope of envelopesOf()) sink.onEnvelope(envelope, PROFILE);
    await sink.finish();
  };
  await run();
  return { top, dir, resultsDir, reportDir: join(dir, 'allure-report'), run };
}

/** An environment whose Java is a shell script. */
async function fakeJava(dir: string, script: string): Promise<NodeJS.ProcessEnv> {
  const bin = join(dir, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'java'), `#!/bin/sh\n${script}\n`);
  await chmod(join(bin, 'java'), 0o755);
  return { ...process.env, JAVA_HOME: dir };
}

test('the report is one page that opens from the disk, without analytics, beside its history', {
  skip: withoutJava,
}, async (t) => {
  const { dir, resultsDir, reportDir, run } = await reports(t);
  await mkdir(reportDir);
  await writeFile(join(reportDir, 'notes.txt'), 'mine');
  const options = { resultsDir, reportDir, env: process.env, timeoutMs: 60_000 };
  assert.deepEqual(await generateAllureHtml(options), { made: true, file: join(reportDir, 'index.html') });
  const page = await readFile(join(reportDir, 'index.html'), 'utf8');
  assert.match(page, /d\('data\/suites\.json'/);
  assert.doesNotMatch(page, /googletagmanager|<script[^>]+src="http/);
  assert.deepEqual((await readdir(reportDir)).toSorted(), ['history', 'index.html', 'notes.txt']);
  assert.deepEqual((await readdir(dir)).toSorted(), ['allure-report', 'allure-results']);

  await run();
  assert.equal((await generateAllureHtml(options)).made, true);
  const trend = JSON.parse(await readFile(join(reportDir, 'history', 'history-trend.json'), 'utf8'));
  assert.equal(trend.length, 2);
  const history = JSON.parse(await readFile(join(reportDir, 'history', 'history.json'), 'utf8'));
  assert.deepEqual(
    Object.values(history as Record<string, { items: unknown[] }>).map(({ items }) => items.length),
    [2],
  );
});

test('without Java it says so and what there is instead', async (t) => {
  const { resultsDir, reportDir } = await reports(t);
  const outcome = await generateAllureHtml({ resultsDir, reportDir, env: { PATH: '' }, timeoutMs: 60_000 });
  assert.deepEqual(outcome, {
    made: false,
    reason: 'it needs Java, and neither JAVA_HOME nor PATH has one',
    instead: 'allure-results (with Allure on another machine)',
  });
});

test('without results there is no report, not an empty one', async (t) => {
  const { top, reportDir } = await reports(t);
  const outcome = await generateAllureHtml({
    resultsDir: join(top, 'nowhere'),
    reportDir,
    env: process.env,
    timeoutMs: 60_000,
  });
  assert.equal(outcome.made, false);
  assert.match(outcome.made ? '' : outcome.reason, /there are no results/);
});

test('a Java that hangs is stopped at the deadline, and the report of before stays', {
  skip: posix,
}, async (t) => {
  const { top, dir, resultsDir, reportDir } = await reports(t);
  await mkdir(reportDir);
  await writeFile(join(reportDir, 'index.html'), 'before');
  const env = await fakeJava(join(top, 'jdk'), 'exec sleep 600');
  // It comes back only once the child is gone.
  const outcome = await generateAllureHtml({ resultsDir, reportDir, env, timeoutMs: 300 });
  assert.deepEqual(outcome.made ? '' : outcome.reason, 'Java took longer than 0.3 s and was stopped');
  assert.equal(await readFile(join(reportDir, 'index.html'), 'utf8'), 'before');
  assert.deepEqual((await readdir(dir)).toSorted(), ['allure-report', 'allure-results']);
});

test('a Java that fails gives its first line, on one line', { skip: posix }, async (t) => {
  const { top, resultsDir, reportDir } = await reports(t);
  const reason = async (script: string) => {
    const env = await fakeJava(join(top, 'jdk'), script);
    const outcome = await generateAllureHtml({ resultsDir, reportDir, env, timeoutMs: 60_000 });
    return outcome.made ? 'made' : outcome.reason;
  };
  assert.equal(
    await reason("printf '\\033[31mUnable to locate a Java Runtime\\nmore' >&2; exit 1"),
    'Java ended with code 1: \\u001b[31mUnable to locate a Java Runtime',
  );
  assert.equal(await reason('exit 3'), 'Java ended with code 3: no output');
  assert.equal(
    await reason('echo java.lang.UnsupportedClassVersionError: x >&2; exit 1'),
    'the installed Java is too old for it',
  );
  assert.match(await reason('exit 0'), /ENOENT/);
});

test('what Java prints does not reach the console, and it is asked to send nothing', {
  skip: posix,
}, async (t) => {
  const { top, resultsDir, reportDir } = await reports(t);
  const env = await fakeJava(
    join(top, 'jdk'),
    `echo noise; echo "$ALLURE_NO_ANALYTICS" > '${join(top, 'asked')}'; exit 1`,
  );
  const written: string[] = [];
  t.mock.method(process.stdout, 'write', (text: string) => written.push(text) > 0);
  await generateAllureHtml({ resultsDir, reportDir, env, timeoutMs: 60_000 });
  t.mock.restoreAll();
  assert.ok(!written.join('').includes('noise'));
  assert.equal(await readFile(join(top, 'asked'), 'utf8'), 'true\n');
});

test('Java is looked for in JAVA_HOME, then on PATH; what cannot be started is none', {
  skip: posix,
}, async (t) => {
  const { top } = await reports(t);
  await fakeJava(join(top, 'home'), '');
  await fakeJava(join(top, 'path'), '');
  const path = { PATH: `/nowhere::${join(top, 'path', 'bin')}` };
  assert.equal(findJava({ ...path, JAVA_HOME: join(top, 'home') }), join(top, 'home', 'bin', 'java'));
  assert.equal(findJava({ ...path, JAVA_HOME: '/nowhere' }), join(top, 'path', 'bin', 'java'));
  await chmod(join(top, 'path', 'bin', 'java'), 0o644);
  assert.equal(findJava(path), null);
});
