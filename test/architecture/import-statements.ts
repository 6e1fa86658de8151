import { posix } from 'node:path';
import type { ProjectFile } from './project-files.js';

/** One `import` or re-export of a source file. */
export interface ImportStatement {
  readonly file: string;
  /** As written: `./verdict.js`, `node:fs`, `axios`. */
  readonly specifier: string;
  /** Nothing of it is left when the program runs: `import type`, or `type` before every name. */
  readonly typeOnly: boolean;
  /** `export … from`: what barrels are made of. */
  readonly reExport: boolean;
  /** The file it names, from the project's folder, as `.ts`; `null` for a package. */
  readonly target: string | null;
}

/** Statements begin in the first column: the formatter sees to it, so comments and strings are not taken for one. */
const STATEMENT = /^(import|export)\b((?:[^;'"]|"[^"]*")*?)(?:\bfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

/** Every import of a file, dynamic ones included. */
export function importsOf({ path, text }: ProjectFile): readonly ImportStatement[] {
  const found: ImportStatement[] = [];
  for (const [statement, keyword, clause = '', specifier = ''] of text.matchAll(STATEMENT)) {
    if (keyword === 'export' && !/\bfrom\s+'[^']+'$/.test(statement)) continue;
    found.push({
      file: path,
      specifier,
      typeOnly: isTypeOnly(clause),
      reExport: keyword === 'export',
      target: targetOf(path, specifier),
    });
  }
  for (const [, specifier = ''] of text.matchAll(DYNAMIC)) {
    found.push({
      file: path,
      specifier,
      typeOnly: false,
      reExport: false,
      target: targetOf(path, specifier),
    });
  }
  return found;
}

function isTypeOnly(clause: string): boolean {
  if (/^\s+type\s+[^\s,]/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*(?:from)?\s*$/.exec(clause)?.[1]?.split(',') ?? [];
  const given = names.map((name) => name.trim()).filter((name) => name !== '');
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}

function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\.js$/, '.ts');
}

/** The room of a file: a folder of `src`, `index` for `src/index.ts`, else its first folder (`steps`, `test`). */
export function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second.replace(/\.ts$/, '') : first;
}

/** The package of a specifier: `@a/b` of `@a/b/c`, `ajv` of `ajv/dist/2020.js`; `null` for files and Node's own. */
export function packageOf(specifier: string): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return null;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
