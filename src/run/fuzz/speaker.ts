import type { Recipe } from '../../arbitraries/recipe.js';
import type { OutgoingRequest } from '../../exchange/exchange.js';
import type { Caller } from '../caller.js';
import type { Expectation } from './oracle/expectation.js';

/** In whose name generated requests are made. */
export interface Speaker {
  readonly caller: Caller;
  /** The lane of the caller's failed logins. */
  readonly account: string;
  /**
   * A recipe as a request of this caller's.
   * @param key of the request, unique in its property: goes into the transaction id
   * @param origin where it comes from, in words, for its label
   */
  utter(recipe: Recipe, key: string, origin?: string): Utterance;
}

/** A generated request before it is sent. */
export interface Utterance {
  /** What was done to the plain login, one phrase a change. */
  readonly words: readonly string[];
  /** The same text for the same request, but for date and signature; `null`: those are what it is about. */
  readonly content: () => string | null;
  /** The account whose failed logins it adds to, if it is refused; `null`: it names no real one. */
  readonly account: string | null;
  /** The request as it is sent now: date and signature are of this moment. */
  now(): Promise<Spoken>;
}

export interface Spoken {
  readonly request: OutgoingRequest;
  readonly expectation: Expectation;
}
