import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { ProfileName } from '../../../src/profiles/documents.js';
import { ESIGNON_DOCUMENTS } from '../../../src/profiles/esignon/documents.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import { listen, type RunningProvider } from '../../../src/provider/listen.js';
import type { ProviderServer } from '../../../src/provider/server.js';
import type { Json, TestAnswer } from './answers.js';

export type EsignonProfile = Exclude<ProfileName, 'ckstack-token'>;
export const ESIGNON_PROFILES: readonly EsignonProfile[] = ['esignon-startsimple', 'esignon-login'];

export const MINA = { email: 'mina@example.com', password: 'Mossy-Kestrel-41#Tarn' };
export const JOON = {
  email: 'joon@example.com',
  password: 'Quiet_Harbour.77=Fern? and a boat that nobody has rowed since the long winter of the herons',
};
export const BORA = { email: 'bora@example.com', password: 'Copper~Lantern~58~Dune' };
export const ROOT = { userId: 'root@example.com', password: 'Velvet-Anchor-19%Peak' };

/** A request document of the profile, complete and right, before a test changes it. */
export function loginDocument(profile: EsignonProfile, who = MINA, company = 'acme'): Json {
  const body = { memb_email: who.email, memb_pwd: who.password };
  if (profile === 'esignon-login') return { header: { request_code: '1001Q' }, body };
  return {
    header: { request_code: '1001Q', request_msg: '인증코드 요청을 합니다', session_id: 'thread_023' },
    body: { ...body, comp_id: company, client_id: 'client-1' },
  };
}

/** Posts to an eSignon profile: text and bytes as they are, anything else as JSON. */
export function postLogin(
  app: ProviderServer,
  profile: EsignonProfile,
  document: unknown,
  company = 'acme',
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<TestAnswer> {
  const { defaultPath } = ESIGNON_DOCUMENTS[profile];
  const url = defaultPath.replace('{company}', company);
  return send(app, { method: 'POST', url, headers, payload: payloadOf(document) });
}

/** What a ckstack test wants to be other than right. */
export interface TokenRequest {
  readonly url?: string;
  readonly document?: unknown;
  /** Replace the right headers; undefined takes one away. Signed are those that are sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly apiKey?: string;
  readonly secret?: string;
  readonly date?: string;
}

/** The document of a ckstack login. */
export function tokenDocument(userId: string, password: string): { userId: string; password: string } {
  return { userId, password: createHash('sha256').update(password).digest('hex') };
}

/** Posts a signed token request, that of the system administrator unless said otherwise. */
export function postToken(app: ProviderServer, request: TokenRequest = {}): Promise<TestAnswer> {
  const { url = '/token', document = tokenDocument(ROOT.userId, ROOT.password) } = request;
  return send(app, {
    method: 'POST',
    url,
    headers: signedHeaders(url, request),
    payload: payloadOf(document),
  });
}

/** The headers of a token request to a path, signed as the fixtures say. */
export function signedHeaders(path: string, request: TokenRequest = {}): Record<string, string> {
  const { date = new Date().toUTCString(), apiKey = 'key-1' } = request;
  const right = {
    accept: 'application/json',
    'content-type': 'application/json',
    'h-date': date,
    'ck-service': 'assay',
  };
  const sent: Record<string, string | undefined> = { ...right, ...request.headers };
  const secret = request.secret ?? EMBEDDED_SECRET;
  const message = ['POST', path, sent['h-date'] ?? '', sent['ck-service'] ?? ''].join('\n');
  const signature = createHmac('sha256', secret).update(message).digest('base64');
  const all = { 'h-authorization': `Open ${apiKey}:${signature}`, ...sent };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Any request. */
export interface TestRequest {
  /** Default: GET. */
  readonly method?: string;
  readonly url: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly payload?: string | Buffer;
}

const LISTENING = new WeakMap<ProviderServer, Promise<RunningProvider>>();

/** Sends anything to a provider, which listens from its first request until the tests end. */
export async function send(app: ProviderServer, request: TestRequest): Promise<TestAnswer> {
  const listening = LISTENING.get(app) ?? listen(app, {});
  LISTENING.set(app, listening);
  const { hostname, port } = new URL((await listening).url);
  app.unref();
  const { method = 'GET', url: path, payload = '', headers: given = {} } = request;
  const length = 'transfer-encoding' in given ? {} : { 'content-length': Buffer.byteLength(payload) };
  const headers = { ...length, ...given };
  const sent = http.request({ hostname, port, path, agent: false, method, headers }).end(payload);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const bytes = await buffer(answer);
  const text = bytes.toString();
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    bytes,
    text,
    json: () => JSON.parse(text),
  };
}

const EMBEDDED_SECRET = secretOf();

function secretOf(): string {
  const signature = EMBEDDED_FIXTURES.ckstack?.signature;
  if (!signature || !('hmac' in signature)) throw new TypeError('the embedded fixtures sign by HMAC');
  return signature.secret;
}

function payloadOf(document: unknown): string | Buffer {
  return typeof document === 'string' || Buffer.isBuffer(document) ? document : JSON.stringify(document);
}
