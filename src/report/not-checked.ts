import type { Level } from '../verdict/clause.js';
import type { ClauseVerdict, Verdict } from '../verdict/verdict.js';

/** Clauses that were not checked, or only partially, for the same reason. */
export interface ReasonGroup {
  readonly reason: string;
  readonly profiles: readonly string[];
  /** Clause ids in the order of the contract, without duplicates. */
  readonly ids: Readonly<Record<Level, readonly string[]>>;
  /** Entries (clause × profile × level). */
  readonly size: number;
}

/** The clauses that nothing checked, by reason: groups with a MUST clause first, then the larger ones. */
export function notChecked(verdict: Verdict): readonly ReasonGroup[] {
  return groups(verdict.clauses.filter((entry) => entry.outcome === 'not-checked'));
}

/** The clauses that held but of which a part was not checked, by reason, in the same order. */
export function partlyChecked(verdict: Verdict): readonly ReasonGroup[] {
  return groups(verdict.clauses.filter((entry) => entry.outcome === 'held' && entry.reason !== undefined));
}

function groups(entries: readonly ClauseVerdict[]): readonly ReasonGroup[] {
  const byReason = new Map<string, ClauseVerdict[]>();
  for (const entry of entries) {
    const reason = entry.reason ?? 'no reason was given';
    const group = byReason.get(reason);
    if (group === undefined) byReason.set(reason, [entry]);
    else group.push(entry);
  }
  return [...byReason]
    .map(([reason, group]) => ({
      reason,
      profiles: unique(group.map((entry) => entry.profile)),
      ids: { MUST: idsOf(group, 'MUST'), SHOULD: idsOf(group, 'SHOULD') },
      size: group.length,
    }))
    .sort(
      (one, other) =>
        Number(other.ids.MUST.length > 0) - Number(one.ids.MUST.length > 0) || other.size - one.size,
    );
}

function idsOf(entries: readonly ClauseVerdict[], level: Level): readonly string[] {
  return unique(entries.filter((entry) => entry.level === level).map((entry) => entry.id));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
