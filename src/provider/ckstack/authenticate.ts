import { createHash } from 'node:crypto';
import type { CkstackAccount } from '../accounts.js';
import type { Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { NOBODYS_PASSWORD } from '../http/secret.js';
import type { CkstackLogin } from './login.js';
import type { CkstackStages } from './stages.js';

/**
 * Checks a login; an unknown user and a wrong password are refused alike and at the same cost (CK-14).
 * @throws {Refusal} `credentials` (CK-12, CK-13)
 */
export async function authenticate(
  login: CkstackLogin,
  call: Call,
  stages: CkstackStages,
): Promise<CkstackAccount> {
  const account = call.accounts.ckstack.users.find(({ userId }) => stages.sameUser(login.userId, userId));
  const stored = stages.hashPassword(account?.password ?? NOBODYS_PASSWORD);
  const proven = stages.sameSecret(login.passwordHash, stored);
  if (!account || !proven) throw new Refusal('credentials');
  return account;
}

/** The SHA-256 of a password in lower-case hexadecimal (CK-15). */
export function hashPassword(password: string): string {
  return createHash('sha256').update(password, 'utf8').digest('hex');
}
