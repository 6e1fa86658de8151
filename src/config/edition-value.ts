import { OptionValueError } from '../errors/option-value-error.js';
import { EDITIONS, type Edition } from '../verdict/edition.js';
import { type GivenValue, lastText } from './given-value.js';

/**
 * Reads the name of an edition of the contract.
 *
 * @throws {OptionValueError} for an unknown one
 */
export function editionName(given: GivenValue): Edition {
  const name = lastText(given).trim();
  const edition = EDITIONS.find((each) => each === name);
  if (edition !== undefined) return edition;
  throw new OptionValueError(
    given.origin,
    name,
    `is not an edition of the contract; there are ${EDITIONS.join(' and ')}`,
  );
}
