import { createHash } from 'node:crypto';
import type { JsonAnswer } from '../../text/json-answer.js';

/** Most characters of a member's path. */
const MAX_PATH = 512;

/**
 * The string value of a member in a text that is not JSON, if there is one: an answer that is cut short, or has
 * something before it, still says what it means.
 */
export function stringIn(text: string, name: string): string | undefined {
  return new RegExp(`["']${name}["']\\s*:\\s*["']([^"'\\\\]{1,40})["']`).exec(text)?.[1];
}

/**
 * Every member name and every string of a JSON value, however deep: with a stack of its own, so that no
 * nesting of a target's can exhaust ours.
 */
export function* membersOf(
  value: unknown,
): Generator<{ readonly name: string | null; readonly value: unknown }> {
  const rest: { name: string | null; value: unknown }[] = [{ name: null, value }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    yield next;
    if (Array.isArray(next.value)) {
      for (const item of next.value) rest.push({ name: null, value: item });
    } else if (typeof next.value === 'object' && next.value !== null) {
      for (const [name, item] of Object.entries(next.value)) rest.push({ name, value: item });
    }
  }
}

/** Whether the values of an answer can contain what its text does not. */
export function hasEscapes({ text }: JsonAnswer): boolean {
  return text.includes('\\');
}

/** The names under which login APIs give tokens, the documented ones among them. */
const TOKEN_NAME = '(?:(?:access|id|auth|bearer|api)[_-]?)?token|jwt';
const IS_TOKEN_NAME = new RegExp(`^(?:${TOKEN_NAME})$`, 'i');
const WRITTEN_TOKEN = new RegExp(`"(?:${TOKEN_NAME})"\\s*:\\s*"[^"]`, 'i');

/** Whether there is a non-empty string under the name of a token anywhere: what the contract calls a token. */
export function holdsToken(answer: JsonAnswer): boolean {
  // The text is searched too: of duplicate members a parser keeps only one.
  if (WRITTEN_TOKEN.test(answer.text)) return true;
  if (!answer.ok || !hasEscapes(answer)) return false;
  for (const { name, value } of membersOf(answer.value)) {
    if (typeof value !== 'string') continue;
    // JSON in a string is an answer within an answer.
    if ((name !== null && IS_TOKEN_NAME.test(name) && value !== '') || WRITTEN_TOKEN.test(value)) return true;
  }
  return false;
}

/** The paths of all members and the types of their values, sorted: what "the same members" means (ES-11, CK-14). */
export function memberPaths(value: unknown): readonly string[] {
  const paths = new Set<string>();
  const rest: [string, unknown][] = [['', value]];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [path, part] = next;
    if (typeof part !== 'object' || part === null) continue;
    const entries = Array.isArray(part) ? part.map((item) => ['[]', item] as const) : Object.entries(part);
    for (const [name, item] of entries) {
      const inner = shortened(`${path}/${name}`);
      paths.add(`${inner}: ${typeOf(item)}`);
      rest.push([inner, item]);
    }
  }
  return [...paths].sort();
}

/** A long path as its digest: the paths of a deeply nested value would be as long together as its depth squared. */
function shortened(path: string): string {
  if (path.length <= MAX_PATH) return path;
  return `…${createHash('sha256').update(path).digest('hex')}`;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
