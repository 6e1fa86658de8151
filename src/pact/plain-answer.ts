import { readJson } from '../text/json-answer.js';
import type { RelayAnswer } from './relayed-request.js';

/**
 * An answer in the form in which the verifier compares it with an own contract. The verifier is stricter than the clauses
 * on JSON and media types, which are checked separately: it wants `application/json`, no byte order mark, integers without
 * a fraction of zeros, whole surrogate pairs, no deep nesting. So a JSON answer is serialised again, with the same values
 * as deep as a contract looks.
 */
export function plainAnswer(answer: RelayAnswer): RelayAnswer {
  const json = readJson(answer.body);
  const text = json.ok ? rewritten(json.value) : null;
  if (text === null) return answer;
  const others = answer.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return { ...answer, headers: [...others, ['Content-Type', 'application/json']], body: Buffer.from(text) };
}

/** Much deeper than the own contracts look, and less deep than the verifier's parser can read. */
const DEEPEST = 64;

function rewritten(value: unknown): string | null {
  try {
    return JSON.stringify(plain(value, 0));
  } catch {
    return null;
  }
}

/** The same value with whole surrogate pairs, and `null` where it is nested too deep. */
function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return Buffer.from(value).toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, plain(inside, depth + 1)]));
}
