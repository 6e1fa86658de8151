import type { ClauseFacts } from './build-verdict.js';
import type { Violation } from './check.js';
import { isGenerated, type SeenViolation } from './finding.js';

/**
 * Leaves out the violations of a clause on generated requests that are instances of a specific clause, where that
 * clause is already violated by a written scenario, or is waived: one fault is not reported twice, and what is
 * accepted does not come back under another name. What generated requests alone have found is reported under both.
 *
 * @param factsOf what is known of a specific clause; `undefined`: the profile has no such clause
 * @returns the violations that count by themselves, and in words what the others fall under
 */
export function withoutInstances(
  violations: readonly SeenViolation[],
  factsOf: (clause: string) => ClauseFacts | undefined,
  isWaived: (violation: Violation) => boolean,
): { readonly left: readonly SeenViolation[]; readonly instances: readonly string[] } {
  const left: SeenViolation[] = [];
  const instances = new Set<string>();
  for (const seen of violations) {
    const { instanceOf } = seen.violation;
    const why = instanceOf === undefined ? null : reasonOf(instanceOf, factsOf(instanceOf), isWaived);
    if (why === null) left.push(seen);
    else instances.add(why);
  }
  return { left, instances: [...instances] };
}

function reasonOf(
  clause: string,
  facts: ClauseFacts | undefined,
  isWaived: (violation: Violation) => boolean,
): string | null {
  if (!facts || facts.violations.length === 0) return null;
  if (facts.violations.every(({ violation }) => isWaived(violation))) return `${clause}, which is waived`;
  const written = facts.violations.some(({ violation }) => !isGenerated(violation));
  return written ? `${clause}, which is violated` : null;
}
