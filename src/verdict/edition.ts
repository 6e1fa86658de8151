import { createHash } from 'node:crypto';
import type { Check, ScenarioRef } from './check.js';
import type { Clause } from './clause.js';

/** The editions of the contract, the oldest first; their names sort by age. */
export const EDITIONS = ['2026-11', '2026-12'] as const;

/** Name of an edition: its year and month. */
export type Edition = (typeof EDITIONS)[number];

/** The edition of a run without `--edition`. */
export const NEWEST_EDITION: Edition = '2026-12';

/** The edition of the contract that a verdict is by. */
export interface JudgedEdition {
  readonly name: Edition;
  /** SHA-256, in hexadecimal, of the catalogue of clauses: see {@link catalogueDigest}. */
  readonly digest: string;
}

/** The edition that an entry of the catalogue came with. */
export function sinceOf({ since = EDITIONS[0] }: Pick<Clause, 'since'>): Edition {
  return since;
}

/** Whether an entry belongs to an edition: one of a later edition is checked and shown, but does not count. */
export function isOfEdition(entry: { readonly since: Edition }, edition: Edition): boolean {
  return entry.since <= edition;
}

/**
 * The edition of the entry that a check is about. A clause has several of one level where a later edition has tightened a
 * part of it; then the check says which it means, or else the scenario by its tag `@since-2026-12`.
 *
 * @param entries the catalogue of the profile
 */
export function sinceOfCheck(
  { clause, level, since }: Pick<Check, 'clause' | 'level' | 'since'>,
  entries: readonly Clause[],
): Edition {
  const editions = entries
    .filter((entry) => entry.id === clause && entry.level === level)
    .map(sinceOf)
    .sort();
  return editions.find((edition) => edition === since) ?? editions[0] ?? EDITIONS[0];
}

/** The edition that a scenario names by its tag, for its own clauses. */
export function sinceOfScenario({ tags }: Pick<ScenarioRef, 'tags'>): Edition | undefined {
  return EDITIONS.find((edition) => tags.includes(`@since-${edition}`));
}

/**
 * SHA-256 of a catalogue: of the JSON array of its entries in their order, each an object of `id`, `level`, `reading`
 * (where there is one), `since` and `statement` in this order, without white space, in UTF-8.
 */
export function catalogueDigest(clauses: readonly Clause[]): string {
  const entries = clauses.map((clause) => {
    const { id, level, reading, statement } = clause;
    return { id, level, ...(reading === undefined ? {} : { reading }), since: sinceOf(clause), statement };
  });
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}
