import type { OutgoingRequest } from '../../http/exchange.js';
import type { Mutation } from '../../profiles/login/arbitraries/mutation.js';
import type { Expectation } from '../../profiles/login/oracle/expectation.js';
import type { TestUser } from '../test-user.js';

/** In whose name generated requests are made. */
export interface RequestFactory {
  readonly user: TestUser;
  /** The lane of the caller's failed logins. */
  readonly account: string;
  /**
   * A recipe as a request of this caller's.
   * @param key of the request, unique in its property: goes into the transaction id
   * @param origin where it comes from, in words, for its label
   */
  prepare(mutation: Mutation, key: string, origin?: string): PendingRequest;
}

/** A generated request before it is sent. */
export interface PendingRequest {
  /** What was done to the plain login, one phrase a change. */
  readonly changes: readonly string[];
  /** The same text for the same request, but for date and signature; `null`: those are what it is about. */
  readonly content: () => string | null;
  /** The account whose failed logins it adds to, if it is refused; `null`: it names no real one. */
  readonly account: string | null;
  /** The request as it is sent now: date and signature are of this moment. */
  build(): Promise<PreparedRequest>;
}

export interface PreparedRequest {
  readonly request: OutgoingRequest;
  readonly expectation: Expectation;
}
