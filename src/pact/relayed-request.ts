import { validateHeaderName, validateHeaderValue } from 'node:http';
import { type HeaderField, headerFields } from '../text/header-field.js';

/** Whether node can hand an answer on: none with an interim status, or one of four digits. */
export function canBeRelayed({ status }: Pick<RelayAnswer, 'status'>): boolean {
  return status >= 200 && status <= 999;
}

/** A request that the verifier makes of what it takes for the target. */
export interface RelayRequest {
  readonly method: string;
  /** Path and query below the target's base URL, as they stand on the wire. */
  readonly path: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array | null;
}

/** What it gets for an answer. */
export interface RelayAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

/**
 * Between two neighbours on the wire only (RFC 9110 section 7.6.1), or a matter of each of the two
 * connections.
 */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
]);

/** Bodies are relayed decoded, so none is asked for encoded. */
const OF_THE_VERIFIER = new Set(['host', 'expect', 'accept-encoding']);

/** The headers of the verifier's that go on to the target. */
export function requestHeaders(raw: readonly string[]): readonly HeaderField[] {
  return headerFields(raw).filter(([name]) => {
    const known = name.toLowerCase();
    return !HOP_BY_HOP.has(known) && !OF_THE_VERIFIER.has(known);
  });
}

/**
 * The headers of the target's that the verifier gets: none that its client would act upon. It follows
 * redirects, so that a target that redirects would pass for the one that it redirects to; without a
 * `Location` it compares the status.
 */
export function answerHeaders({ status, headers }: RelayAnswer): readonly string[] {
  const redirects = status >= 300 && status < 400;
  return headers
    .filter(([name, value]) => {
      const known = name.toLowerCase();
      if (HOP_BY_HOP.has(known) || known === 'content-encoding') return false;
      return !(redirects && known === 'location') && isValid(name, value);
    })
    .flat();
}

/** Node refuses to send what some servers do. */
function isValid(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
