import { createHash } from 'node:crypto';
import type { OutgoingRequest, SignatureFreshness } from '../../../http/exchange.js';
import type { HeaderField } from '../../../text/header-field.js';
import { percentEncoded } from '../../login/percent-encoding.js';
import type { Variation } from '../../login/variation.js';
import type { ForeignKey, Signer } from '../signer.js';

/** A variation of a ckstack login. */
export type CkstackVariation = Variation<CkstackLogin, CkstackDraft>;

/** Everything that a plain ckstack login is made of. */
export interface CkstackLogin {
  /** `/token`, or what the fixtures file says. */
  readonly path: string;
  readonly apiKey: string;
  readonly service: string;
  readonly userId: string;
  /** As the user types it: what is sent is its SHA-256. */
  readonly password: string;
  readonly passwordEncoding: 'hex' | 'base64';
  /** `undefined`: none is sent. */
  readonly tid: string | undefined;
  /** Another user's password, for wrong-password variations. */
  readonly otherPassword?: string;
  /** Random text of this run, as in an eSignon login. */
  readonly nonce: string;
  readonly now: Date;
}

/** A request without its signature, which is computed from what is on the wire. */
export interface CkstackDraft {
  readonly label: string;
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly path: string;
  /** Header names in their case on the wire, in order; H-Authorization is put in last. */
  readonly contentType: string;
  readonly date: string | null;
  /** The present as `date` has it, unless that was changed. */
  readonly now: Date;
  readonly service: string | null;
  readonly apiKey: string;
  /** Headers that no document asks for. */
  readonly moreHeaders: readonly HeaderField[];
  /** Header names as they go out. */
  readonly headerCase: (name: string) => string;
  /** From the right signature to the value of H-Authorization; `null`: the header is left out. */
  readonly authorization: (signature: string) => string | null;
  /** Signs this instead of what is sent, for signatures that are right for another request. */
  readonly signedAs: {
    readonly method?: string;
    readonly date?: string;
    readonly path?: string;
    readonly service?: string;
    readonly key?: ForeignKey;
  };
  readonly body: Uint8Array | null;
  readonly valid: boolean;
  readonly wrongCredentials: boolean;
  readonly account: string | null;
  /** See `RequestFacts`. */
  readonly mayLeadNowhere?: boolean;
  readonly mayBeRefused?: boolean;
  /** See `OutgoingRequest`. */
  readonly alone?: true;
  readonly withoutLength?: true;
  readonly userId: string;
  readonly tid: string | undefined;
  /** The password as it is in the request, and as it was before its digest. */
  readonly passwords: readonly string[];
}

/** The digest of a password as the profile sends it. */
export function digestOf(password: string, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(password).digest(encoding);
}

/** Every spelling of a password's digest that an answer might show (CK-11). */
function digestsOf(password: string): readonly string[] {
  const hex = digestOf(password, 'hex');
  const base64 = digestOf(password, 'base64');
  const url = createHash('sha256').update(password).digest('base64url');
  return [hex, hex.toUpperCase(), base64, base64.replace(/=+$/, ''), url];
}

/** The plain, valid login as a draft, with `changes` laid over it. */
export function draftOf(login: CkstackLogin, changes: Partial<CkstackDraft> = {}): CkstackDraft {
  const digest = digestOf(login.password, login.passwordEncoding);
  return {
    label: 'a valid login',
    method: 'POST',
    path: withTid(login.path, login.tid),
    contentType: 'application/json',
    date: login.now.toUTCString(),
    now: login.now,
    service: login.service,
    apiKey: login.apiKey,
    moreHeaders: [],
    headerCase: (name) => name,
    authorization: (signature) => `Open ${changes.apiKey ?? login.apiKey}:${signature}`,
    signedAs: {},
    body: jsonBytes(credentialsOf(login)),
    valid: false,
    wrongCredentials: false,
    account: accountKey(login),
    userId: login.userId,
    tid: login.tid,
    passwords: [login.password, digest, ...digestsOf(login.password)],
    ...changes,
  };
}

