import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type ImportStatement, importsOf, packageOf, roomOf } from './import-statements.js';
import { projectFiles, ROOT } from './project-files.js';

/** Rooms that a room may import: all of them, or their types only. */
interface Rule {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

/** Who may import whom: no more than is needed. A room may always import itself. */
const RULES: Readonly<Record<string, Rule>> = {
  text: { values: [] },
  errors: { values: ['text'], types: ['verdict'] },
  schema: { values: ['text'] },
  http: { values: ['errors', 'text'], types: ['redaction'] },
  redaction: { values: [], types: ['http', 'text'] },
  verdict: { values: ['errors', 'redaction', 'text'], types: ['config', 'http'] },
  profiles: { values: ['errors', 'schema', 'text', 'http'], types: ['verdict'] },
  config: { values: ['errors', 'profiles', 'schema', 'text', 'verdict'], types: ['pact'] },
  provider: { values: ['profiles', 'text'] },
  report: { values: ['config', 'errors', 'text', 'verdict'], types: ['redaction'] },
  pact: {
    values: ['errors', 'http', 'text'],
    types: ['config', 'profiles', 'redaction', 'verdict'],
  },
  engine: {
    values: ['config', 'errors', 'http', 'pact', 'provider', 'redaction', 'report', 'text', 'verdict'],
    types: ['profiles'],
  },
  cli: {
    values: ['config', 'engine', 'errors', 'provider', 'report', 'text'],
    types: ['profiles'],
  },
  steps: { values: ['engine', 'errors', 'http', 'profiles'], types: ['verdict'] },
  index: {
    values: ['config', 'engine', 'errors', 'http', 'profiles', 'report', 'text'],
    types: ['redaction', 'verdict'],
  },
};

/** Packages that one room alone may use. */
const OWNERS: Readonly<Record<string, string>> = {
  ajv: 'schema',
  'ajv-formats': 'schema',
  axios: 'http',
  '@pact-foundation/pact-core': 'pact',
};

const CLAUSE_OR_FAMILY = /\b(?:(?:ES|SS|LG|CK|RO)-\d\d|esignon|ckstack)\b/gi;

const SOURCES = projectFiles(['src', 'steps'], '.ts');
const IMPORTS = SOURCES.flatMap(importsOf);

function shown({ file, specifier, typeOnly }: ImportStatement): string {
  return `${file} imports ${typeOnly ? 'types of ' : ''}${specifier}`;
}

function isAllowed({ file, target, typeOnly }: ImportStatement): boolean {
  if (target === null) return true;
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === to) return true;
  const rule = RULES[from];
  return rule !== undefined && (rule.values.includes(to) || (typeOnly && (rule.types ?? []).includes(to)));
}

