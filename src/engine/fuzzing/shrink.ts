import { NotChecked } from '../../errors/not-checked.js';
import type { Deviation, FuzzProperty } from '../../profiles/profile.js';
import type { FailedRequest } from './batch-scheduler.js';
import type { Finding } from './finding-text.js';
import type { FuzzSender, SentRequest } from './fuzz-sender.js';
import type { Generation, Shrunken } from './generation.js';

/** What the search for a smaller case needs. */
export interface Search {
  readonly generation: Generation<unknown>;
  readonly property: FuzzProperty;
  readonly sender: FuzzSender;
  /** The request that failed. */
  readonly key: string;
}

/** Cases tried at most on the way to the smallest. */
const MAX_TRIES = 100;
const MAX_MS = 20_000;

/**
 * Finds the smallest request that breaks the same clause, and evaluates a new answer to it.
 * @returns `null` for a login that was refused once and is accepted when it is sent again
 * @throws {NotChecked} as the sender
 */
export async function shrink(
  failure: FailedRequest,
  deviation: Deviation,
  { generation, property, sender, key }: Search,
): Promise<Finding | null> {
  const { factory } = failure.sent;
  const until = Date.now() + MAX_MS;
  /** Whether requests of this content fail. */
  const tried = new Map<string, boolean>();
  let tries = 0;
  let stopped: unknown;

  const attempt = async (
    mutation: unknown,
    origin: string,
  ): Promise<{ readonly sent: SentRequest; readonly deviation: Deviation | undefined }> => {
    tries += 1;
    const pending = factory.prepare(mutation, `${key}-${tries}`);
    const sent = await sender.send({ factory, pending, origin });
    const { deviations } = property.evaluate(sent.evaluated, sent.prepared, pending.changes);
    return { sent, deviation: deviations.find((one) => property.isSame(one, deviation)) };
  };
  const fails = async (mutation: unknown): Promise<boolean> => {
    if (stopped !== undefined || Date.now() > until) return false;
    const content = factory.prepare(mutation, key).content();
    const known = content === null ? undefined : tried.get(content);
    if (known !== undefined) return known;
    try {
      const found = await attempt(mutation, `a smaller case of ${key}`);
      const failed = found.deviation !== undefined;
      if (content !== null) tried.set(content, failed);
      return failed;
    } catch (error) {
      stopped = error;
      return false;
    }
  };

  const smallest = await generation.shrink(failure.index, fails, MAX_TRIES);
  if (stopped !== undefined && !(stopped instanceof NotChecked)) throw stopped;
  const isRefusal = property.meantToSucceed && !failure.sent.evaluated.isAccepted;
  if (smallest === null || stopped !== undefined) {
    // It did not happen again: it counts nevertheless, except a refusal that earlier logins may have caused.
    return isRefusal && stopped === undefined ? null : finding(failure.sent, deviation, null);
  }
  if (isRefusal && !(await sender.resetWithGoodLogin(factory.user))) {
    throw new NotChecked('precondition', 'the plain login is not accepted any more');
  }
  const afresh = await attempt(smallest.value, `${key}, smallest of ${tries} tries`);
  if (afresh.deviation) return finding(afresh.sent, afresh.deviation, smallest);
  return isRefusal ? null : finding(failure.sent, deviation, null);

  function finding(sent: SentRequest, found: Deviation, shrunken: Shrunken<unknown> | null): Finding {
    return { deviation: found, sent, index: failure.index, tries, shrunken };
  }
}
