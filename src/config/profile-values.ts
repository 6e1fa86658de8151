import { OptionValueError } from '../errors/option-value-error.js';
import { isProfileName, PROFILE_NAMES, type ProfileName } from '../profiles/built-in.js';
import { nearest } from '../text/nearest.js';
import type { GivenValue } from './given-value.js';

/**
 * Reads names of profiles, separated by commas; several values add up.
 *
 * @returns each profile once, in the order of the contract
 * @throws {OptionValueError} for a name that is none
 */
export function profileNames(given: GivenValue): readonly ProfileName[] {
  const names = given.texts.flatMap((text) => text.split(',')).map((name) => name.trim());
  for (const name of names) {
    if (isProfileName(name)) continue;
    const near = nearest(name, PROFILE_NAMES);
    const hint = near === null ? '' : ` (did you mean ${near}?)`;
    throw new OptionValueError(
      given.origin,
      name,
      `is no profile${hint}; there are ${PROFILE_NAMES.join(', ')}`,
    );
  }
  return PROFILE_NAMES.filter((profile) => names.includes(profile));
}
