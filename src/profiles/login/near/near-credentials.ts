import { createHash } from 'node:crypto';
import type { NotApplicable } from '../../profile.js';
import { CARELESS_FUNCTIONS, type CarelessFunction } from './careless-functions.js';

/** A credential that a careless function mistakes for the right one: one fixed example of each function. */
export interface NearCredential {
  readonly once: string;
  /** @returns the near text, or why there is none */
  readonly of: (right: string) => string | NotApplicable;
}

const SAMPLE_DIGEST = createHash('sha256').update('a password').digest('hex');
const SAMPLE_KEY = 'a-key-of.1234567890-letters-and-Digits-that-is-longer-than-most-are-1';

const NOTHING: NotApplicable = { notApplicable: 'the right one has nothing that this would confuse' };

/** Those for passwords of which a digest is sent: it is of all of them, so that nobody cuts them afterwards. */
export const NEAR_SECRETS: readonly NearCredential[] = nearOf(({ level }) => level.secret === 'MUST');

/** Those for passwords that are sent as they are: what RFC 4013 makes equal to the right one is not judged. */
export const NEAR_CLEAR_SECRETS: readonly NearCredential[] = nearOf(
  ({ level, prepares }) => level.secret !== undefined && !prepares,
);

/** Those for digests in hexadecimal or base64: other spellings of the same digest are not judged. */
export const NEAR_DIGEST_TEXTS: readonly NearCredential[] = nearOf(
  ({ level, confuse }) => level.secret === 'MUST' && isOtherDigest(confuse(SAMPLE_DIGEST, 0)),
);

/** Those for a header: printable ASCII without white space at its ends. */
export const NEAR_HEADER_TEXTS: readonly NearCredential[] = nearOf(
  ({ level, confuse }) => level.secret === 'MUST' && isHeaderText(confuse(SAMPLE_KEY, 0)),
);

/** Those for e-mails and user ids. */
export const NEAR_NAMES: readonly NearCredential[] = nearOf(({ level }) => level.name !== undefined);

/** Those for companies: of what is folded or dropped only the MUST part is tried. */
export const NEAR_COMPANY_NAMES: readonly NearCredential[] = nearOf(
  ({ level, mail }) => level.name === 'MUST' && !mail,
);

/** Those for client ids. */
export const NEAR_IDENTIFIERS: readonly NearCredential[] = nearOf(
  ({ level, mail, confuse }) => level.name !== undefined && !mail && confuse(SAMPLE_KEY, 0) !== null,
);

function nearOf(covers: (careless: CarelessFunction) => boolean): readonly NearCredential[] {
  return CARELESS_FUNCTIONS.filter(covers).map(({ once, confuse }) => ({
    once,
    of: (right) => confuse(right, 0) ?? NOTHING,
  }));
}

function isOtherDigest(text: string | null): boolean {
  return text !== null && text.trim().toLowerCase() !== SAMPLE_DIGEST;
}

function isHeaderText(text: string | null): boolean {
  return text !== null && /^[!-~](?:[ -~]*[!-~])?$/.test(text);
}
