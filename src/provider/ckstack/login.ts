import { isObject } from '../../text/json-members.js';
import { textMember } from '../http/body-stages.js';
import { Refusal } from '../http/refusal.js';

/** What a well-formed ckstack request asks with. */
export interface CkstackLogin {
  readonly userId: string;
  /** As sent: the SHA-256 of the password in lower-case hexadecimal. */
  readonly passwordHash: string;
}

/**
 * Reads the request's members; unknown ones are ignored (CK-25).
 * @throws {Refusal} `unparsable` when the value is not an object (CK-17), `member` (CK-16)
 */
export function readLogin(document: unknown): CkstackLogin {
  if (!isObject(document)) throw new Refusal('unparsable');
  return { userId: textMember(document, 'userId'), passwordHash: textMember(document, 'password') };
}
