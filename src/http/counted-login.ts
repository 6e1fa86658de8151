import type { OutgoingRequest } from './exchange.js';

/**
 * Whether a request counts as a failed login of an account: it names a real one and is not meant to succeed. Each attempt
 * counts, so only the code that keeps the count sends it again.
 */
export function countsTowardLockout({ facts }: Pick<OutgoingRequest, 'facts'>): boolean {
  if (!facts || facts.account === null) return false;
  return !facts.valid || facts.mayBeRefused === true;
}
