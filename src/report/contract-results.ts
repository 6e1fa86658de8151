import type { ContractVerdict } from '../verdict/verdict.js';

/** The interactions of consumer contracts by their outcome. */
export interface ContractResults {
  readonly verified: number;
  /** Those that count first. */
  readonly failed: readonly ContractVerdict[];
  /** Interactions that were not verified, by reason. */
  readonly notVerified: ReadonlyMap<string, number>;
}

/** Groups the interactions of consumer contracts by their outcome. */
export function contractResults(contracts: readonly ContractVerdict[]): ContractResults {
  const failed = contracts.filter(({ outcome }) => outcome === 'failed');
  const notVerified = new Map<string, number>();
  for (const { outcome, reason = 'no reason was given' } of contracts) {
    if (outcome === 'not-verified') notVerified.set(reason, (notVerified.get(reason) ?? 0) + 1);
  }
  return {
    verified: contracts.filter(({ outcome }) => outcome === 'verified').length,
    failed: [...failed.filter(({ counts }) => counts), ...failed.filter(({ counts }) => !counts)],
    notVerified,
  };
}

/** `3 interactions verified, 1 failed, 2 not verified`. */
export function contractCounts({ verified, failed, notVerified }: ContractResults): string {
  const left = [...notVerified.values()].reduce((sum, count) => sum + count, 0);
  return [
    `${verified} ${verified === 1 ? 'interaction' : 'interactions'} verified`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...(left > 0 ? [`${left} not verified`] : []),
  ].join(', ');
}
