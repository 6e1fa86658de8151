import { contractProfiles as ofRun } from '../../../src/engine/contract-profiles.js';
import type { ContractProfile } from '../../../src/pact/contract-profile.js';
import { PROFILE_NAMES, type ProfileName } from '../../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import { type Fixtures, openProfiles } from '../../support/profiles.js';

/** The profiles of a run with these fixtures, of which a target serves all or some. */
export function contractProfiles(
  fixtures: Fixtures = EMBEDDED_FIXTURES,
  served: readonly ProfileName[] = PROFILE_NAMES,
): readonly ContractProfile[] {
  const all = openProfiles(fixtures);
  return ofRun(
    all,
    all.filter(({ profile }) => served.some((name) => name === profile.name)),
  );
}

/** One of them. */
export function contractProfile(name: ProfileName, fixtures?: Fixtures): ContractProfile {
  const profile = contractProfiles(fixtures).find((each) => each.name === name);
  if (!profile) throw new Error(`no consumer contract speaks of ${name}`);
  return profile;
}
