import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, seen from this file once compiled. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Names of folders that hold nothing that is written by hand and committed. */
const NOT_OURS = new Set(['node_modules', 'dist', 'reports', '.git']);

/** One file of the project. */
export interface ProjectFile {
  /** From the project's folder, with `/` between: `src/engine/run-suite.ts`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files below these files and folders, in the order of their names.
 * @param places from the project's folder; those that are not there are passed over
 * @param extension with its dot; `''`: any
 */
export function projectFiles(places: readonly string[], extension = ''): readonly ProjectFile[] {
  return places
    .flatMap((place) => pathsBelow(join(ROOT, place)))
    .filter((path) => path.endsWith(extension))
    .map((path) => ({
      path: relative(ROOT, path).split(sep).join(posix.sep),
      text: readFileSync(path, 'utf8'),
    }));
}

function pathsBelow(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !NOT_OURS.has(name))
    .sort()
    .flatMap((name) => pathsBelow(join(path, name)));
}
