import type { RedactedExchange } from '../redaction/redacted-exchange.js';

/** Fewer are not worth a warning: connections go stale now and then. */
const WORTH_A_WORD = 0.02;

/** Counts the exchanges of a run, and how many of them were sent again. */
export class ExchangeTally {
  #count = 0;
  #resent = 0;

  note({ attempts, retryable }: RedactedExchange): void {
    this.#count += 1;
    this.#resent += attempts - 1 + (retryable ? 1 : 0);
  }

  /** As many as exchanges.har holds. */
  get count(): number {
    return this.#count;
  }

  get warnings(): readonly string[] {
    if (this.#resent <= WORTH_A_WORD * this.#count) return [];
    const why = 'their connection was closed before the answer, or the target throttled (HTTP 429 or 503)';
    return [`${this.#resent} requests were sent again: ${why}`];
  }
}
