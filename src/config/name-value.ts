import { OptionValueError } from '../errors/option-value-error.js';
import { type GivenValue, lastText } from './given-value.js';

/**
 * Reads a name or a version: one line of text.
 *
 * @throws {OptionValueError} for one that is longer than 200 characters or has a control character
 */
export function plainName(given: GivenValue): string {
  const text = lastText(given).trim();
  if (text.length <= 200 && !/\p{Cc}/u.test(text)) return text;
  throw new OptionValueError(
    given.origin,
    lastText(given),
    'is longer than 200 characters, or has a control character',
  );
}
