import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../../src/report/make-folder.js';

test('makes a folder and those on the way to it, again without harm', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const deep = join(folder, 'a', 'b', 'c');
  makeFolder(deep);
  makeFolder(deep);
  assert.ok(statSync(deep).isDirectory());
});

test('a file in the way is an error of the system', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), '');
  assert.throws(() => makeFolder(join(folder, 'file')), { code: 'EEXIST' });
  assert.throws(() => makeFolder(join(folder, 'file', 'below')), { code: 'ENOTDIR' });
});

test('a file system that refuses a folder as not there is asked once', {
  skip: !existsSync('/proc/self'),
}, () => {
  assert.throws(() => makeFolder('/proc/assay'), { code: /ENOENT|EACCES|EPERM|EROFS/ });
  assert.throws(() => makeFolder('/proc/assay/reports'), { code: /ENOENT|EACCES|EPERM|EROFS/ });
});