/** The members of a plain request. */
export function credentialsOf(login: CkstackLogin): { userId: string; password: string } {
  return { userId: login.userId, password: digestOf(login.password, login.passwordEncoding) };
}

/** The texts of a plain login. */
export function ownTexts(login: Omit<CkstackLogin, 'tid' | 'now'>): readonly string[] {
  const { userId, password, passwordEncoding } = login;
  return [userId, password, digestOf(password, passwordEncoding)];
}

/** The plain, valid login. */
export function plainDraft(login: CkstackLogin, label = 'a valid login'): CkstackDraft {
  return draftOf(login, { label, valid: true });
}

/** A JSON value as UTF-8 bytes. */
export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** Adds `tid` to a path, percent-encoded as UTF-8. */
export function withTid(path: string, tid: string | undefined): string {
  if (tid === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}tid=${percentEncoded(tid)}`;
}

/** Names the account in the failed-login budget. */
export function accountKey(login: Pick<CkstackLogin, 'userId'>): string {
  return `ckstack ${login.userId}`;
}

/**
 * Signs a draft and makes it a request.
 * @param pathPrefix path of the target's base URL, which is on the wire too and so is signed
 * @throws what the signer throws: a `SignerError` with a sentence for people
 */
export async function signDraft(
  draft: CkstackDraft,
  signer: Signer,
  pathPrefix: string,
): Promise<OutgoingRequest> {
  const { signedAs } = draft;
  const input = {
    method: signedAs.method ?? draft.method,
    path: `${pathPrefix}${signedAs.path ?? draft.path}`,
    date: signedAs.date ?? draft.date ?? '',
    service: signedAs.service ?? draft.service ?? '',
    body: draft.body === null ? '' : Buffer.from(draft.body).toString('utf8'),
    apiKey: draft.apiKey,
  };
  const signature = await signer(input, signedAs.key);
  const authorization = draft.authorization(signature);
  const fields: [string, string | null][] = [
    ['Accept', 'application/json'],
    ['Content-Type', draft.contentType],
    ['H-Date', draft.date],
    ['Ck-Service', draft.service],
    ['H-Authorization', authorization],
  ];
  const known: HeaderField[] = fields.flatMap(([name, value]) =>
    value === null ? [] : [[draft.headerCase(name), value] as const],
  );
  const headers = [...known, ...draft.moreHeaders];
  return {
    profile: 'ckstack-token',
    method: draft.method,
    path: draft.path,
    headers,
    body: draft.body,
    label: draft.label,
    secrets: [
      ...draft.passwords,
      signature,
      draft.apiKey,
      ...(authorization === null ? [] : [authorization]),
    ],
    facts: {
      valid: draft.valid,
      wrongCredentials: draft.wrongCredentials,
      account: draft.account,
      ...(draft.mayLeadNowhere ? { mayLeadNowhere: true } : {}),
      ...(draft.mayBeRefused ? { mayBeRefused: true } : {}),
      passwords: draft.passwords,
      sent: { userId: draft.userId, ...(draft.tid === undefined ? {} : { tid: draft.tid }) },
    },
    ...(draft.alone ? { alone: true } : {}),
    ...(draft.withoutLength ? { withoutLength: true } : {}),
    ...(draft.date === draft.now.toUTCString() ? { freshness: stampOf(draft, signer, pathPrefix) } : {}),
  };
}

function stampOf(draft: CkstackDraft, signer: Signer, pathPrefix: string): SignatureFreshness {
  return {
    at: draft.now.getTime(),
    resign: async () => {
      const now = new Date();
      const request = await signDraft({ ...draft, now, date: now.toUTCString() }, signer, pathPrefix);
      const { headers, secrets, freshness } = request;
      return { headers, secrets, ...(freshness ? { freshness } : {}) };
    },
  };
}
