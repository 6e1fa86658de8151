import type { TestUser } from '../../engine/test-user.js';
import { NotChecked } from '../../errors/not-checked.js';
import type { OutgoingRequest } from '../../http/exchange.js';
import { isNotApplicable, type NotApplicable } from '../login/variation.js';
import type { CkstackDraft, CkstackLogin, Signer } from './requests/login.js';
import { accountKey, plainDraft, signDraft } from './requests/login.js';
import { CKSTACK_VARIATIONS } from './requests/variations.js';
import { SignerError } from './signer-error.js';

/** What a ckstack caller needs beside its credentials. */
export interface CkstackSetting {
  readonly signer: Signer;
  /** Path of the target's base URL. */
  readonly pathPrefix: string;
  /** Names of the headers of `--header`, in lower case. */
  readonly addedHeaders: ReadonlySet<string>;
  /** A transaction id that no other login of the run has: a target may refuse what it takes for a replay. */
  readonly nextTid: () => string;
  /** The signatures of the run so far, with what they sign. */
  readonly signed: Set<string>;
}

/** A fixed signature, say, is right for every request. */
const COVERS_TOO_LITTLE: NotApplicable = {
  notApplicable: 'the signature of the fixtures does not cover what differs',
};

/** A user of the ckstack service: each of its logins has a transaction id of its own. */
export function ckstackTestUser(
  fixture: string,
  credentials: Omit<CkstackLogin, 'tid' | 'now'>,
  { signer, pathPrefix, addedHeaders, nextTid, signed }: CkstackSetting,
): TestUser {
  const next = (): CkstackLogin => ({ ...credentials, tid: nextTid(), now: new Date() });
  const sign = (draft: CkstackDraft) =>
    signedOnce(draft, signed, (one) => signDraft(one, signer, pathPrefix).catch(asNotChecked));
  return {
    profile: 'ckstack-token',
    fixture,
    account: accountKey(credentials),
    canLogIn: true,
    credentials: { family: 'ckstack', login: credentials, sign },
    plain: async () => sign(plainDraft(next())),
    vary: async (phrase) => {
      const variation = CKSTACK_VARIATIONS.get(phrase);
      if (!variation) throw new Error(`no ckstack login is known as «${phrase}»`);
      const draft = variation.build(next());
      if (isNotApplicable(draft)) return draft;
      const request = await sign(draft);
      const taken = request.headers.find(([name]) => isForeign(name) && addedHeaders.has(name.toLowerCase()));
      if (taken) return { notApplicable: `it would take the place of the ${taken[0]} of --header` };
      const own = isBorrowing(draft) ? await sign({ ...draft, signedAs: {} }) : null;
      return own !== null && authorizationOf(own) === authorizationOf(request) ? COVERS_TOO_LITTLE : request;
    },
  };
}

/** Whether the plain login has no such header. */
function isForeign(name: string): boolean {
  return !['accept', 'content-type', 'h-date', 'ck-service', 'h-authorization'].includes(name.toLowerCase());
}

/** So much older may the date of a request be, for the sake of a signature of its own. */
const OLDEST_S = 3;

/**
 * Two requests of one second with one transaction id have one signature, and a target may take the second for a
 * replay: it is dated a second or more back, where that makes another signature.
 */
async function signedOnce(
  draft: CkstackDraft,
  signed: Set<string>,
  sign: (draft: CkstackDraft) => Promise<OutgoingRequest>,
): Promise<OutgoingRequest> {
  const keyOf = (request: OutgoingRequest) => `${request.path} ${authorizationOf(request)}`;
  const plain = await sign(draft);
  let request = plain;
  const isOfNow = draft.date === draft.now.toUTCString();
  for (let back = 1; isOfNow && signed.has(keyOf(request)) && back <= OLDEST_S; back += 1) {
    const now = new Date(draft.now.getTime() - back * 1000);
    request = await sign({ ...draft, now, date: now.toUTCString() });
    // A fixed signature, say, is the same at any time.
    if (keyOf(request) === keyOf(plain)) return plain;
  }
  signed.add(keyOf(request));
  // It is as fresh as one of now: what makes it stale is that it waits.
  return request.freshness
    ? { ...request, freshness: { ...request.freshness, at: draft.now.getTime() } }
    : request;
}

function isBorrowing({ signedAs }: CkstackDraft): boolean {
  return Object.keys(signedAs).length > 0;
}

function authorizationOf({ headers }: OutgoingRequest): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === 'h-authorization')?.[1];
}

/** What cannot be signed cannot be checked: the signer is the user's. */
export function asNotChecked(error: unknown): never {
  if (error instanceof SignerError) throw new NotChecked('fixture', error.message);
  throw error;
}
