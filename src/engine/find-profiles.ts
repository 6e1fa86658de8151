import { NotChecked } from '../errors/not-checked.js';
import type { ProfileName } from '../profiles/built-in.js';
import type { ProfileVerdict } from '../verdict/verdict.js';

/**
 * Finds out which profiles a target serves. One whose endpoint gives no answer at all is not served where another is:
 * some servers hang up on whatever they do not know.
 * @param probe of one profile; rejects with {@link NotChecked} when it is not answered
 * @throws {NotChecked} the first of them, when no profile is served
 */
export async function findProfiles(
  names: readonly ProfileName[],
  probe: (name: ProfileName) => Promise<ProfileVerdict>,
): Promise<readonly ProfileVerdict[]> {
  const probes = await Promise.allSettled(names.map(probe));
  const isServed = probes.some((each) => each.status === 'fulfilled' && each.value.served);
  return probes.map((each, at) => {
    if (each.status === 'fulfilled') return each.value;
    const error: unknown = each.reason;
    const isSilent = error instanceof NotChecked && error.skipCause === 'unanswered';
    if (!isServed || !isSilent) throw error;
    // In the order of `names`, so it is there.
    return { name: names[at] as ProfileName, served: false, how: error.message };
  });
}
