import type { Clause } from '../verdict/clause.js';
import { CKSTACK_PROFILE } from './ckstack/profile.js';
import { LOGIN_PROFILE, STARTSIMPLE_PROFILE } from './esignon/profile.js';
import type { Profile } from './profile.js';

/** The profiles that come with the suite, in the order of the contract. */
export const BUILT_IN_PROFILES: readonly Profile[] = [STARTSIMPLE_PROFILE, LOGIN_PROFILE, CKSTACK_PROFILE];

/** Every clause of some profiles once, at every level it has. */
export function clausesOf(profiles: readonly Profile[]): readonly Clause[] {
  return [...new Set(profiles.flatMap(({ clauses }) => clauses))];
}
