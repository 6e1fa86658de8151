import type { ContractProfile } from '../pact/contract-profile.js';
import type { OpenProfile } from './test-users.js';

/** The profiles that consumer contracts can be about, served by the target or not. */
export function contractProfiles(
  all: readonly OpenProfile[],
  served: readonly OpenProfile[],
): readonly ContractProfile[] {
  return all.flatMap((open) => {
    const { profile, run } = open;
    if (!run.contracts) return [];
    const { name, roles } = profile;
    return [{ name, isServed: served.includes(open), goodLogin: roles.goodLogin, contracts: run.contracts }];
  });
}
