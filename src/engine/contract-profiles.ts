import type { ContractProfile } from '../pact/contract-profile.js';
import { PROFILES, type ProfileName } from '../profiles/built-in.js';
import { ckstackContracts } from '../profiles/ckstack/contract-support.js';
import { esignonContracts } from '../profiles/esignon/contract-support.js';
import { goodLoginClause, type TestUserSources, type TestUsers } from './test-users.js';

/** How consumer contracts speak of every profile. */
export function contractProfiles(
  { fixtures, signer, pathPrefix }: TestUserSources,
  users: TestUsers,
  served: readonly ProfileName[],
): readonly ContractProfile[] {
  return PROFILES.map(({ name }) => ({
    name,
    isServed: served.includes(name),
    goodLogin: goodLoginClause(name),
    contracts:
      name === 'ckstack-token'
        ? ckstackContracts({
            apiKey: fixtures.ckstack?.apiKey ?? '',
            signer,
            pathPrefix,
            all: (key) => users.all(name, key),
            of: (user, key) => users.ckstackUser(user, key),
          })
        : esignonContracts(name, fixtures.esignon ?? {}, {
            all: () => users.all(name, ''),
            blocked: () => users.blocked(name),
          }),
  }));
}
