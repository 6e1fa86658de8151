import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Whether two secrets are equal, in a time that reveals nothing about where they differ or
 * how long the stored one is.
 */
export function sameSecret(given: string, stored: string): boolean {
  return timingSafeEqual(digest(given), digest(stored));
}

/** Compared with when there is no account, so that an unknown user costs as much as a wrong password. */
export const NOBODYS_PASSWORD = randomBytes(32).toString('hex');

/** A new token: 128 bits of randomness as 32 hexadecimal digits, the form of the ckstack document's sample. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
