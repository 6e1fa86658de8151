import { parse } from '@cucumber/tag-expressions';
import { OptionValueError } from '../errors/option-value-error.js';
import { type GivenValue, lastText } from './given-value.js';

const OPERATORS = ['and', 'or', 'not'];

/**
 * Reads a cucumber tag expression.
 *
 * @throws {OptionValueError} when it does not parse, or has a word without `@` that is not an operator: it would match nothing
 */
export function tagExpression(given: GivenValue): string {
  const text = lastText(given).trim();
  const accepted = "write tags with and, or, not and brackets, as '@must and not @esignon-login'";
  try {
    parse(text);
  } catch (error) {
    // The library quotes the whole expression first; what is wrong comes last.
    const fault = error instanceof Error ? /syntax error: (.*?)\.?$/s.exec(error.message)?.[1] : undefined;
    throw new OptionValueError(
      given.origin,
      text,
      `is not a tag expression${fault === undefined ? '' : ` (${fault.toLowerCase()})`}; ${accepted}`,
    );
  }
  const bare = text
    .split(/[\s()]+/)
    .find((word) => word !== '' && !word.startsWith('@') && !OPERATORS.includes(word));
  if (bare === undefined) return text;
  throw new OptionValueError(
    given.origin,
    text,
    `contains "${bare.slice(0, 40)}", which is neither a tag (@${bare.slice(0, 40)}) nor and/or/not`,
  );
}
