import type { Exchange } from '../http/exchange.js';
import type { LockoutGuard } from './lockout-guard.js';
import { hasNoAnswer } from './unanswered.js';

/** After this many requests in a row without an answer the target counts as gone. */
const MAX_UNANSWERED = 5;

/** What the sessions of a run share, nested ones included. */
export class SessionState {
  /** Whether the target throttled any request away. */
  throttled = false;
  /** Why no verdict can rest on this run, although it went on; one phrase each. */
  readonly obstacles = new Set<string>();
  /** The first exchange of each request that got no answer when it was sent first, whatever its repetition got. */
  readonly missed: Exchange[] = [];
  readonly guards = new Map<string, LockoutGuard>();
  /** Wrong passwords in a row after which an account still logged in, by profile. */
  readonly survived = new Map<string, number>();
  /** What refusals look like that come while the account still logs in: nothing to wonder at. */
  readonly ordinaryRefusals = new Set<string>();
  #cutOff: string | null = null;
  #unansweredInARow = 0;

  /** Why the run was cut off; `null`: it was not. */
  get cutOff(): string | null {
    return this.#cutOff;
  }

  /** From now on nothing is sent any more; the first reason is kept. */
  abort(reason: string): void {
    this.#cutOff ??= reason;
  }

  /** Records the final outcome of a request: a target that no longer answers is gone. */
  settle(exchange: Exchange): Exchange {
    this.#unansweredInARow = hasNoAnswer(exchange) ? this.#unansweredInARow + 1 : 0;
    if (this.#unansweredInARow >= MAX_UNANSWERED)
      this.abort(`${MAX_UNANSWERED} requests in a row got no answer (${exchange.failure?.message})`);
    return exchange;
  }
}
