import type { FoundProfile } from './find-profiles.js';
import type { OpenProfile } from './test-users.js';

/**
 * Profiles that were to be tested, and are neither served nor known to be absent.
 * @param found by the probe
 * @param described families that the fixtures file describes
 * @param pinned names of the profiles that `--profile` gives, `null` for none
 * @returns a sentence each, without a full stop; none where nothing at all is served, which is an error of its own
 */
export function untestedProfiles(
  candidates: readonly OpenProfile[],
  found: readonly FoundProfile[],
  described: ReadonlySet<string>,
  pinned: readonly string[] | null,
): readonly string[] {
  const unserved = found.filter(({ served }) => !served);
  if (pinned !== null) {
    return unserved
      .filter(({ isGated }) => isGated)
      .map(({ name, how }) => `${name} cannot be tested: it ${how}`);
  }
  if (unserved.length === found.length) return [];
  const openOf = new Map(candidates.map((open) => [open.profile.name, open]));
  const familyOf = (name: string) => openOf.get(name)?.profile.family ?? '';
  const served = new Set(found.filter((one) => one.served).map(({ name }) => familyOf(name)));
  return unserved.flatMap(({ name, how }) => {
    if (openOf.get(name)?.run.pathIsGiven)
      return [`the fixtures file gives the path of ${name}, which is not served: it ${how}`];
    const family = familyOf(name);
    if (!described.has(family) || served.has(family)) return [];
    return [`the fixtures file describes ${family}, and ${name} is not served: it ${how}`];
  });
}
