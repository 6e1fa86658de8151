import { OptionValueError } from '../errors/option-value-error.js';
import { nearest } from '../text/nearest.js';
import type { GivenValue } from './given-value.js';

/**
 * Makes a reader of names of profiles, separated by commas; several values add up.
 *
 * @param known names of the profiles that there are, in the order of the contract
 * @returns a reader that gives each profile once, in that order, and throws `OptionValueError` for an unknown name
 */
export function profileNames(known: readonly string[]): (given: GivenValue) => readonly string[] {
  return ({ origin, texts }) => {
    const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim());
    for (const name of names) {
      if (known.includes(name)) continue;
      const near = nearest(name, known);
      const hint = near === null ? '' : ` (did you mean ${near}?)`;
      throw new OptionValueError(
        origin,
        name,
        `is not a profile${hint}; known profiles: ${known.join(', ')}`,
      );
    }
    return known.filter((profile) => names.includes(profile));
  };
}
