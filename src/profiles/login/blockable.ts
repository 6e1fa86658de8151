import type { OutgoingRequest } from '../../http/exchange.js';
import { isLarge } from '../../http/request-size.js';
import { isAttackText, OPERATORS } from './attack-texts.js';
import type { Expectation } from './oracle/expectation.js';
import type { JsonTree } from './oracle/json-tree.js';
import { readRequestText } from './oracle/request-text.js';

/** In a path they are rarer than in a text: what separates its parts is not an attack. */
const IN_PATHS = /[<>'"`\\\p{Cc}]|\.\.\/|--|\$\{|\{\{/u;
const CONTROLS = /\p{Cc}/u;

/** A request with the fact that a gateway may refuse it. @param own as of `mayBeBlocked` */
export function markedAsBlockable(request: OutgoingRequest, own: readonly string[]): OutgoingRequest {
  const { facts } = request;
  return facts && mayBeBlocked(request, own)
    ? { ...request, facts: { ...facts, mayBeBlocked: true } }
    : request;
}

/**
 * Whether a gateway may refuse a request before the provider sees it: it carries an attack, or a text that looks like one
 * (markup, patterns, encodings, control characters), or is larger than many allow.
 * @param own texts of the account, which may have such characters themselves
 */
export function mayBeBlocked(
  request: Pick<OutgoingRequest, 'path' | 'headers' | 'body' | 'expectation'>,
  own: readonly string[],
): boolean {
  const { path, headers, body, expectation } = request;
  const { faults = [], open = [] } = (expectation ?? {}) as Partial<Expectation>;
  if (isLarge(request) || faults.includes('attack') || open.includes('depth')) return true;
  if (IN_PATHS.test(decoded(path)) || headers.some(([, value]) => CONTROLS.test(value))) return true;
  if (body === null) return false;
  const ownCharacters = new Set(own.join(''));
  const looksLikeAttack = (text: string) =>
    !own.includes(text) &&
    (isAttackText(text) ||
      CONTROLS.test(text) ||
      OPERATORS.test([...text].filter((character) => !ownCharacters.has(character)).join('')));
  const trees = readRequestText(body)?.trees ?? [];
  return (
    (trees.length === 0 && body.some(isControl)) || trees.some((tree) => textsOf(tree).some(looksLikeAttack))
  );
}

/** In the bytes of a body: white space of JSON does not count. */
function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}

/** Every name and every string of a tree. */
function textsOf(tree: JsonTree): readonly string[] {
  const texts: string[] = [];
  const rest: JsonTree[] = [tree];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.kind === 'array') rest.push(...next.items);
    else if (next.kind === 'value') texts.push(...(typeof next.value === 'string' ? [next.value] : []));
    else {
      texts.push(...next.members.keys());
      rest.push(...[...next.members.values()].flat());
    }
  }
  return texts;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
