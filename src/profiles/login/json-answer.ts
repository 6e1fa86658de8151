import { createHash } from 'node:crypto';

/** An answer's body, read as RFC 8259 wants it. */
export type JsonAnswer =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | { readonly ok: false; readonly why: string; readonly text: string };

/** Characters of the path of a member. */
const MAX_PATH = 512;
/** Values of an answer: many times those of any login, and no more than the memory of a small machine takes. */
const MAX_VALUES = 100_000;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const lenientUtf8 = new TextDecoder('utf-8');

/**
 * Reads bytes as UTF-8 JSON. A byte order mark before it is passed over (the contract does not judge it);
 * nothing else is forgiven. Never throws.
 *
 * What has more than 100,000 values is not read: parsed, a few MiB of brackets would take a hundred times their size.
 */
export function readJson(body: Uint8Array): JsonAnswer {
  if (body.length === 0) return { ok: false, why: 'the body is empty', text: '' };
  let text: string;
  try {
    text = strictUtf8.decode(body);
  } catch {
    return { ok: false, why: 'the body is not UTF-8', text: lenientUtf8.decode(body) };
  }
  if (hasTooManyValues(body)) return { ok: false, why: `the body has more than ${MAX_VALUES} values`, text };
  try {
    return { ok: true, value: JSON.parse(text), text };
  } catch {
    return { ok: false, why: 'the body is not JSON', text };
  }
}

/** Counts what begins a value behind another, or within one; strings are passed over. */
function hasTooManyValues(body: Uint8Array): boolean {
  if (body.length <= MAX_VALUES) return false;
  const [quote, backslash] = [0x22, 0x5c];
  let values = 0;
  let inString = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (inString && byte === backslash) at += 1;
    else if (byte === quote) inString = !inString;
    // , [ {
    else if (!inString && (byte === 0x2c || byte === 0x5b || byte === 0x7b)) {
      values += 1;
      if (values > MAX_VALUES) return true;
    }
  }
  return false;
}

/** Whether a value is a JSON object: neither null nor an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name of a JSON object; `undefined` for anything else and for inherited names. */
export function member(value: unknown, name: string): unknown {
  if (!isRecord(value)) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * The string that stands under a name in a text that is no JSON, if one can be made out: an answer that is cut
 * short, or has something before it, still tells what it means.
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

/** Whether the values of an answer can hold what does not stand in its text. */
export function hasEscapes({ text }: JsonAnswer): boolean {
  return text.includes('\\');
}

/** Whether a non-empty string stands under that name anywhere: what the contract calls a token. */
export function holdsToken(answer: JsonAnswer, name: 'access_token' | 'token'): boolean {
  // The text is searched too: of duplicate members a parser keeps only one.
  const written = new RegExp(`"${name}"\\s*:\\s*"[^"]`);
  if (written.test(answer.text)) return true;
  if (!answer.ok || !hasEscapes(answer)) return false;
  for (const found of membersOf(answer.value)) {
    if (typeof found.value !== 'string') continue;
    // JSON in a string is an answer within an answer.
    if ((found.name === name && found.value !== '') || written.test(found.value)) return true;
  }
  return false;
}

/** The paths of all members and the types of their values, sorted: what «the same members» means (ES-11, CK-14). */
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

/** A long path by its digest: of a value nested deep, all paths together would be as long as its square. */
function shortened(path: string): string {
  if (path.length <= MAX_PATH) return path;
  return `…${createHash('sha256').update(path).digest('hex')}`;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
