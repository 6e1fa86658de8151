import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { AssayError, type ErrorKind } from '../../src/errors/assay-error.js';

const CLASSES = new URL('../../src/errors/', import.meta.url);
const DOCUMENT = new URL('../../../docs/errors.md', import.meta.url);

async function kinds(): Promise<readonly ErrorKind[]> {
  const files = (await readdir(CLASSES)).filter(
    (name) => name.endsWith('-error.js') && name !== 'assay-error.js',
  );
  const modules = await Promise.all(files.map((name) => import(new URL(name, CLASSES).href)));
  return modules.map((module, index) => {
    const classes = Object.values<unknown>(module).filter(
      (exported): exported is ErrorKind & { prototype: unknown } =>
        typeof exported === 'function' && exported.prototype instanceof AssayError,
    );
    assert.equal(classes.length, 1, `one class in ${files[index]}`);
    return classes[0] ?? assert.fail();
  });
}

async function rows(): Promise<readonly (readonly string[])[]> {
  const text = await readFile(DOCUMENT, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', ''))
        .slice(1, -1),
    );
}

describe('docs/errors.md', () => {
  test('has a row for every class of error, and none besides', async () => {
    const told = (await rows()).map(([code, exit]) => `${code} ${exit}`);
    const there = (await kinds()).map(({ code, exitCode }) => `${code} ${exitCode}`);
    assert.ok(there.length > 10);
    assert.deepEqual(told.toSorted(), there.toSorted());
    assert.equal(new Set(told.map((row) => row.split(' ')[0])).size, told.length);
  });

  test('says of each what it means and what to do', async () => {
    for (const cells of await rows()) {
      assert.equal(cells.length, 4, cells[0]);
      for (const cell of cells.slice(2)) assert.ok(cell.length > 10, cells[0]);
    }
  });
});
