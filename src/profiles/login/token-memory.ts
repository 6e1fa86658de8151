import type { Exchange } from '../../http/exchange.js';
import type { HeaderField } from '../../text/header-field.js';
import type { JsonAnswer } from '../../text/json-answer.js';
import { hasEscapes, membersOf } from './json-answer.js';

/** A shorter value may be anywhere by chance. */
const SHORTEST = 8;

/** The tokens that a run has seen in good answers, so that they are recognised wherever else they come. */
export class TokenMemory {
  readonly #tokens = new Set<string>();
  /** Lengths of the tokens by their last characters, so that a text is searched for all of them in one pass. */
  readonly #lengthsByEnd = new Map<string, Set<number>>();

  /** Keeps the token of a good answer. Those of fewer than 8 characters are not kept. */
  remember(token: string): void {
    if (token.length < SHORTEST || this.#tokens.has(token)) return;
    this.#tokens.add(token);
    const end = token.slice(-SHORTEST);
    const lengths = this.#lengthsByEnd.get(end) ?? new Set();
    this.#lengthsByEnd.set(end, lengths.add(token.length));
  }

  /** Where an answer has one of the tokens, in words; `null`: nowhere. */
  placeIn({ answer }: Exchange, json: JsonAnswer | null): string | null {
    if (!answer || this.#tokens.size === 0) return null;
    const isInField = ([, value]: HeaderField) => this.#isIn(value) || this.#isIn(decoded(value));
    if (answer.headers.some(isInField)) return 'in a header';
    if (answer.trailers?.some(isInField)) return 'in a trailer';
    if (this.#isIn(answer.statusText)) return 'in the reason phrase';
    if (json === null) return null;
    if (this.#isIn(json.text)) return 'in the body';
    if (!json.ok || !hasEscapes(json)) return null;
    for (const { value } of membersOf(json.value))
      if (typeof value === 'string' && this.#isIn(value)) return 'in the body';
    return null;
  }

  #isIn(text: string): boolean {
    for (let end = SHORTEST; end <= text.length; end += 1) {
      for (const length of this.#lengthsByEnd.get(text.slice(end - SHORTEST, end)) ?? [])
        if (length <= end && this.#tokens.has(text.slice(end - length, end))) return true;
    }
    return false;
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
