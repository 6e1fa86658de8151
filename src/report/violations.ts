import type { ClauseVerdict, Verdict } from '../verdict/verdict.js';

/** Whether an entry is a violation that decides the verdict: of a MUST, or of a SHOULD with `--strict`. */
export function isGating(entry: ClauseVerdict, verdict: Pick<Verdict, 'strict'>): boolean {
  return entry.outcome === 'violated' && (entry.level === 'MUST' || verdict.strict);
}

/** The violations that decide the verdict, MUST before SHOULD, else in the order of the catalogue. */
export function gatingViolations(verdict: Verdict): readonly ClauseVerdict[] {
  const counted = verdict.clauses.filter((entry) => isGating(entry, verdict));
  return [...counted.filter(isMust), ...counted.filter((entry) => !isMust(entry))];
}

/** Violations of a SHOULD that do not count, since the run is not strict. */
export function deviations(verdict: Verdict): readonly ClauseVerdict[] {
  return verdict.clauses.filter((entry) => entry.outcome === 'violated' && !isGating(entry, verdict));
}

function isMust(entry: ClauseVerdict): boolean {
  return entry.level === 'MUST';
}
