import { type HeaderField, headerNames } from '../text/header-field.js';
import type { Endpoint } from './endpoint.js';
import type { OutgoingRequest } from './exchange.js';

/** A request exactly as it is sent: no library adds anything. */
export interface WireRequest {
  readonly method: string;
  /** Request target: path prefix, path and query, not normalised. */
  readonly path: string;
  /** Its absolute URL, for reports. */
  readonly url: string;
  readonly headers: readonly HeaderField[];
  readonly body: Buffer | null;
}

/** Methods that need no Content-Length without a body (RFC 9110 section 8.6). */
export const BODILESS_METHODS = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/**
 * Adds the headers that HTTP and the run require: Host first, the fields of `--header`, User-Agent, Content-Length,
 * Connection. Headers that the request has already stay as they are.
 * @param runHeaders the fields of `--header`
 * @param userAgent used if neither the request nor the run has one
 */
export function toWire(
  request: OutgoingRequest,
  endpoint: Endpoint,
  runHeaders: readonly HeaderField[],
  userAgent: string,
): WireRequest {
  const method = request.method.toUpperCase();
  const headers: HeaderField[] = [...request.headers];
  const given = new Set(headerNames(headers));
  const addMissing = (fields: readonly HeaderField[]) => {
    const missing = fields.filter(([name]) => !given.has(name.toLowerCase()));
    headers.push(...missing);
    for (const [name] of missing) given.add(name.toLowerCase());
  };
  addMissing(runHeaders);
  addMissing([['User-Agent', userAgent]]);
  const hasLength = request.body !== null || !(BODILESS_METHODS.has(method) || request.withoutLength);
  if (!given.has('transfer-encoding') && hasLength) {
    addMissing([['Content-Length', String(request.body?.byteLength ?? 0)]]);
  }
  addMissing([['Connection', 'keep-alive']]);
  if (!given.has('host')) headers.unshift(['Host', endpoint.host]);

  const path = slashed(endpoint.prefix + request.path);
  const body = request.body === null ? null : bufferOf(request.body);
  return { method, path, url: endpoint.origin + path, headers, body };
}

function slashed(target: string): string {
  return target.startsWith('/') ? target : `/${target}`;
}

/** A view, not a copy. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
