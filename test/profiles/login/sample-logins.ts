import { createHash } from 'node:crypto';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import {
  type CkstackDraft,
  type CkstackLogin,
  signDraft,
} from '../../../src/profiles/ckstack/requests/login.js';
import { CKSTACK_VARIATIONS } from '../../../src/profiles/ckstack/requests/variations.js';
import type { Signer } from '../../../src/profiles/ckstack/signer.js';
import type { EsignonProfileName } from '../../../src/profiles/esignon/documents.js';
import type { EsignonLogin } from '../../../src/profiles/esignon/requests/login.js';
import { ESIGNON_VARIATIONS } from '../../../src/profiles/esignon/requests/variations.js';
import { isNotApplicable } from '../../../src/profiles/profile.js';

/** What is true of the plain logins below, said a second time so that nothing is taken from the code under test. */
export const EMAIL = 'mina@example.com';
export const PASSWORD = 'Zephyr}Quartz{81"Lagoon';
export const OTHER_PASSWORD = 'Nimbus-Orchid-52-Vale';
export const NONCE = 'q1w2e3r4';
export const USER_ID = 'sora@example.com';
export const ESIGNON_PROFILES: readonly EsignonProfileName[] = ['esignon-startsimple', 'esignon-login'];

/** An eSignon login, `changes` laid over it. The password has what breaks careless edits of JSON text. */
export function esignonLogin(profile: EsignonProfileName, changes: Partial<EsignonLogin> = {}): EsignonLogin {
  return {
    profile,
    path: profile === 'esignon-login' ? '/api/{company}/login' : '/api/{company}/startsimple',
    company: 'acme',
    email: EMAIL,
    password: PASSWORD,
    clientId: 'client-1',
    otherPassword: OTHER_PASSWORD,
    otherCompany: 'globex',
    nonce: NONCE,
    ...changes,
  };
}

/** A ckstack login, `changes` laid over it. */
export function ckstackLogin(changes: Partial<CkstackLogin> = {}): CkstackLogin {
  return {
    path: '/token',
    apiKey: 'key-1',
    service: 'assay',
    userId: USER_ID,
    password: PASSWORD,
    passwordEncoding: 'hex',
    tid: 'tid-1',
    otherPassword: OTHER_PASSWORD,
    nonce: NONCE,
    now: new Date('2026-05-06T07:08:09Z'),
    ...changes,
  };
}

/** A signature that depends on every part of what is signed. */
export const SIGNER: Signer = async (input) =>
  createHash('sha256').update(JSON.stringify(input)).digest('base64');

/** The request of an eSignon variation. @throws {Error} when there is none of that phrase, or it is not applicable */
export function esignonRequest(phrase: string, login: EsignonLogin): OutgoingRequest {
  const built = ESIGNON_VARIATIONS.get(phrase)?.build(login);
  if (!built || isNotApplicable(built)) throw new Error(`${phrase}: ${built?.notApplicable ?? 'unknown'}`);
  return built;
}

/** The draft of a ckstack variation. @throws {Error} as `esignonRequest` */
export function ckstackDraft(phrase: string, login: CkstackLogin = ckstackLogin()): CkstackDraft {
  const built = CKSTACK_VARIATIONS.get(phrase)?.build(login);
  if (!built || isNotApplicable(built)) throw new Error(`${phrase}: ${built?.notApplicable ?? 'unknown'}`);
  return built;
}

/** The same, signed. */
export function ckstackRequest(
  phrase: string,
  login: CkstackLogin = ckstackLogin(),
): Promise<OutgoingRequest> {
  return signDraft(ckstackDraft(phrase, login), SIGNER, '');
}

/** The body as text; what is not UTF-8 as U+FFFD. */
export function textOf({ body }: { readonly body: Uint8Array | null }): string {
  return body === null ? '' : new TextDecoder().decode(body);
}

/** The body as RFC 8259 reads it. @throws {Error} when it is no UTF-8, or no JSON */
export function strictJson({ body }: { readonly body: Uint8Array | null }): unknown {
  return JSON.parse(
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body ?? new Uint8Array()),
  );
}

/** Whether the body is UTF-8 JSON. */
export function isStrictJson(request: { readonly body: Uint8Array | null }): boolean {
  try {
    strictJson(request);
    return true;
  } catch {
    return false;
  }
}

/** The value of a header, its name in any case. */
export function headerOf({ headers }: Pick<OutgoingRequest, 'headers'>, name: string): string | undefined {
  return headers.find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1];
}

/** SHA-256 in hexadecimal, computed apart from the code under test. */
export function sha256(text: string, encoding: 'hex' | 'base64' = 'hex'): string {
  return createHash('sha256').update(text, 'utf8').digest(encoding);
}
