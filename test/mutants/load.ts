import { readdirSync } from 'node:fs';
import type { Mutant } from './mutant.js';

/** Folders of defects; a file in one of them exports `MUTANTS`. */
const FOLDERS = ['esignon', 'esignon-startsimple', 'esignon-login', 'ckstack-token'];

/** Every mutant, in the order of folders, files and their lists. */
export async function loadMutants(): Promise<readonly Mutant[]> {
  const files = FOLDERS.flatMap((folder) => {
    const url = new URL(`./${folder}/`, import.meta.url);
    const names = readdirSync(url).filter((name) => name.endsWith('.js'));
    return names.sort().map((name) => new URL(name, url));
  });
  const modules = await Promise.all(files.map(async (file) => await import(file.href)));
  return modules.flatMap(({ MUTANTS }: { MUTANTS: readonly Mutant[] }) => MUTANTS);
}
