import { OptionValueError } from '../errors/option-value-error.js';
import { BUILT_IN_PROFILES } from '../profiles/built-in.js';
import { nearest } from '../text/nearest.js';
import type { GivenValue } from './given-value.js';

/** Names of the built-in profiles, in the order of the contract. */
export const PROFILE_NAMES: readonly string[] = BUILT_IN_PROFILES.map(({ name }) => name);

/**
 * Reads names of profiles, separated by commas; several values add up.
 *
 * @returns each profile once, in the order of the contract
 * @throws {OptionValueError} for an unknown name
 */
export function profileNames(given: GivenValue): readonly string[] {
  const names = given.texts.flatMap((text) => text.split(',')).map((name) => name.trim());
  for (const name of names) {
    if (PROFILE_NAMES.includes(name)) continue;
    const near = nearest(name, PROFILE_NAMES);
    const hint = near === null ? '' : ` (did you mean ${near}?)`;
    throw new OptionValueError(
      given.origin,
      name,
      `is not a profile${hint}; known profiles: ${PROFILE_NAMES.join(', ')}`,
    );
  }
  return PROFILE_NAMES.filter((profile) => names.includes(profile));
}
