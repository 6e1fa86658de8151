import type { Call } from './call.js';
import { Refusal } from './refusal.js';
import type { Reply } from './reply.js';

/** A profile at work: its stages put together. */
export interface ProfileHandler {
  /** Answers a request to the profile's endpoint. Rejects only on a defect of the provider. */
  readonly answer: (call: Call) => Promise<Reply>;
  /** Words a refusal that was found before the stages ran (method, size, target…). */
  readonly refuse: (refusal: Refusal, call: Call) => Reply;
}

/** Makes a handler of an answer that may throw a {@link Refusal}, and of the words of refusals. */
export function profileHandler(
  answer: (call: Call) => Promise<Reply>,
  refuse: ProfileHandler['refuse'],
): ProfileHandler {
  return {
    refuse,
    async answer(call) {
      try {
        return await answer(call);
      } catch (error) {
        if (error instanceof Refusal) return refuse(error, call);
        throw error;
      }
    },
  };
}

export type Awaitable<T> = T | Promise<T>;

/** Replaces some stages of a profile, given the reference's own to wrap: `(s) => ({ parse: … })`. */
export type StageChange<Stages> = (reference: Stages) => Partial<Stages>;
