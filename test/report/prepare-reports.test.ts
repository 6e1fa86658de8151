import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepareReports } from '../../src/report/prepare-reports.js';

test('makes the folder, and leaves nothing in it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-'));
  t.after(() => rmSync(folder, { recursive: true }));
  assert.equal(await prepareReports(join(folder, 'a', 'b')), null);
  assert.deepEqual(readdirSync(join(folder, 'a', 'b')), []);
});

test('a verdict of an earlier run goes; what is not ours stays, a folder of such a name too', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of ['verdict.json', 'junit.xml', 'notes.txt']) writeFileSync(join(folder, name), 'x');
  mkdirSync(join(folder, 'summary.md'));
  await prepareReports(folder);
  assert.deepEqual(readdirSync(folder).sort(), ['notes.txt', 'summary.md']);
});

test('a folder that takes none is one sentence', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), '');
  assert.match(
    (await prepareReports(join(folder, 'file'))) ?? '',
    /^The reports folder .*file was not written: there is a file [^.]*\(EEXIST\)\.$/,
  );
});
