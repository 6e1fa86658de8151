import type { IncomingHttpHeaders } from 'node:http';
import type { ProfileName } from '../../profiles/documents.js';
import type { Accounts } from '../accounts.js';

/** One request as the stages see it, and what else they need to know. */
export interface Call {
  /** `null`: the path belongs to no profile. */
  readonly profile: ProfileName | null;
  readonly method: string;
  /** Path and query as sent, any prefix included, percent-encoding untouched. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** The company of the path, percent-decoded; `''` where the path has none. */
  readonly company: string;
  /** The bytes that came, empty when none did. */
  readonly body: Uint8Array;
  readonly accounts: Accounts;
  /** The provider's clock when the request arrived. */
  readonly now: Date;
  /** How far `H-Date` may be from `now`, either way, in milliseconds. */
  readonly dateToleranceMs: number;
}

/**
 * One header of a call as a single string.
 * @param name lower case
 * @returns `''` when it is missing; repeated ones joined by a comma
 */
export function headerOf(call: Pick<Call, 'headers'>, name: string): string {
  const value = call.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
