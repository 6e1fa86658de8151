import { printable } from '../text/printable.js';
import type { Endpoint } from './endpoint.js';
import type { Failure, FailureKind } from './exchange.js';
import type { TransportTrace } from './guarded-request.js';
import { MAX_BODY_BYTES, MAX_HEAD_BYTES } from './limits.js';
import { ProtocolFault } from './protocol-fault.js';

/** What is known about an attempt that got no answer. */
export interface FailureContext {
  readonly endpoint: Endpoint;
  readonly seen: TransportTrace;
  readonly error: unknown;
  /** Milliseconds of the deadline that passed; `null`: it did not. */
  readonly deadline: number | null;
  /** The run was cut off. */
  readonly cancelled: boolean;
}

const UNRESOLVED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA']);
/** The last one is from axios, for an answer that was cut off. */
const RESET = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_BAD_RESPONSE',
]);
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|EPROTO$)/;
const UNTRUSTED = /^(UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|CERT_UNTRUSTED|INVALID_CA)/;
/** First byte of a TLS alert record: what a TLS port sends in reply to plain HTTP. */
const TLS_ALERT = 0x15;

/**
 * Says why there is no answer.
 * @returns a message that follows "no answer: ": one sentence in lower case without a full stop; free of control
 *   characters, but not masked
 */
export function failureOf(context: FailureContext): Failure {
  const { kind, message } = classify(context);
  return { kind, message: printable(message, 300) };
}

/** What a proxy says of a target that it does not reach. */
const NOT_REACHED = [502, 503, 504];

/**
 * Says of an answer that it is not the target's: it comes from a proxy on the way (RFC 9110 sections 9.3.6, 15.5.8).
 * @param status of the answer
 * @returns `null`: it is the target's, as far as anybody can tell
 */
export function proxyFailureOf(
  { endpoint, seen }: Pick<FailureContext, 'endpoint' | 'seen'>,
  status: number,
): Failure | null {
  const at = endpoint.address;
  const variable = endpoint.secure ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const bypass = `check ${variable}, or name the host in NO_PROXY`;
  if (endpoint.secure && !seen.secure) {
    return {
      kind: 'unreachable',
      message: `the proxy of ${variable} refuses a tunnel to ${at} (HTTP ${status}): ${bypass}`,
    };
  }
  if (status === 407) {
    return {
      kind: 'unreachable',
      message: `a proxy before ${at} asks for a login of its own (HTTP 407): ${bypass}`,
    };
  }
  if (!seen.forwarded || !NOT_REACHED.includes(status)) return null;
  return {
    kind: 'proxy',
    message: `the proxy of ${variable} has no answer from ${at} (HTTP ${status}): ${bypass}`,
  };
}

function classify({ endpoint, seen, error, deadline, cancelled }: FailureContext): Failure {
  const at = endpoint.address;
  if (cancelled) return { kind: 'cancelled', message: 'the run was cut off' };
  if (deadline !== null) return { kind: 'timeout', message: lateness(at, seen, deadline) };

  const cause = rootOf(seen.error ?? error);
  if (cause instanceof ProtocolFault) return { kind: cause.kind, message: `${at}: ${cause.message}` };
  if (/^maxContentLength/.test(cause.message)) {
    return {
      kind: 'too-large',
      message: `the answer of ${at} has a body of more than ${MAX_BODY_BYTES} bytes`,
    };
  }
  const code = cause.code ?? '';
  if (code.startsWith('HPE_')) return { kind: 'not-http', message: notHttp(at, code, cause.rawPacket) };
  if (code === 'ECONNREFUSED') {
    return { kind: 'refused', message: `nothing listens on ${at} (connection refused)` };
  }
  if (UNRESOLVED.has(code)) {
    return { kind: 'unresolved', message: `the host name of ${at} cannot be resolved (${code})` };
  }
  if (TLS.test(code)) return { kind: 'tls', message: tls(at, code, cause.cert?.subjectaltname) };
  if (RESET.has(code)) return reset(at, endpoint.secure, seen, code);
  const kind: FailureKind = seen.connected ? 'reset' : 'unreachable';
  const what = seen.connected ? `the connection to ${at} broke` : `${at} cannot be reached`;
  return { kind, message: `${what} (${code || cause.message})` };
}

function lateness(at: string, seen: TransportTrace, deadline: number): string {
  if (!seen.connected) return `no connection to ${at} within ${deadline} ms`;
  if (!seen.answered()) return `${at} accepted the connection but sent no answer within ${deadline} ms`;
  const part = seen.response === null ? 'headers' : 'body';
  return `${at} did not complete the ${part} of its answer within ${deadline} ms`;
}

function notHttp(at: string, code: string, packet: Uint8Array | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return `the answer of ${at} has a status line and headers of more than ${MAX_HEAD_BYTES} bytes`;
  }
  if (packet?.[0] === TLS_ALERT) return `${at} speaks TLS, not plain HTTP; try https://${at}`;
  return `what ${at} sent is not HTTP/1.1 (${code})`;
}

function tls(at: string, code: string, names: string | undefined): string {
  if (UNTRUSTED.test(code)) return `the certificate of ${at} is not trusted (${code}); try --ca=FILE`;
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return `the certificate of ${at} has expired or is not valid yet (${code})`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `the certificate of ${at} is for another host (${names ?? 'it names no host'})`;
  }
  if (
    code === 'EPROTO' ||
    code === 'ERR_SSL_WRONG_VERSION_NUMBER' ||
    code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG'
  ) {
    return `no TLS connection with ${at} (${code}); if it speaks plain HTTP, try http://${at}`;
  }
  return `no TLS connection with ${at} (${code})`;
}

function reset(at: string, secure: boolean, seen: TransportTrace, code: string): Failure {
  if (secure && !seen.connected) {
    return {
      kind: 'tls',
      message: `${at} closed the connection during the TLS handshake (${code})`,
    };
  }
  const when = seen.answered() ? 'before its answer was complete' : 'without an answer';
  return {
    kind: 'reset',
    message: `${at} closed the connection ${when}${code.startsWith('ERR_') ? '' : ` (${code})`}`,
  };
}

type NodeError = Error & {
  readonly code?: string;
  /** From the HTTP parser: what it could not read. */
  readonly rawPacket?: Uint8Array;
  /** From TLS: the certificate that was refused. */
  readonly cert?: { readonly subjectaltname?: string };
};

/** The original error: axios wraps errors, and connecting to several addresses collects them. */
function rootOf(error: unknown): NodeError {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors[0];
    else if (current instanceof Error && current.name === 'AxiosError' && current.cause instanceof Error) {
      current = current.cause;
    } else break;
  }
  return current instanceof Error ? current : new Error(String(current));
}
