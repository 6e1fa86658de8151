import { OptionValueError } from '../errors/option-value-error.js';
import { type GivenValue, lastText } from './given-value.js';

/**
 * Makes a reader of whole numbers in decimal digits.
 *
 * @param min the least accepted
 * @param max the greatest accepted
 * @param unit what is counted, for the message: "milliseconds"
 * @returns a reader that throws `OptionValueError` for anything else
 */
export function wholeNumber(min: number, max: number, unit?: string): (given: GivenValue) => number {
  return (given) => {
    const text = lastText(given).trim();
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new OptionValueError(
      given.origin,
      lastText(given),
      `is not a whole number from ${min} to ${max}${unit === undefined ? '' : ` (${unit})`}`,
    );
  };
}

/**
 * Reads a number above 0, in decimal digits with or without a fraction.
 *
 * @throws {OptionValueError} for anything else
 */
export function positiveNumber(given: GivenValue): number {
  const text = lastText(given).trim();
  const value = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0) return value;
  throw new OptionValueError(
    given.origin,
    lastText(given),
    'is not a number above 0 (requests a second), such as 20 or 0.5',
  );
}
