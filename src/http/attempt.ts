import axios from 'axios';
import { SuiteError } from '../errors/suite-error.js';
import { headerFields, headerValues } from '../text/header-field.js';
import { printable } from '../text/printable.js';
import type { AgentPair } from './agents.js';
import { ContentCodingFault, decodeContent } from './content-coding.js';
import type { Endpoint } from './endpoint.js';
import type { Answer, Failure } from './exchange.js';
import { failureOf, proxyFailureOf } from './failure.js';
import { emptyTrace, type TransportTrace } from './guarded-request.js';
import { EARLY_ANSWER_BYTES, MAX_BODY_BYTES } from './limits.js';
import { afterRunning, type RunClock } from './run-clock.js';
import { exactTransport } from './transport.js';
import type { WireRequest } from './wire-request.js';

/** What one attempt needs in addition to the request. */
export interface AttemptSetting {
  readonly endpoint: Endpoint;
  readonly agents: AgentPair;
  /** Deadline from connecting to the last byte of the answer, by the clock. */
  readonly timeoutMs: number;
  readonly clock: RunClock;
  /** Cuts the run off. */
  readonly signal: AbortSignal;
}

export interface AttemptResult {
  readonly answer: Answer | null;
  readonly failure: Failure | null;
  /**
   * A kept-alive connection had been given up by the other side, by closing it or by a 408 (RFC 9110 section 15.5.9):
   * nobody's fault, and no answer to this request, which is worth sending again.
   */
  readonly stale: boolean;
}

/** Errors of Node for requests that HTTP cannot carry: a fault of the suite. */
const UNSENDABLE = new Set([
  'ERR_INVALID_CHAR',
  'ERR_INVALID_HTTP_TOKEN',
  'ERR_UNESCAPED_CHARACTERS',
  'ERR_HTTP_INVALID_HEADER_VALUE',
]);

/**
 * Sends a request once.
 * @throws {SuiteError} only for a request that HTTP cannot carry (a line break in a header, a space in the path)
 */
export async function attempt(wire: WireRequest, setting: AttemptSetting): Promise<AttemptResult> {
  const { endpoint, timeoutMs, clock, signal } = setting;
  const seen = emptyTrace();
  const abort = new AbortController();
  let late = false;
  const forgetDeadline = afterRunning(clock, timeoutMs, () => {
    late = true;
    abort.abort();
  });
  const cut = () => abort.abort();
  signal.addEventListener('abort', cut, { once: true });
  try {
    const answer = await receive(wire, setting, seen, abort.signal);
    const failure = proxyFailureOf({ endpoint, seen }, answer.status);
    if (failure) return { answer: null, failure, stale: false };
    return { answer, failure: null, stale: seen.reused && givesConnectionUp(answer) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== undefined && UNSENDABLE.has(code)) {
      throw new SuiteError('a request cannot be carried by HTTP', { cause: error });
    }
    const failure = failureOf({
      endpoint,
      seen,
      error,
      deadline: late ? timeoutMs : null,
      cancelled: signal.aborted,
    });
    return { answer: null, failure, stale: failure.kind === 'reset' && seen.reused && !seen.answered() };
  } finally {
    forgetDeadline();
    signal.removeEventListener('abort', cut);
  }
}

/** What a server says on a connection that was idle for too long, whatever request is on its way there. */
function givesConnectionUp({ status, headers }: Answer): boolean {
  const options = headerValues(headers, 'connection').flatMap((value) => value.toLowerCase().split(','));
  return status === 408 && options.some((option) => option.trim() === 'close');
}

async function receive(
  wire: WireRequest,
  { endpoint, agents }: AttemptSetting,
  seen: TransportTrace,
  signal: AbortSignal,
): Promise<Answer> {
  const config = {
    adapter: 'http' as const,
    url: endpoint.origin,
    method: wire.method,
    ...(wire.body === null ? {} : { data: wire.body }),
    transport: exactTransport(wire, seen),
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    responseType: 'arraybuffer' as const,
    decompress: false,
    maxRedirects: 0,
    validateStatus: null,
    maxContentLength: MAX_BODY_BYTES,
    maxBodyLength: Number.POSITIVE_INFINITY,
    httpAgent: agents.http,
    httpsAgent: agents.https,
    // loopback is never reached through a proxy; other hosts as HTTP(S)_PROXY and NO_PROXY say
    ...(endpoint.loopback ? { proxy: false as const } : {}),
    signal,
  };
  const { data } = await axios.request<Buffer>(config);
  const head = seen.response;
  if (head === null) throw new Error('no answer');
  const headers = headerFields(head.rawHeaders);
  if (seen.cutShort && !mayEndByReset(wire, headers)) throw seen.error;
  return {
    status: head.statusCode ?? 0,
    statusText: head.statusMessage ?? '',
    httpVersion: head.httpVersion,
    headers,
    ...(head.rawTrailers.length > 0 ? { trailers: headerFields(head.rawTrailers) } : {}),
    ...(await decoded(data, headers)),
  };
}

/** An answer that cannot be decoded is still an answer: its status counts, and a clause covers its body. */
async function decoded(
  body: Uint8Array,
  headers: Answer['headers'],
): Promise<Pick<Answer, 'body' | 'undecoded'>> {
  try {
    return { body: await decodeContent(body, headers) };
  } catch (error) {
    if (error instanceof ContentCodingFault) return { body, undecoded: printable(error.message, 200) };
    throw error;
  }
}

/**
 * A server that answers a long request early and closes resets the connection. If the end of the connection is the end
 * of the answer (it has no length), the reset ends it as well.
 */
function mayEndByReset(wire: WireRequest, headers: readonly (readonly [string, string])[]): boolean {
  const framed = headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  return !framed && (wire.body?.byteLength ?? 0) > EARLY_ANSWER_BYTES;
}
