import { createHash } from 'node:crypto';
import { type CredentialClass, classifyPassword } from '../../login/oracle/classify-credential.js';

/** How near a digest that was sent is to the right one; `plain`: it is the password itself. */
export type DigestClass = CredentialClass | 'plain';

const MOST_KNOWN = 64;
const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

/**
 * Classifies the value of `password` by the SHA-256 of the right one.
 * @param encoding of the fixtures file: the form that is sent
 * @returns `form` for any other spelling of the right digest, and for the digest of an equal form of the password;
 *   `plain` for the password itself (CK-15)
 */
export function classifyDigest(given: string, password: string, encoding: 'hex' | 'base64'): DigestClass {
  const [right, ...forms] = digestsOf(password);
  if (given === right.toString(encoding)) return 'same';
  const bytes = bytesOf(given.trim());
  if (bytes && [right, ...forms].some((form) => form.equals(bytes))) return 'form';
  if (given === password) return 'plain';
  if (bytes?.length === right.length && isSpelled(given, encoding)) return 'ordinary';
  return classifyPassword(given, right.toString(encoding)) === 'attack' ? 'attack' : 'odd';
}

type Digests = readonly [Buffer, ...Buffer[]];
const known = new Map<string, Digests>();

/** That of the password itself, then those of its forms; cached, since a run asks for few passwords very often. */
function digestsOf(password: string): Digests {
  const cached = known.get(password);
  if (cached) return cached;
  if (known.size >= MOST_KNOWN) known.clear();
  const digests: Digests = [sha256(password), ...FORMS.map((form) => sha256(password.normalize(form)))];
  known.set(password, digests);
  return digests;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The bytes of a text in hexadecimal or any base64; `null`: it is neither. */
function bytesOf(text: string): Buffer | null {
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
}

function isSpelled(given: string, encoding: 'hex' | 'base64'): boolean {
  return encoding === 'hex'
    ? /^[0-9a-f]+$/.test(given)
    : Buffer.from(given, 'base64').toString('base64') === given;
}
