import type { ContractVerdict } from '../verdict/verdict.js';
import type { VerifiedInteraction } from './verified-interaction.js';

/**
 * What the verdict says of the interactions: those of the own contracts first, which count by their clauses
 * alone.
 */
export function contractVerdicts(
  own: readonly VerifiedInteraction[],
  others: readonly VerifiedInteraction[],
): readonly ContractVerdict[] {
  return [
    ...inOrder(own).map((verified) => contractVerdict(verified, false)),
    ...others.map((verified) => contractVerdict(verified, !verified.pending)),
  ];
}

/** The own ones are verified at once and end in any order; in one of their own, two runs are easily compared. */
function inOrder(all: readonly VerifiedInteraction[]): readonly VerifiedInteraction[] {
  const key = ({ source, consumer, provider, description }: VerifiedInteraction) =>
    [consumer, provider, source, description].join('\n');
  return all.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** A sentence on further contracts that were not verified, where there are any. */
export function contractWarnings(others: readonly VerifiedInteraction[]): readonly string[] {
  const left = others.filter(({ outcome }) => outcome === 'not-verified');
  if (left.length === 0) return [];
  const reasons = [...new Set(left.map(({ notChecked }) => notChecked?.message ?? ''))];
  const more = reasons.length > 1 ? `, and ${reasons.length - 1} more: see verdict.json` : '';
  const of = `${left.length} of ${others.length} interactions of further consumer contracts`;
  return [`${of} were not verified (${reasons[0]}${more})`];
}

function contractVerdict(verified: VerifiedInteraction, counts: boolean): ContractVerdict {
  return {
    consumer: verified.consumer,
    provider: verified.provider,
    interaction: verified.description,
    source: verified.source,
    outcome: verified.outcome,
    counts,
    mismatches: verified.mismatches,
    exchanges: verified.exchanges.map(({ id }) => id),
    ...(verified.notChecked === null ? {} : { reason: verified.notChecked.message }),
  };
}
