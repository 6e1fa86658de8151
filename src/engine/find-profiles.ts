import { NotChecked } from '../errors/not-checked.js';
import type { ProfileVerdict } from '../verdict/verdict.js';
import type { OpenProfile } from './test-users.js';

/** A profile as the probe found it: `how` may quote the target, and is not masked yet. */
export type FoundProfile = Omit<ProfileVerdict, 'how'> & { readonly how: string };

/**
 * Finds out which profiles a target serves. One whose endpoint gives no answer at all is not served where another is:
 * some servers hang up on whatever they do not know.
 * @param probe of one profile; rejects with {@link NotChecked} when it is not answered
 * @throws {NotChecked} the first of them, when no profile is served
 */
export async function findProfiles(
  candidates: readonly OpenProfile[],
  probe: (candidate: OpenProfile) => Promise<FoundProfile>,
): Promise<readonly FoundProfile[]> {
  const probes = await Promise.allSettled(candidates.map(probe));
  const isServed = probes.some((each) => each.status === 'fulfilled' && each.value.served);
  return candidates.map(({ profile: { name } }, at) => {
    const each = probes[at] as PromiseSettledResult<FoundProfile>;
    if (each.status === 'fulfilled') return each.value;
    const error: unknown = each.reason;
    const isSilent = error instanceof NotChecked && error.skipCause === 'unanswered';
    if (!isServed || !isSilent) throw error;
    return { name, served: false, how: error.message };
  });
}
