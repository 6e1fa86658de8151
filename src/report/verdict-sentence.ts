import { gatingViolations } from '../verdict/gating.js';
import type { OutcomeCounts, Verdict } from '../verdict/verdict.js';
import { clauseList } from './clause-list.js';

/** The verdict in one sentence: `headline` followed by `rest`. */
export interface VerdictSentence {
  /** `none`: whether the target conforms is unknown. */
  readonly mood: 'good' | 'bad' | 'none';
  /** `Conformant`, `Not conformant`, `Incomplete` or `No verdict`. */
  readonly headline: string;
  /** Begins with `:` or a space, ends with a full stop. Not escaped, and a reason may quote the target. */
  readonly rest: string;
}

/**
 * The verdict in words: "Not conformant: 2 of 68 MUST clauses violated (AB-02, AB-09).", "Conformant in 61 of 68 MUST
 * clauses, 7 not checked." A clause counts once for each profile, as in `verdict.counts`.
 */
export function verdictSentence(verdict: Verdict): VerdictSentence {
  const violations = gatingViolations(verdict);
  if (violations.length > 0) {
    const parts = (['MUST', 'SHOULD'] as const)
      .map((level) => [violations.filter((entry) => entry.level === level).length, level] as const)
      .filter(([count]) => count > 0)
      .map(([count, level]) => `${count} of ${verdict.counts[level].total} ${level}`);
    const ids = clauseList(violations.map((entry) => entry.id));
    const rest = `: ${parts.join(' and ')} clauses violated (${ids}).`;
    const also = verdict.error ? ` Also${because(verdict)}` : '';
    return { mood: 'bad', headline: 'Not conformant', rest: rest + also };
  }
  if (verdict.conformant === false) {
    return { mood: 'bad', headline: 'Not conformant', rest: because(verdict) };
  }
  if (verdict.exitCode === 0) {
    return { mood: 'good', headline: 'Conformant', rest: `${extent(verdict.counts.MUST)}.` };
  }
  if (verdict.conformant === true) {
    const rest = `${because(verdict)} Conformant${extent(verdict.counts.MUST)}.`;
    return { mood: 'none', headline: 'Incomplete', rest };
  }
  return { mood: 'none', headline: 'No verdict', rest: because(verdict) };
}

/** How much a conformant run covers: `: all 68 MUST clauses hold` or ` in 61 of 68 MUST clauses, 7 not checked`. */
function extent(counts: OutcomeCounts): string {
  if (counts.held === counts.total) return `: all ${counts.total} MUST clauses hold`;
  const left = [
    counts.waived > 0 ? `, ${counts.waived} waived` : '',
    counts.notChecked > 0 ? `, ${counts.notChecked} not checked` : '',
  ];
  return ` in ${counts.held} of ${counts.total} MUST clauses${left.join('')}`;
}

/** What went wrong, its code first: ` [ASSAY_CUT_OFF]: the run was cut off: …`. */
function because({ error }: Verdict): string {
  return error ? ` [${error.code}]: ${error.message}` : '.';
}
