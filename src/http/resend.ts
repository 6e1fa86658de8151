import { setTimeout as delay } from 'node:timers/promises';
import { headerValue } from '../text/header-field.js';
import type { Answer } from './exchange.js';

/** When an answered request is sent again: after 429 and 503, a little later, a few times. */
export interface ResendPolicy {
  /** How often one request is sent again. */
  readonly retries: number;
  /** Longest wait before one sending, whatever Retry-After asks for. */
  readonly maxWaitMs: number;
  /** Wait when there is no Retry-After, or none that can be read. */
  readonly defaultWaitMs: number;
  /** Time that a run waits in all: a target that throttles everything is not waited for all day. */
  readonly budgetMs: number;
  /** Waits; `false` when the signal cut the wait off. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<boolean>;
  /** Epoch milliseconds, against which a Retry-After date is read. */
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

/** Decides and waits; one for a run: while one exchange waits, all do, for it is the target that asks for it. */
export interface Resender {
  /** Waits until no pause is on. @returns `false` when the signal cut the wait off */
  ready(): Promise<boolean>;
  /**
   * Waits as the answer asks for.
   * @param resent how often the request has been sent again for this reason
   * @returns whether it is to be sent again now
   */
  wait(answer: Answer, resent: number): Promise<boolean>;
  /**
   * Lets everything wait as the answer asks for.
   * @returns whether a pause is on: whether it is worth sending again
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

  /** @returns how long the answer asks to wait; `null`: it does not, or enough was waited */
  function begin(answer: Answer): number | null {
    if (!isThrottling(answer)) return null;
    const now = policy.now();
    const wait = Math.min(retryAfter(answer, now) ?? policy.defaultWaitMs, policy.maxWaitMs);
    // Waits at the same time are one.
    const longer = Math.max(0, now + wait - Math.max(pausedUntil, now));
    if (spent + longer > policy.budgetMs) return null;
    spent += longer;
    pausedUntil = Math.max(pausedUntil, now + wait);
    return wait;
  }
}

/** Whether an answer says that there is too much to do. */
export function isThrottling({ status }: Answer): boolean {
  return status === 429 || status === 503;
}

/** Whether an answer says when to come again (RFC 9110 section 10.2.3). */
export function saysWhenToRetry(answer: Answer): boolean {
  return retryAfterField(answer) !== '';
}

/** The value of Retry-After; empty where there is none. */
function retryAfterField({ headers }: Answer): string {
  return headerValue(headers, 'retry-after')?.trim() ?? '';
}

/** Milliseconds that Retry-After asks for, as seconds or as an HTTP-date (RFC 9110 section 10.2.3). */
function retryAfter(answer: Answer, now: number): number | null {
  const value = retryAfterField(answer);
  if (value === '') return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  if (!/^[a-z]{3}/i.test(value)) return null;
  const date = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`); // the asctime form names no zone
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
