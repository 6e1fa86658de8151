import { readJson } from '../verify/json-answer.js';
import type { RelayAnswer } from './relay.js';

/**
 * An answer as the verifier is to compare it for the own contracts. It is stricter than the contract in what
 * the clauses on JSON and media types judge by themselves, or leave open: it wants `application/json`, no
 * byte order mark, integers without a fraction of zeros, whole surrogate pairs. So a JSON answer is written
 * anew, with the same values.
 */
export function plainAnswer(answer: RelayAnswer): RelayAnswer {
  const json = readJson(answer.body);
  const text = json.ok ? rewritten(json.value) : null;
  if (text === null) return answer;
  const others = answer.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return { ...answer, headers: [...others, ['Content-Type', 'application/json']], body: Buffer.from(text) };
}

function rewritten(value: unknown): string | null {
  try {
    return JSON.stringify(value, (_name, inside: unknown) =>
      typeof inside === 'string' ? Buffer.from(inside).toString() : inside,
    );
  } catch {
    // Nested too deep for anybody.
    return null;
  }
}
