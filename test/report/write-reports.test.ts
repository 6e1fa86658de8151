import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findJava } from '../../src/report/allure/java.js';
import { createAllureSink } from '../../src/report/allure/sink.js';
import { createHarWriter } from '../../src/report/har.js';
import { createHtmlFallback } from '../../src/report/html-fallback.js';
import { explainFailure } from '../../src/report/report-file.js';
import { writeReports } from '../../src/report/write-reports.js';
import { envelopesOf, PROFILE, SINK } from './envelopes.js';
import { because, entry, held, hostileVerdict, verdict } from './sample-verdict.js';

const NO_JAVA = { PATH: '' };
const withoutJava = findJava(process.env) === null ? 'there is no Java here' : false;

async function folder(t: TestContext): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'report-'));
  t.after(() => rm(dir, { recursive: true }));
  return join(dir, 'reports');
}

/** A run of one scenario and no exchange, ready for its reports. */
function ran(dir: string) {
  const har = createHarWriter(join(dir, 'exchanges.har'), {
    creator: { name: 'token-assay', version: '0.1.0' },
  });
  const allure = createAllureSink({
    resultsDir: join(dir, 'allure-results'),
    ...SINK,
  });
  const fallback = createHtmlFallback();
  for (const envelope of envelopesOf()) {
    allure.onEnvelope(envelope, PROFILE);
    fallback.onEnvelope(envelope, PROFILE);
  }
  return { dir, har, allure, fallback };
}

test('every report is written, the page for where there is no Java included', async (t) => {
  const dir = await folder(t);
  const written = await writeReports(verdict(held(3)), { ...ran(dir), env: NO_JAVA });
  assert.deepEqual(written, {
    files: ['verdict.json', 'summary.md', 'junit.xml', 'exchanges.har', 'cucumber.html', 'allure-results'],
    notes: [
      'Allure HTML report skipped: it needs Java, and neither JAVA_HOME nor PATH has one; ' +
        'see cucumber.html and allure-results (with Allure on another machine) instead.',
    ],
  });
  assert.deepEqual((await readdir(dir)).toSorted(), written.files.toSorted());
});

test('with Java it is the Allure report, and the page of an earlier run is gone', {
  skip: withoutJava,
}, async (t) => {
  const dir = await folder(t);
  await writeReports(verdict(held(3)), { ...ran(dir), env: NO_JAVA });
  const written = await writeReports(verdict(held(3)), {
    ...ran(dir),
    env: process.env,
    htmlTimeoutMs: 60_000,
  });
  assert.deepEqual(written.notes, []);
  assert.ok(written.files.includes(join('allure-report', 'index.html')));
  assert.ok(!(await readdir(dir)).includes('cucumber.html'));

  const later = await writeReports(verdict(held(3)), { ...ran(dir), fallback: null, env: process.env });
  assert.ok(!later.files.includes(join('allure-report', 'index.html')));
  assert.deepEqual(await readdir(join(dir, 'allure-report')), ['history']);
});

test('pages of the same names that are not ours stay', async (t) => {
  const dir = await folder(t);
  await mkdir(join(dir, 'allure-report'), { recursive: true });
  await writeFile(join(dir, 'cucumber.html'), 'mine');
  await writeFile(join(dir, 'allure-report', 'index.html'), 'mine');
  await writeReports(verdict(held(3)), { ...ran(dir), fallback: null, env: NO_JAVA });
  assert.equal(await readFile(join(dir, 'cucumber.html'), 'utf8'), 'mine');
  assert.equal(await readFile(join(dir, 'allure-report', 'index.html'), 'utf8'), 'mine');
});

test('a run that came to nothing still has its verdict, summary and JUnit', async (t) => {
  const dir = await folder(t);
  const nothing = verdict([], { conformant: null, exitCode: 3, reason: 'the target does not answer' });
  const written = await writeReports(nothing, { dir, env: NO_JAVA, har: null, allure: null, fallback: null });
  assert.deepEqual(written, { files: ['verdict.json', 'summary.md', 'junit.xml'], notes: [] });
});

test('no scenario: no page, and the reason is said', async (t) => {
  const dir = await folder(t);
  const allure = createAllureSink({
    resultsDir: join(dir, 'allure-results'),
    ...SINK,
  });
  const options = { dir, env: NO_JAVA, har: null, allure, fallback: createHtmlFallback() };
  const written = await writeReports(
    verdict([], { conformant: null, exitCode: 3, ...because('cut off') }),
    options,
  );
  assert.deepEqual(written.notes, [
    'Allure HTML report skipped: there are no results to show; see summary.md instead.',
  ]);
  assert.ok(!written.files.includes('cucumber.html'));
});

test('the job summary gets the same page', async (t) => {
  const dir = await folder(t);
  await mkdir(dir);
  const step = join(dir, 'step.md');
  const options = { dir, env: { GITHUB_STEP_SUMMARY: step }, har: null, allure: null, fallback: null };
  await writeReports(verdict([...held(3), entry('ES-09', 'violated')]), options);
  assert.equal(await readFile(step, 'utf8'), `\n${await readFile(join(dir, 'summary.md'), 'utf8')}`);
});

test('one report that cannot be written is one sentence, and the others are there', async (t) => {
  const dir = await folder(t);
  await mkdir(join(dir, 'summary.md', 'x'), { recursive: true });
  await mkdir(join(dir, 'exchanges.har'));
  await writeFile(join(dir, 'allure-results'), 'a file in its place');
  const written = await writeReports(hostileVerdict(), { ...ran(dir), fallback: null, env: NO_JAVA });
  assert.deepEqual(written.files, ['verdict.json', 'junit.xml']);
  assert.equal(written.notes.length, 3);
  assert.match(
    written.notes[0] ?? '',
    /summary\.md was not written: there is a folder of that name; move it away/,
  );
  assert.match(written.notes[1] ?? '', /exchanges\.har was not written: there is a folder of that name/);
  assert.match(written.notes[2] ?? '', /allure-results was not written: there is a file of that name/);
  const left = await readdir(dir);
  assert.ok(!left.some((name) => name.endsWith('.tmp')), left.join());
});

test('a folder that cannot be made is one sentence, not one for each report', async (t) => {
  const dir = await folder(t);
  await writeFile(dir, 'a file in its place');
  const written = await writeReports(verdict(held(1)), { ...ran(dir), env: NO_JAVA });
  assert.deepEqual(written.files, []);
  assert.equal(written.notes.length, 1);
  assert.match(
    written.notes[0] ?? '',
    /^The reports folder .* was not written: there is a file .*--reports=DIR \(EEXIST\)\.$/,
  );
});

test('a folder without permission is one sentence each', { skip: process.getuid?.() === 0 }, async (t) => {
  const dir = await folder(t);
  await mkdir(dir);
  await chmod(dir, 0o500);
  const options = { dir, env: NO_JAVA, har: null, allure: null, fallback: null };
  const written = await writeReports(verdict(held(1)), options);
  await chmod(dir, 0o700);
  assert.equal(written.notes.length, 3);
  for (const note of written.notes) assert.match(note, /was not written: permission was denied/);
});

test('a full disk is said in words, and a hostile file name stays one line', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  assert.equal(
    explainFailure('reports/junit.xml', full),
    'reports/junit.xml was not written: the disk is full (ENOSPC).',
  );
  assert.equal(
    explainFailure('a\n\u001b[2Jb', new Error('odd\nthing')),
    'a \\u001b[2Jb was not written: odd thing.',
  );
});
