import { CKSTACK_PROFILE } from './ckstack/profile.js';
import { LOGIN_PROFILE, STARTSIMPLE_PROFILE } from './esignon/profile.js';
import type { Profile } from './profile.js';

/** The profiles that come with the suite, in the order of the contract. */
export const BUILT_IN_PROFILES: readonly Profile[] = [STARTSIMPLE_PROFILE, LOGIN_PROFILE, CKSTACK_PROFILE];
