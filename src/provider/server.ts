import http, { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { DOCUMENTS } from '../profiles/documents.js';
import { ACCOUNTS } from './accounts.js';
import type { Call } from './http/call.js';
import { Refusal } from './http/refusal.js';
import { plainReply, type Reply } from './http/reply.js';
import { decoded, originForm, type ProfileRoute, pathOf, profileRoute } from './http/route.js';
import { profileHandlers } from './profile-handlers.js';
import type { ProviderOptions } from './provider-options.js';

const DATE_TOLERANCE_MS = 15 * 60 * 1000;
const BODY_LIMIT_BYTES = 256 * 1024;
const TIMEOUTS = {
  /** Longer than clients keep idle connections, so that a reset of a stale one is rare. */
  keepAliveTimeout: 72_000,
  requestTimeout: 60_000,
};
/** What Node's parser rejects, by its error codes; anything else is HTTP 400. */
const PARSER_STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** An HTTP server, with or without TLS. */
export type ProviderServer = http.Server | https.Server;

/**
 * Makes the reference provider, without listening: all three profiles, conforming to every clause.
 * Each request becomes a `Call`, goes through the stages of its profile and comes out as a `Reply`.
 * @param options see `ProviderOptions`; none for the provider as the documents have it
 */
export function createServer(options: ProviderOptions = {}): ProviderServer {
  const handlers = profileHandlers(options.stages);
  const routes = routesOf(options);
  const methods = options.methods ?? ['POST'];
  const limit = options.bodyLimit ?? BODY_LIMIT_BYTES;
  const server = options.tls
    ? https.createServer({ ...options.tls, ...TIMEOUTS }, listener)
    : http.createServer(TIMEOUTS, listener);
  // Node would answer an unknown expectation by 417 without a body; RFC 9110, 10.1.1 lets it be ignored.
  server.on('checkExpectation', listener);
  server.on('clientError', answerUnparsable);
  return server;

  function listener(request: IncomingMessage, response: ServerResponse): void {
    // Only what the options put in can fail here: a hook that throws, a header that HTTP does not allow.
    respond(request, response).catch(() => response.destroy());
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { call, refusal } = received(request, await bodyOf(request, limit));
    const answer = await answerTo(call, refusal).catch(() =>
      plainReply(500, 'internal', 'The provider has failed.'),
    );
    const { status, reason, headers, body, trailers } = options.onReply
      ? await options.onReply(answer, call)
      : answer;
    response.statusCode = status;
    if (reason !== undefined) response.statusMessage = reason;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (trailers) {
      response.setHeader('trailer', Object.keys(trailers).join(', '));
      response.addTrailers(trailers);
    }
    response.end(body);
  }

  /**
   * @param body `null`: larger than the limit
   * @returns the call, and why HTTP alone refuses it; a path that cannot be decoded leaves the company as it came
   */
  function received(request: IncomingMessage, body: Buffer | null): { call: Call; refusal: Refusal | null } {
    const target = originForm(request.url ?? '/');
    const path = pathOf(target);
    const route = routes.find(({ pattern }) => pattern.test(path));
    const raw = route?.pattern.exec(path)?.[1] ?? '';
    const company = decoded(raw);
    const call: Call = {
      profile: route?.profile ?? null,
      method: request.method ?? '',
      target,
      headers: request.headers,
      company: company ?? raw,
      body: body ?? Buffer.alloc(0),
      accounts: options.accounts ?? ACCOUNTS,
      now: options.now?.() ?? new Date(),
      dateToleranceMs: options.dateToleranceMs ?? DATE_TOLERANCE_MS,
    };
    if (!methods.includes(call.method)) return { call, refusal: new Refusal('method') };
    if (company === null) return { call, refusal: new Refusal('target') };
    return { call, refusal: body === null ? new Refusal('too-large') : null };
  }

  /** @throws whatever a stage throws that is not a refusal of its profile: a defect of the provider */
  async function answerTo(call: Call, refusal: Refusal | null): Promise<Reply> {
    if (call.profile === null) return plainReply(404, 'not-found', 'There is no such endpoint.');
    const handler = handlers[call.profile];
    if (refusal === null) return handler.answer(call);
    const { headers, ...answer } = handler.refuse(refusal, call);
    const allow = refusal.reason === 'method' ? { allow: methods.join(', ') } : {};
    return { ...answer, headers: { ...headers, ...allow } };
  }
}

function routesOf({ profiles, paths, prefix = '' }: ProviderOptions): readonly ProfileRoute[] {
  return DOCUMENTS.filter(({ name }) => profiles?.includes(name) ?? true).map(({ name, defaultPath }) =>
    profileRoute(name, `${prefix}${paths?.[name] ?? defaultPath}`),
  );
}

/**
 * The whole body, as bytes whatever its media type: the stages read it.
 * @returns `null` when it is larger than the limit, once all of it has come: no client is cut off while it sends
 */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length <= limit ? Buffer.concat(chunks) : null;
}

/** Answers in JSON what is not HTTP, where Node would send no body. */
function answerUnparsable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const status = PARSER_STATUS[error.code ?? ''] ?? 400;
  const { headers, body } = plainReply(status, 'bad-request', 'This is not an HTTP request.');
  const fields = { ...headers, 'content-length': body.length, connection: 'close' };
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
  ];
  if (socket.writable && error.code !== 'ECONNRESET') socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  else socket.destroy();
}
