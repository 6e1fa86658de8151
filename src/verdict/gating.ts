import type { Level } from './clause.js';
import { type Edition, isOfEdition } from './edition.js';
import type { ClauseVerdict, Verdict } from './verdict.js';

/** What decides whether a violation fails the run. */
type Measure = Pick<Verdict, 'strict' | 'edition'>;

/** Whether violations of such an entry fail the run: of a MUST of the edition, or of a SHOULD with `--strict`. */
export function counts(
  entry: { readonly level: Level; readonly since: Edition },
  { strict, edition }: { readonly strict: boolean; readonly edition: { readonly name: Edition } },
): boolean {
  return (entry.level === 'MUST' || strict) && isOfEdition(entry, edition.name);
}

/** Whether an entry is a violation that fails the run. */
export function isGating(entry: ClauseVerdict, measure: Measure): boolean {
  return entry.outcome === 'violated' && counts(entry, measure);
}

/** The violations that fail the run, MUST before SHOULD, otherwise in the order of the contract. */
export function gatingViolations(verdict: Verdict): readonly ClauseVerdict[] {
  const gating = verdict.clauses.filter((entry) => isGating(entry, verdict));
  return [...gating.filter(isMust), ...gating.filter((entry) => !isMust(entry))];
}

/** Violations of a SHOULD in a run that is not strict: they do not fail it. */
export function deviations(verdict: Verdict): readonly ClauseVerdict[] {
  return verdict.clauses.filter(
    (entry) =>
      entry.outcome === 'violated' && !isGating(entry, verdict) && isOfEdition(entry, verdict.edition.name),
  );
}

/** Violations of what came with a later edition than that of the run: they do not fail it, whatever their level. */
export function laterViolations({ clauses, edition }: Verdict): readonly ClauseVerdict[] {
  return clauses.filter((entry) => entry.outcome === 'violated' && !isOfEdition(entry, edition.name));
}

function isMust(entry: ClauseVerdict): boolean {
  return entry.level === 'MUST';
}
