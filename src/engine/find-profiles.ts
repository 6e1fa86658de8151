import { NotChecked } from '../errors/not-checked.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import type { ProfileVerdict } from '../verdict/verdict.js';
import type { OpenProfile } from './test-users.js';

/** A profile as the probe found it. */
export interface FoundProfile extends Omit<ProfileVerdict, 'how'> {
  /** It may quote the target, and is not masked yet. */
  readonly how: string;
  /**
   * Not served, as far as can be seen: something in the way (a gateway, an allow-list, maintenance) answers every request.
   */
  readonly isGated?: true;
}

/** What the probe of one profile saw. */
export interface Probed extends FoundProfile {
  /** The answer to the good login, where one was sent. */
  readonly good?: EvaluatedExchange;
  /** What answers every request to the endpoint, in words, where that does not look like the target's own doing. */
  readonly gate?: string;
}

/**
 * Finds out which profiles a target serves. One whose endpoint gives no answer at all is not served where another is:
 * some servers hang up on whatever they do not know. Nor is one whose endpoint belongs to another operation, as long as
 * nobody asks for it by name.
 * @param pinned names of the profiles that `--profile` gives, `null` for none
 * @param probe of one profile; rejects with {@link NotChecked} when it is not answered
 * @throws {NotChecked} the first of them, when no profile is served
 */
export async function findProfiles(
  candidates: readonly OpenProfile[],
  pinned: readonly string[] | null,
  probe: (candidate: OpenProfile) => Promise<Probed>,
): Promise<readonly FoundProfile[]> {
  const probes = await Promise.allSettled(candidates.map(probe));
  const isServed = probes.some((each) => each.status === 'fulfilled' && each.value.served);
  const probed = candidates.map(({ profile: { name, family } }, at): Probed & { readonly family: string } => {
    const each = probes[at] as PromiseSettledResult<Probed>;
    if (each.status === 'fulfilled') return { ...each.value, family };
    const error: unknown = each.reason;
    const isSilent = error instanceof NotChecked && error.skipCause === 'unanswered';
    if (!isServed || !isSilent) throw error;
    return { name, served: false, how: error.message, family };
  });
  return probed.map((found) => {
    const { name, served, how, gate } = found;
    if (gate !== undefined && pinned?.includes(name)) {
      return { name, served: false, how: `answers every request by ${gate}`, isGated: true };
    }
    if (pinned !== null || !served || !found.good?.looksLikeAnotherOperation) return { name, served, how };
    const neighbour = probed.find(
      ({ family, good }) =>
        family === found.family && good?.isAccepted && accountOf(good) === accountOf(found.good),
    );
    if (!neighbour) return { name, served, how };
    return {
      name,
      served: false,
      how: `looks like another operation, since ${neighbour.name} accepts the login that it refuses (--profile=${name} tests it all the same)`,
    };
  });
}

function accountOf(evaluated: EvaluatedExchange | undefined): string | null | undefined {
  return evaluated?.exchange.request.facts?.account;
}
