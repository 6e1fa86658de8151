import type { EvaluatedExchange } from '../profiles/profile.js';
import type { Check } from '../verdict/check.js';

/**
 * No two users get the same token.
 * @returns the check, and the answers that show it; `null` where there are not two users with tokens
 */
export function tokensOfUsersDiffer(
  clause: string,
  answers: readonly EvaluatedExchange[],
): { readonly check: Check; readonly answers: readonly EvaluatedExchange[] } | null {
  const holders = new Map<string, EvaluatedExchange>();
  let last: { readonly check: Check; readonly answers: readonly EvaluatedExchange[] } | null = null;
  for (const answer of answers) {
    if (answer.token === undefined) continue;
    const other =
      holders.get(answer.token) ?? [...holders.values()].find((one) => userOf(one) !== userOf(answer));
    holders.set(answer.token, answer);
    if (!other || userOf(other) === userOf(answer)) continue;
    last = { check: differ(clause, other.token !== answer.token), answers: [other, answer] };
    if (!last.check.held) return last;
  }
  return last;
}

function differ(clause: string, held: boolean): Check {
  return {
    clause,
    level: 'MUST',
    held,
    kind: 'same-token',
    expected: 'two users get two different tokens',
    actual: 'both get the same token',
  };
}

function userOf({ exchange }: EvaluatedExchange): string | null | undefined {
  return exchange.request.facts?.account;
}
