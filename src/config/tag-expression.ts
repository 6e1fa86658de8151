import { parse } from '@cucumber/tag-expressions';
import { OptionValueError } from '../errors/option-value-error.js';
import { type GivenValue, lastText } from './given-value.js';

const OPERATORS = ['and', 'or', 'not'];

/**
 * Makes a reader of cucumber tag expressions.
 *
 * @param example of one, for messages
 * @returns a reader that throws `OptionValueError` when it does not parse, or has a word without `@` that is not an
 *   operator: it would match nothing
 */
export function tagExpression(example: string): (given: GivenValue) => string {
  return (given) => checked(given, `write tags with and, or, not and brackets, as '${example}'`);
}

function checked(given: GivenValue, accepted: string): string {
  const text = lastText(given).trim();
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
