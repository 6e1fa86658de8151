import { readdirSync } from 'node:fs';
import type { Level } from '../../src/contract/clause.js';
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

/** So many mutants of a clause the selftest examines: of an eSignon clause in each of the two profiles. */
const CORE: Readonly<Record<Level, number>> = { MUST: 3, SHOULD: 1 };
const CORE_OF_TWO: Readonly<Record<Level, number>> = { MUST: 2, SHOULD: 1 };

/** The mutants that the selftest has the time for: the first ones of each clause, profile by profile. */
export function coreOf(mutants: readonly Mutant[]): readonly Mutant[] {
  const seen = new Map<string, number>();
  return mutants.filter(({ clauses: [clause], level, profile }) => {
    const key = `${profile} ${clause} ${level}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before < (clause.startsWith('ES-') ? CORE_OF_TWO : CORE)[level];
  });
}
