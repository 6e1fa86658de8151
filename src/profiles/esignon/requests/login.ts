import type { OutgoingRequest, RequestFacts } from '../../../http/exchange.js';
import type { HeaderField } from '../../../text/header-field.js';
import { isAttackText } from '../../login/attack-texts.js';
import type { KnownAccount } from '../../login/near/known-accounts.js';
import { percentEncoded } from '../../login/percent-encoding.js';
import type { Variation } from '../../login/variation.js';
import type { EsignonProfileName } from '../documents.js';

/** A variation of an eSignon login. */
export type EsignonVariation = Variation<EsignonLogin, OutgoingRequest>;

/** Everything that a plain eSignon login is made of. */
export interface EsignonLogin {
  readonly profile: EsignonProfileName;
  /** Path template with `{company}`. */
  readonly path: string;
  readonly company: string;
  readonly email: string;
  readonly password: string;
  /** Sent by `esignon-startsimple` only. */
  readonly clientId: string | undefined;
  /** Every account of the fixtures: what is meant to be wrong must be wrong for all of them. */
  readonly accounts?: readonly KnownAccount[];
  /** Another user's password, for wrong-password variations. */
  readonly otherPassword?: string;
  /** Another company that exists, for requests that contradict themselves. */
  readonly otherCompany?: string;
  /** Random text of this run, eight lower-case letters and digits: makes invented names unlike real ones. */
  readonly nonce: string;
}

/** A request envelope: mutable on purpose, variations work on a copy of their own. */
export interface Envelope {
  header: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** The values that the Korean document prescribes for the header of a startsimple request. */
const STARTSIMPLE_HEADER = { request_msg: '인증코드 요청을 합니다.', session_id: 'thread_023' };

/** The request envelope of the profile's document, with the credentials of `login`. */
export function envelopeOf(login: EsignonLogin): Envelope {
  if (login.profile === 'esignon-login') {
    return {
      header: { request_code: '1001Q' },
      body: { memb_email: login.email, memb_pwd: login.password },
    };
  }
  return {
    header: { request_code: '1001Q', ...STARTSIMPLE_HEADER },
    body: {
      comp_id: login.company,
      memb_email: login.email,
      memb_pwd: login.password,
      client_id: login.clientId,
    },
  };
}

/** The headers of the profile's document. */
export function headersOf(
  profile: EsignonProfileName,
  contentType: string | null = 'application/json',
): HeaderField[] {
  const headers: HeaderField[] = [];
  if (contentType !== null) headers.push(['Content-Type', contentType]);
  if (profile === 'esignon-startsimple') headers.push(['User-Agent', 'esignonapi']);
  return headers;
}

/** The path of a login on the wire: the company percent-encoded as one segment. */
export function pathOf(login: Pick<EsignonLogin, 'path' | 'company'>): string {
  return login.path.replace('{company}', percentEncoded(login.company));
}

/** Longer values are attacks of the suite, not secrets. */
const MAX_SECRET = 1024;

/** What a variation changes of the plain request; all else stays. */
export interface Change {
  readonly label: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: readonly HeaderField[];
  /** Bytes as they are, text as UTF-8, anything else as JSON; `null`: no body. */
  readonly body?: unknown;
  /** Right credentials in a valid form (default: no). */
  readonly valid?: boolean;
  /** A refusal of it conforms too. */
  readonly mayBeRefused?: boolean;
  /** Names a real company and a real account (default: yes, unless valid). */
  readonly namesAccount?: boolean;
  /** Well-formed, but meant to be wrong in user, password or company. */
  readonly wrongCredentials?: true;
  /** The password in it, where it is not that of the login. */
  readonly password?: string | null;
}

/** The plain login of `login`, with one change. */
export function requestOf(login: EsignonLogin, change: Change): OutgoingRequest {
  const password = change.password === undefined ? login.password : change.password;
  const facts: RequestFacts = {
    valid: change.valid ?? false,
    ...(change.mayBeRefused ? { mayBeRefused: true } : {}),
    ...(change.wrongCredentials ? { wrongCredentials: true } : {}),
    account: (change.namesAccount ?? true) ? accountKey(login) : null,
    passwords: [...(password === null ? [] : [password]), login.password].filter((one) => !isAttackText(one)),
    sent: { company: login.company, email: login.email },
  };
  return {
    profile: login.profile,
    method: change.method ?? 'POST',
    path: change.path ?? pathOf(login),
    headers: change.headers ?? headersOf(login.profile),
    body: toBytes('body' in change ? change.body : envelopeOf(login)),
    label: change.label,
    secrets: [password, login.password, login.clientId].filter(
      (secret) => typeof secret === 'string' && secret.length <= MAX_SECRET && !isAttackText(secret),
    ) as string[],
    facts,
  };
}

/** The plain, valid login. */
export function plainLogin(login: EsignonLogin, label = 'a valid login'): OutgoingRequest {
  return requestOf(login, { label, valid: true });
}

/** Names the account in the failed-login budget, which both eSignon profiles share. */
export function accountKey(login: Pick<EsignonLogin, 'company' | 'email'>): string {
  return `esignon ${login.company} ${login.email}`;
}

function toBytes(body: unknown): Uint8Array | null {
  if (body === null || body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
