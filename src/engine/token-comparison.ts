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

/** Who got which token in a run, whichever profile gave it: so that none goes to two users, however far apart. */
export class TokenHolders {
  /** By token: its first holder, and the exchange. */
  readonly #holders = new Map<string, { readonly user: string; readonly exchange: string }>();
  readonly #users = new Set<string>();

  /**
   * The token of a plain good answer is nobody else's.
   * @returns `null` where there is no token to judge, or nobody else has one yet
   */
  check(clause: string, { exchange, isAccepted, token }: EvaluatedExchange): Check | null {
    const { valid = false, mayBeRefused = false, account = null } = exchange.request.facts ?? {};
    if (!isAccepted || !valid || mayBeRefused || account === null || token === undefined) return null;
    // Letter case and white space of names are not judged: they may be the same user.
    const user = account.trim().toLowerCase();
    const holder = this.#holders.get(token);
    if (!holder) this.#holders.set(token, { user, exchange: exchange.id });
    this.#users.add(user);
    if (this.#users.size < 2) return null;
    const held = !holder || holder.user === user;
    return {
      ...differ(clause, held),
      ...(held ? {} : { actual: `it has the token of exchange ${holder.exchange}, which another user got` }),
    };
  }
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