/** The files of one circle of imports that are there at run time, the first one again at the end; empty: there is none. */
function circleIn(imports: readonly ImportStatement[]): readonly string[] {
  const needed = new Map<string, string[]>();
  for (const { file, target, typeOnly } of imports)
    if (target !== null && !typeOnly) needed.set(file, [...(needed.get(file) ?? []), target]);
  const clear = new Set<string>();
  const search = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (clear.has(file)) return [];
    for (const next of needed.get(file) ?? []) {
      const circle = search(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    clear.add(file);
    return [];
  };
  for (const file of needed.keys()) {
    const circle = search(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('the import rules of the house', () => {
  test('every room has a rule', () => {
    const rooms = new Set(SOURCES.map(({ path }) => roomOf(path)));
    assert.deepEqual(
      [...rooms].filter((room) => RULES[room] === undefined),
      [],
    );
  });

  for (const room of Object.keys(RULES)) {
    test(`${room} imports only what it may`, () => {
      const own = IMPORTS.filter(({ file }) => roomOf(file) === room);
      assert.deepEqual(own.filter((statement) => !isAllowed(statement)).map(shown), []);
    });
  }

  test('every permission is used', () => {
    const used = (room: string, other: string, types: boolean) =>
      IMPORTS.some(
        ({ file, target, typeOnly }) =>
          roomOf(file) === room && target !== null && roomOf(target) === other && typeOnly === types,
      );
    const unused = Object.entries(RULES).flatMap(([room, { values, types = [] }]) => [
      ...values.filter((other) => !used(room, other, false)).map((other) => `${room}: ${other}`),
      ...types
        .filter((other) => values.includes(other) || !used(room, other, true))
        .map((other) => `${room}: types of ${other}`),
    ]);
    assert.deepEqual(unused, []);
  });

  test('no imports form a circle when the program runs', () => {
    assert.deepEqual(circleIn(IMPORTS), []);
  });

  for (const room of ['http', 'redaction', 'verdict', 'engine', 'pact', 'cli']) {
    test(`${room} knows the profiles by their interface alone`, () => {
      const own = IMPORTS.filter(({ file, target }) => roomOf(file) === room && target !== null);
      const others = own.filter(({ target }) => roomOf(target ?? '') === 'profiles');
      assert.deepEqual(others.filter(({ target }) => target !== 'src/profiles/profile.ts').map(shown), []);
      const named = SOURCES.filter(({ path }) => roomOf(path) === room).flatMap(({ path, text }) => {
        const code = text.replaceAll(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '');
        return [...code.matchAll(CLAUSE_OR_FAMILY)].map(([name]) => `${path}: ${name}`);
      });
      assert.deepEqual(named, []);
    });
  }

  test('every import names a file that is there', () => {
    const lost = IMPORTS.filter(({ target }) => target !== null && !existsSync(join(ROOT, target)));
    assert.deepEqual(lost.map(shown), []);
  });

  test('cucumber alone loads the steps, and nothing of the product a test', () => {
    const wrong = IMPORTS.filter(
      ({ file, target }) =>
        target !== null &&
        (['test', 'tools', 'bench', 'cli'].includes(roomOf(target)) ||
          (roomOf(target) === 'steps' && roomOf(file) !== 'steps')) &&
        roomOf(target) !== roomOf(file),
    );
    assert.deepEqual(wrong.map(shown), []);
  });

  for (const [name, owner] of Object.entries(OWNERS)) {
    test(`${owner} alone uses ${name}`, () => {
      const users = IMPORTS.filter(({ specifier }) => packageOf(specifier) === name);
      assert.deepEqual(users.filter(({ file }) => roomOf(file) !== owner).map(shown), []);
    });
  }

  test('every package is a dependency of the package', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const foreign = IMPORTS.filter(({ specifier, typeOnly }) => {
      const name = packageOf(specifier);
      return name !== null && !typeOnly && !Object.hasOwn(dependencies, name);
    });
    assert.deepEqual(foreign.map(shown), []);
  });

  test('there is no barrel but the entries of the package, which nothing of ours imports', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const entries = [exports['.'], exports['./provider']].map(({ default: file }) =>
      file.replace(/^\.\/dist\/(.*)\.js$/, '$1.ts'),
    );
    const everywhere = projectFiles(['src', 'steps', 'test', 'tools', 'bench'], '.ts').flatMap(importsOf);
    const barrels = everywhere.filter(({ file, reExport }) => reExport && !entries.includes(file));
    assert.deepEqual(barrels.map(shown), []);
    const users = everywhere.filter(({ target }) => target !== null && entries.includes(target));
    assert.deepEqual(users.map(shown), []);
  });
});

describe('how the rules are checked', () => {
  const read = (text: string, path = 'src/report/a.ts') =>
    importsOf({ path, text }).map(({ target, specifier, typeOnly, reExport }) => [
      target ?? specifier,
      typeOnly,
      reExport,
    ]);

  test('every form of import is seen, types by themselves', () => {
    const text = [
      "import axios, { type AxiosError } from 'axios';",
      "import './side-effect.js';",
      "import type { Verdict } from '../verdict/verdict.js';",
      "import type Default from './default.js';",
      "import {\n  type A,\n  type B,\n} from './types.js';",
      "import { type C, d } from './both.js';",
      "import * as all from './all.js';",
      "import type from './odd.js';",
      "const later = await import('../engine/run-suite.js');",
      "export { e } from './elsewhere.js';",
      "export * from './everything.js';",
      "export const text = 'no import';",
      "// import x from './comment.js';",
      "  const quoted = `import y from './string.js'`;",
    ].join('\n');
    assert.deepEqual(read(text), [
      ['axios', false, false],
      ['src/report/side-effect.ts', false, false],
      ['src/verdict/verdict.ts', true, false],
      ['src/report/default.ts', true, false],
      ['src/report/types.ts', true, false],
      ['src/report/both.ts', false, false],
      ['src/report/all.ts', false, false],
      ['src/report/odd.ts', false, false],
      ['src/report/elsewhere.ts', false, true],
      ['src/report/everything.ts', false, true],
      ['src/engine/run-suite.ts', false, false],
    ]);
  });

  test('a forbidden import is refused, an allowed one is not', () => {
    const verdictOf = (path: string, text: string) => importsOf({ path, text }).map(isAllowed);
    assert.deepEqual(verdictOf('src/provider/a.ts', "import { x } from '../engine/probe.js';"), [false]);
    assert.deepEqual(verdictOf('src/redaction/a.ts', "import { x } from '../http/client.js';"), [false]);
    assert.deepEqual(verdictOf('src/redaction/a.ts', "import type { X } from '../http/exchange.js';"), [
      true,
    ]);
    assert.deepEqual(verdictOf('src/engine/a.ts', "import { x } from '../../steps/support/world.js';"), [
      false,
    ]);
    assert.deepEqual(verdictOf('src/cli/a.ts', "import { main } from './main.js';"), [true]);
  });

  test('a circle is found, unless types alone close it', () => {
    const read = (closing: string) =>
      [
        ['src/report/a.ts', "import { b } from './b.js';"],
        ['src/report/b.ts', "import { c } from './c.js';"],
        ['src/report/c.ts', closing],
      ].flatMap(([path = '', text = '']) => importsOf({ path, text }));
    assert.deepEqual(circleIn(read("import { b } from './b.js';")), [
      'src/report/b.ts',
      'src/report/c.ts',
      'src/report/b.ts',
    ]);
    assert.deepEqual(circleIn(read("const a = await import('./a.js');")).length, 4);
    assert.deepEqual(circleIn(read("import type { B } from './b.js';")), []);
  });

  test('rooms and packages are recognised by name', () => {
    assert.equal(roomOf('src/cli.ts'), 'cli');
    assert.equal(roomOf('steps/support/world.ts'), 'steps');
    assert.equal(packageOf('ajv/dist/2020.js'), 'ajv');
    assert.equal(packageOf('@cucumber/cucumber/api'), '@cucumber/cucumber');
    assert.equal(packageOf('node:fs'), null);
  });
});
