import type { ClauseVerdict, Verdict } from './verdict.js';

/** Whether an entry is a violation that fails the run: of a MUST, or of a SHOULD with `--strict`. */
export function isGating(entry: ClauseVerdict, verdict: Pick<Verdict, 'strict'>): boolean {
  return entry.outcome === 'violated' && (entry.level === 'MUST' || verdict.strict);
}

/** The violations that fail the run, MUST before SHOULD, otherwise in the order of the contract. */
export function gatingViolations(verdict: Verdict): readonly ClauseVerdict[] {
  const gating = verdict.clauses.filter((entry) => isGating(entry, verdict));
  return [...gating.filter(isMust), ...gating.filter((entry) => !isMust(entry))];
}

/** Violations of a SHOULD in a run that is not strict: they do not fail it. */
export function deviations(verdict: Verdict): readonly ClauseVerdict[] {
  return verdict.clauses.filter((entry) => entry.outcome === 'violated' && !isGating(entry, verdict));
}

function isMust(entry: ClauseVerdict): boolean {
  return entry.level === 'MUST';
}
