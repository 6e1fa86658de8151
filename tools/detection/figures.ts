import type { Level } from '../../src/verdict/clause.js';
import type { ConformingResult } from '../../test/self-evaluation/examine-conforming.js';
import type { MutantResult } from '../../test/self-evaluation/examine-mutant.js';

/** The figures of many runs. */
export interface Figures {
  readonly MUST: KillFigures;
  readonly SHOULD: KillFigures;
  /** Clauses blamed on a killed mutant. */
  readonly blamed: {
    readonly median: number;
    readonly mean: number;
    readonly most: number;
    readonly within3: number;
  };
  readonly byClause: readonly ClauseFigures[];
  readonly conforming: {
    readonly providers: number;
    readonly runs: number;
    /** Of them, those of the generated logins alone. */
    readonly generatedOnly: number;
    readonly failed: number;
    readonly unavailable: number;
  };
}

export interface KillFigures {
  readonly runs: number;
  readonly killed: number;
  readonly named: number;
}

export interface ClauseFigures extends KillFigures {
  readonly clause: string;
  readonly level: Level;
}

/** Adds results up; a mutant examined with several seeds counts once for each. */
export function figuresOf(
  mutants: readonly MutantResult[],
  conforming: readonly ConformingResult[],
): Figures {
  const counts = mutants.filter(({ killed }) => killed).map(({ blamed }) => blamed.length);
  const sorted = counts.toSorted((one, other) => one - other);
  const run = conforming.filter(({ unavailable }) => unavailable === null);
  return {
    MUST: killsOf(mutants.filter(({ level }) => level === 'MUST')),
    SHOULD: killsOf(mutants.filter(({ level }) => level === 'SHOULD')),
    blamed: {
      median: sorted[Math.floor(sorted.length / 2)] ?? 0,
      mean: counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length),
      most: sorted.at(-1) ?? 0,
      within3: counts.filter((count) => count <= 3).length,
    },
    byClause: clausesOf(mutants),
    conforming: {
      providers: new Set(run.map(({ id }) => id)).size,
      runs: run.length,
      generatedOnly: run.filter(({ generatedOnly }) => generatedOnly).length,
      failed: run.filter(isFalselyFailed).length,
      unavailable: conforming.length - run.length,
    },
  };
}

/** Whether a conforming provider was blamed. */
export function isFalselyFailed(result: ConformingResult): boolean {
  return (
    result.exitCode !== 0 ||
    result.falseAlarms.length > 0 ||
    result.unchecked.length > 0 ||
    result.misprobed.length > 0
  );
}

function killsOf(mutants: readonly MutantResult[]): KillFigures {
  return {
    runs: mutants.length,
    killed: mutants.filter(({ killed }) => killed).length,
    named: mutants.filter(({ killed, named }) => killed && named).length,
  };
}

function clausesOf(mutants: readonly MutantResult[]): readonly ClauseFigures[] {
  const keyOf = ({ clauses: [clause], level }: MutantResult) => `${clause} ${level}`;
  const keys = [...new Set(mutants.map(keyOf))].sort();
  return keys.map((key) => {
    const [clause = '', level] = key.split(' ');
    return {
      clause,
      level: level as Level,
      ...killsOf(mutants.filter((mutant) => keyOf(mutant) === key)),
    };
  });
}
