import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { AssayError, type ErrorKind } from '../../src/errors/assay-error.js';
import { projectFiles } from '../architecture/project-files.js';

const CLASSES = new URL('../../src/errors/', import.meta.url);
const DOCUMENT = new URL('../../../docs/errors.md', import.meta.url);
/** What the others extend. */
const BASES = ['assay-error.js', 'run-error.js'];

async function classes(): Promise<readonly (ErrorKind & { readonly name: string })[]> {
  const files = (await readdir(CLASSES)).filter(
    (name) => name.endsWith('-error.js') && !BASES.includes(name),
  );
  const modules = await Promise.all(files.map((name) => import(new URL(name, CLASSES).href)));
  return modules.map((module, index) => {
    const found = Object.values<unknown>(module).filter(
      (exported): exported is ErrorKind & { name: string; prototype: unknown } =>
        typeof exported === 'function' && exported.prototype instanceof AssayError,
    );
    assert.equal(found.length, 1, `one class in ${files[index]}`);
    return found[0] ?? assert.fail();
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
    const documented = (await rows()).map(([code, exit]) => `${code} ${exit}`);
    const there = (await classes()).map(({ code, exitCode }) => `${code} ${exitCode}`);
    assert.ok(there.length > 10);
    assert.deepEqual(documented.toSorted(), there.toSorted());
    assert.equal(new Set(documented.map((row) => row.split(' ')[0])).size, documented.length);
  });

  test('says of each what it means and what to do', async () => {
    for (const cells of await rows()) {
      assert.equal(cells.length, 4, cells[0]);
      for (const cell of cells.slice(2)) assert.ok(cell.length > 10, cells[0]);
    }
  });
});

test('every class of error is used, and no code is written out besides', async () => {
  const sources = projectFiles(['src', 'steps'], '.ts');
  for (const { name, code } of await classes()) {
    const users = sources.filter(({ text }) => text.includes(`new ${name}(`));
    assert.ok(users.length > 0, `nothing makes a ${name}`);
    const literal = sources.filter(
      ({ path, text }) => !path.startsWith('src/errors/') && text.includes(`'${code}'`),
    );
    assert.deepEqual(
      literal.map(({ path }) => path),
      [],
      code,
    );
  }
});
