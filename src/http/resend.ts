import { setTimeout as delay } from 'node:timers/promises';
import { headerValue } from '../text/header-field.js';
import type { Answer } from './exchange.js';

/** When a request is sent again that was answered 429 or 503. */
export interface ResendPolicy {
  /** How often one request is sent again, at most. */
  readonly retries: number;
  /** Longest wait before one request, whatever Retry-After asks for. */
  readonly maxWaitMs: number;
  /** Wait without a readable Retry-After. */
  readonly defaultWaitMs: number;
  /** Longest time that a run waits in all, against a target that throttles everything. */
  readonly budgetMs: number;
  /** Waits; `false`: the signal ended the wait. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<boolean>;
  /** Milliseconds since 1970, for dates in Retry-After. */
  readonly now: () => number;
}

export const DEFAULT_RESEND_POLICY: ResendPolicy = {
  retries: 2,
  maxWaitMs: 2000,
  defaultWaitMs: 500,
  budgetMs: 60_000,
  sleep: async (milliseconds, signal) => {
    try {
      await delay(milliseconds, undefined, { signal });
      return true;
    } catch {
      return false;
    }
  },
  now: Date.now,
};

/** Decides and waits. One for a run: the target asks for a pause, so all requests wait. */
export interface Resender {
  /** Waits until no pause is under way. @returns `false`: the signal ended the wait */
  ready(): Promise<boolean>;
  /**
   * Waits as long as the answer asks for.
   * @param resent how often the request has been sent again already
   * @returns whether to send it again now
   */
  wait(answer: Answer, resent: number): Promise<boolean>;
  /**
   * Makes all requests wait as long as the answer asks for.
   * @returns whether they do: the request is then worth sending again
   */
  pause(answer: Answer): boolean;
}

export function createResender(policy: ResendPolicy, signal: AbortSignal): Resender {
  let spent = 0;
  let pausedUntil = 0;
  return {
    async ready() {
      for (let left = pausedUntil - policy.now(); left > 0; left = pausedUntil - policy.now()) {
        if (!(await policy.sleep(left, signal))) return false;
      }
      return true;
    },
    async wait(answer, resent) {
      if (resent >= policy.retries) return false;
      const wait = begin(answer);
      return wait !== null && (await policy.sleep(wait, signal));
    },
    pause: (answer) => begin(answer) !== null,
  };

  /** @returns milliseconds to wait; `null`: the answer does not ask for it, or the run has waited enough */
  function begin(answer: Answer): number | null {
    if (!isThrottling(answer)) return null;
    const now = policy.now();
    const wait = Math.min(retryAfter(answer, now) ?? policy.defaultWaitMs, policy.maxWaitMs);
    // Waits that overlap count once.
    const longer = Math.max(0, now + wait - Math.max(pausedUntil, now));
    if (spent + longer > policy.budgetMs) return null;
    spent += longer;
    pausedUntil = Math.max(pausedUntil, now + wait);
    return wait;
  }
}

/** Whether an answer says that there are too many requests. */
function isThrottling({ status }: Answer): boolean {
  return status === 429 || status === 503;
}

/** Milliseconds that Retry-After asks for, as seconds or as an HTTP-date (RFC 9110 section 10.2.3). */
function retryAfter(answer: Answer, now: number): number | null {
  const value = headerValue(answer.headers, 'retry-after')?.trim() ?? '';
  if (value === '') return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  if (!/^[a-z]{3}/i.test(value)) return null;
  const date = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`); // the asctime form names no zone
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
