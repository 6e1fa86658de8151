import { NotChecked } from '../../errors/not-checked.js';
import type { Mutation } from '../../profiles/login/arbitraries/mutation.js';
import type { FailedRequest } from './batch-scheduler.js';

import { type Deviation, evaluate, isSameDeviation } from './evaluation.js';
import type { Finding } from './finding-text.js';
import type { FuzzSender, SentRequest } from './fuzz-sender.js';
import type { Generation, Shrunken } from './generation.js';
import type { Property } from './property.js';
import type { PendingRequest } from './request-factory.js';

/** What the search for a smaller case needs. */
export interface Search {
  readonly mutations: Generation<Mutation>;
  readonly property: Property;
  readonly sender: FuzzSender;
  /** Of the failure's request. */
  readonly key: string;
  readonly utter: (mutation: Mutation, key: string, origin: string) => PendingRequest;
}

/** Cases tried at most on the way to the smallest. */
const MOST_TRIES = 100;
const LONGEST_MS = 20_000;

/**
 * Looks for the smallest request that breaks the same clause, and judges that one afresh.
 * @returns `null` for a login that was refused once and is accepted when it is sent again
 * @throws {NotChecked} as the sender
 */
export async function shrink(
  failure: FailedRequest,
  deviation: Deviation,
  search: Search,
): Promise<Finding | null> {
  const { property, sender, mutations } = search;
  const until = Date.now() + LONGEST_MS;
  const tried = new Map<string, Deviation | null>();
  let tries = 0;
  let stopped: unknown;

  const attempt = async (
    mutation: Mutation,
    origin: string,
  ): Promise<{ deviation: Deviation | undefined; outcome: SentRequest }> => {
    tries += 1;
    const pending = search.utter(mutation, `${search.key}-${tries}`, origin);
    const outcome = await sender.send(failure.factory, pending);
    const { deviations } = evaluate(outcome.evaluated, outcome.expectation, property, pending.changes);
    return { outcome, deviation: deviations.find((one) => isSameDeviation(one, deviation, property)) };
  };
  const fails = async (mutation: Mutation): Promise<boolean> => {
    if (stopped !== undefined || Date.now() > until) return false;
    const content = search.utter(mutation, search.key, '').content();
    const known = content === null ? undefined : tried.get(content);
    if (known !== undefined) return known !== null;
    try {
      const found = await attempt(mutation, `a smaller case of ${search.key}`);
      if (content !== null) tried.set(content, found.deviation ?? null);
      return found.deviation !== undefined;
    } catch (error) {
      stopped = error;
      return false;
    }
  };

  const small = await mutations.shrink(failure.index, fails, MOST_TRIES);
  if (stopped !== undefined && !(stopped instanceof NotChecked)) throw stopped;
  const isRefusal = property.kind === 'equivalent logins' && !failure.outcome.evaluated.isAccepted;
  if (small === null || stopped !== undefined) {
    // Not seen again: what was seen counts all the same, but for a refusal that earlier logins may have caused.
    return isRefusal && stopped === undefined ? null : finding(failure.outcome, deviation, null);
  }
  if (isRefusal && !(await sender.resetWithGoodLogin(failure.factory))) {
    throw new NotChecked('precondition', 'the plain login is not accepted any more');
  }
  const afresh = await attempt(small.value, `${search.key}, smallest of ${tries} tries`);
  if (afresh.deviation) return finding(afresh.outcome, afresh.deviation, small);
  return isRefusal ? null : finding(failure.outcome, deviation, null);

  function finding(outcome: SentRequest, found: Deviation, shrunken: Shrunken<Mutation> | null): Finding {
    return { deviation: found, outcome, index: failure.index, tries, shrunken, times: 1 };
  }
}
