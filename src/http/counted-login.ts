import type { OutgoingRequest } from './exchange.js';

/**
 * Whether a request counts as a failed login of an account: it names a real one and is not meant to succeed (ES-30).
 * Each sending of it counts, so that it is sent again only by whoever keeps count.
 */
export function countsTowardLockout({ facts }: Pick<OutgoingRequest, 'facts'>): boolean {
  if (!facts || facts.account === null) return false;
  return !facts.valid || facts.mayBeRefused === true;
}
