import { OptionValueError } from '../errors/option-value-error.js';
import { type GivenValue, lastText } from './given-value.js';

const YES = ['1', 'true', 'yes'];
const NO = ['0', 'false', 'no'];

/**
 * Reads a yes or no, case ignored.
 *
 * @throws {OptionValueError} for anything but 1, true, yes, 0, false, no
 */
export function booleanValue(given: GivenValue): boolean {
  const text = lastText(given).trim().toLowerCase();
  if (YES.includes(text)) return true;
  if (NO.includes(text)) return false;
  throw new OptionValueError(
    given.origin,
    lastText(given),
    `is neither yes nor no; accepted are ${[...YES, ...NO].join(', ')}`,
  );
}
