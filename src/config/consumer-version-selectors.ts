import { OptionValueError } from '../errors/option-value-error.js';
import { isObject, type JsonObject, jsonValue } from '../text/json-members.js';
import { nearest } from '../text/nearest.js';
import type { GivenValue } from './given-value.js';

/**
 * Which versions of consumers: https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors
 */
export type ConsumerVersionSelector = Readonly<Record<string, string | boolean>>;

/** The type of each member. */
const MEMBERS: Readonly<Record<string, 'boolean' | 'string'>> = {
  mainBranch: 'boolean',
  branch: 'string',
  fallbackBranch: 'string',
  matchingBranch: 'boolean',
  deployed: 'boolean',
  released: 'boolean',
  deployedOrReleased: 'boolean',
  environment: 'string',
  consumer: 'string',
  tag: 'string',
  fallbackTag: 'string',
  latest: 'boolean',
};

/** What the broker's documentation recommends. */
export const DEFAULT_SELECTORS: readonly ConsumerVersionSelector[] = [
  { mainBranch: true },
  { deployedOrReleased: true },
];

/**
 * Reads consumer version selectors: a JSON object, or an array of them; several values add up.
 *
 * @throws {OptionValueError} for anything else, an empty array, and members that no selector has
 */
export function consumerVersionSelectors(given: GivenValue): readonly ConsumerVersionSelector[] {
  return given.texts.flatMap((text) => {
    const value = jsonValue(text);
    const selectors = Array.isArray(value) ? value : [value];
    const problem = selectors.length === 0 ? NONE : selectors.map(problemOf).find((found) => found !== null);
    if (problem) throw new OptionValueError(given.origin, text, problem);
    return selectors as readonly ConsumerVersionSelector[];
  });
}

const NONE = 'is not a selector; write a JSON object, such as {"mainBranch":true}, or an array of them';

function problemOf(selector: unknown): string | null {
  if (!isObject(selector) || Object.keys(selector).length === 0) return NONE;
  return memberProblem(selector);
}

function memberProblem(selector: JsonObject): string | null {
  for (const [name, value] of Object.entries(selector)) {
    const type = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined;
    if (type === undefined) {
      const near = nearest(name, Object.keys(MEMBERS));
      const hint = near === null ? `there are ${Object.keys(MEMBERS).join(', ')}` : `did you mean ${near}?`;
      return `has a member ${JSON.stringify(name.slice(0, 40))} that no selector has; ${hint}`;
    }
    if (typeof value !== type || value === '') {
      return `has a member ${name} that is not ${type === 'boolean' ? 'true or false' : 'a text'}`;
    }
  }
  return null;
}
