import { readdirSync } from 'node:fs';
import type { Level } from '../../src/verdict/clause.js';
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

/** So many mutants of a clause the selftest has the time for; `npm run detection` examines all. */
const CORE: Readonly<Record<Level, number>> = { MUST: 1, SHOULD: 1 };
/** Of a clause that both eSignon profiles have. */
const CORE_OF_TWO: Readonly<Record<Level, number>> = { MUST: 1, SHOULD: 1 };

/**
 * The mutants that the selftest examines: the first ones of each clause. Those of a clause that both eSignon profiles
 * have are spread over them, now more in the one, now in the other.
 */
export function coreOf(mutants: readonly Mutant[]): readonly Mutant[] {
  const seen = new Map<string, number>();
  return mutants.filter((mutant) => {
    const key = `${mutant.profile} ${mutant.clauses[0]} ${mutant.level}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before < shareOf(mutant);
  });
}

function shareOf({ clauses: [clause], level, profile }: Mutant): number {
  if (!clause.startsWith('ES-')) return CORE[level];
  const all = CORE_OF_TWO[level];
  const turn = Number(clause.slice('ES-'.length)) % 2 === 0 ? 'esignon-startsimple' : 'esignon-login';
  return profile === turn ? Math.ceil(all / 2) : Math.floor(all / 2);
}
