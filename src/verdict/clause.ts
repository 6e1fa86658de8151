import type { Edition } from './edition.js';

/** MUST counts in the verdict; SHOULD counts with `--strict`. */
export type Level = 'MUST' | 'SHOULD';

/** The form of clause ids; a tag of that form, with its `@`, is a clause. */
export const CLAUSE_ID = /^[A-Z][A-Z0-9]+-\d{2,}$/;

/**
 * One requirement. A clause that has a MUST and a SHOULD part is two entries of the same id; a part that a later edition of
 * the contract has tightened is another.
 */
export interface Clause {
  /** Matches {@link CLAUSE_ID}: letters of its group, a hyphen, its number. */
  readonly id: string;
  readonly level: Level;
  /** One sentence, present tense: what a conforming provider does. */
  readonly statement: string;
  /** Where it comes from: the section of the profile's document, or the standard it rests on. */
  readonly source: string;
  /** Our reading, where the document is silent or contradicts itself, and its reason. */
  readonly reading?: string;
  /** The edition of the contract that it came with; absent: the oldest. A clause has an entry for each part of a level that a
   * later edition has tightened. */
  readonly since?: Edition;
  /** True where only generated requests check it (features/fuzzing). */
  readonly generated?: boolean;
}

/** The catalogue of some profiles: every entry once. */
export function clausesOf(profiles: readonly { readonly clauses: readonly Clause[] }[]): readonly Clause[] {
  return [...new Set(profiles.flatMap(({ clauses }) => clauses))];
}
