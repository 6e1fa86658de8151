import type { Exchange, Failure, OutgoingRequest, RequestFacts } from '../../../src/http/exchange.js';
import { type CkstackLogin, plainDraft, signDraft } from '../../../src/profiles/ckstack/requests/login.js';
import type { EsignonProfileName } from '../../../src/profiles/esignon/documents.js';
import { type EsignonLogin, plainLogin } from '../../../src/profiles/esignon/requests/login.js';
import type { EvaluatedExchange } from '../../../src/profiles/profile.js';
import type { HeaderField } from '../../../src/text/header-field.js';
import type { Check } from '../../../src/verdict/check.js';
import { evaluateExchange } from '../../support/profiles.js';
import { ckstackLogin, esignonLogin } from './sample-logins.js';

/** JSON of any shape: tests change its members by name. */
export type Json = any;

/** When every sample exchange began. */
export const NOW = new Date('2026-05-06T07:08:09.000Z');
const DAY_MS = 86_400_000;

/** What a target says, in the shortest form a test can write. */
export interface SampleAnswer {
  readonly status?: number;
  /** A string or bytes as they are, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: readonly HeaderField[];
}

const JSON_TYPE: readonly HeaderField[] = [['Content-Type', 'application/json']];

/** An exchange of `request` that was answered. */
export function answered(request: OutgoingRequest, answer: SampleAnswer = {}): Exchange {
  const { status = 200, body = {}, headers = JSON_TYPE } = answer;
  const bytes =
    body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return {
    ...common(request),
    answer: { status, statusText: '', httpVersion: '1.1', headers, body: bytes },
    failure: null,
  };
}

/** An exchange that failed. */
export function failed(request: OutgoingRequest, kind: Failure['kind'] = 'reset'): Exchange {
  return { ...common(request), answer: null, failure: { kind, message: `it was ${kind}` } };
}

function common(request: OutgoingRequest) {
  return {
    id: 'x-1',
    request,
    url: `http://127.0.0.1${request.path}`,
    sentHeaders: request.headers,
    startedAt: NOW,
    durationMs: 1,
    attempts: 1,
  };
}

/** The same request with other facts; of what was sent, only the members named are others. */
export function withFacts(request: OutgoingRequest, facts: Partial<RequestFacts>): OutgoingRequest {
  const known = request.facts ?? { valid: false, account: null, passwords: [] };
  return { ...request, facts: { ...known, ...facts, sent: { ...known.sent, ...facts.sent } } };
}

/** A valid eSignon login. */
export function esignonRequest(
  profile: EsignonProfileName = 'esignon-login',
  changes: Partial<EsignonLogin> = {},
): OutgoingRequest {
  return plainLogin(esignonLogin(profile, changes));
}

/** A valid ckstack login. */
export function ckstackRequest(changes: Partial<CkstackLogin> = {}): Promise<OutgoingRequest> {
  return signDraft(plainDraft(ckstackLogin(changes)), async () => 'c2lnbmF0dXJl', '');
}

/** A good answer to `esignonRequest`, a copy that can be changed. */
export function esignonSuccess(): Json {
  return {
    header: { response_code: '1001A', result_code: '00', result_msg: 'done', session_id: '' },
    body: {
      comp_id: 'acme',
      memb_email: 'mina@example.com',
      access_token: 'tok-0123456789abcdef',
      device_id: '',
      expire_date: new Date(NOW.getTime() + 30 * DAY_MS).toISOString(),
    },
  };
}

/** A good refusal. */
export function esignonRefusal(code: unknown = '10'): Json {
  return {
    header: { response_code: '1001A', result_code: code, result_msg: 'no', session_id: '' },
    body: {},
  };
}

/** A good answer to `ckstackRequest`. */
export function ckstackSuccess(): Json {
  return {
    ckTid: 'tid-1',
    ckError: 'S000001',
    ckMessage: 'done',
    token: { token: 'tok-0123456789abcdef', expireDate: Math.floor(NOW.getTime() / 1000) + 7200 },
    user: { ...CKSTACK_USER },
    company: [
      {
        id: 'c-1',
        name: 'Company A',
        groups: [{ id: 'g-1', name: 'Group', menus: [{ name: 'Root' }, { name: 'Dashboard' }] }],
      },
    ],
  };
}

/** Every documented member of a user. */
const CKSTACK_USER = {
  id: 'u-1',
  userId: 'sora@example.com',
  name: 'Sora',
  nickname: '',
  address1: '',
  address2: '',
  zipCode: '',
  emailAddress: 'sora@example.com',
  phoneNumber: '',
  mobilePhoneNumber: '',
  faxNumber: '',
  emailConfirm: true,
  description: '',
  file: {},
  lastLoginDate: 0,
  changePasswordDate: 1,
  loginFailCount: 0,
  extra: {},
  status: 1,
  create: 1,
  update: 0,
};

/** A good refusal. */
export function ckstackRefusal(error: unknown = 'E000401'): Json {
  return { ckTid: 'tid-1', ckError: error, ckMessage: 'no' };
}

/** The violated clauses of an exchange's universal checks, a SHOULD marked so: `ES-17`, `ES-18 SHOULD`. */
export function violatedIn(exchange: Exchange, expireDateFormat?: string): readonly string[] {
  return violated(
    evaluateExchange(exchange, expireDateFormat === undefined ? {} : { expireDateFormat }).universalChecks(),
  );
}

/** The violated ones of these checks, each once. */
export function violated(checks: readonly Check[]): readonly string[] {
  const ids = checks.filter(({ held }) => !held).map(nameOf);
  return [...new Set(ids)];
}

/** All clauses that were looked at. */
export function lookedAt(exchange: Exchange): readonly string[] {
  return [...new Set(evaluateExchange(exchange).universalChecks().map(nameOf))];
}

/** An exchange, read. */
export function evaluated(request: OutgoingRequest, answer: SampleAnswer = {}): EvaluatedExchange {
  return evaluateExchange(answered(request, answer));
}

function nameOf({ clause, level }: Check): string {
  return level === 'MUST' ? clause : `${clause} ${level}`;
}
