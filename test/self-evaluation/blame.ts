import type { Level } from '../../src/verdict/clause.js';
import type { Verdict } from '../../src/verdict/verdict.js';

/** A clause that a run found violated. */
export interface Blame {
  readonly clause: string;
  readonly level: Level;
  readonly expected: string;
  readonly actual: string;
  /** The request that shows it. */
  readonly request: string;
  readonly scenario: string;
}

/** What a run blames on its target, one entry for each clause and level. */
export function blamesOf(verdict: Verdict): readonly Blame[] {
  return verdict.clauses
    .filter(({ outcome }) => outcome === 'violated')
    .map(({ id, level, evidence }) => {
      const [first] = evidence ?? [];
      return {
        clause: id,
        level,
        expected: first?.expected ?? '',
        actual: first?.actual ?? '',
        request: first?.request ?? '',
        scenario: `${first?.scenario ?? ''} (${first?.location ?? ''})`,
      };
    });
}

/** The clauses of some blames, each once. */
export function clausesOf(blames: readonly Blame[]): readonly string[] {
  return [...new Set(blames.map(({ clause }) => clause))];
}
