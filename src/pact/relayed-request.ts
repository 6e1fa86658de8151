import { validateHeaderName, validateHeaderValue } from 'node:http';
import { type HeaderField, headerFields } from '../text/header-field.js';

/** Whether node can pass an answer on: not one with an interim status, or a status of four digits. */
export function canBeRelayed({ status }: Pick<RelayAnswer, 'status'>): boolean {
  return status >= 200 && status <= 999;
}

/** A request that the verifier sends to what it takes for the target. */
export interface RelayRequest {
  readonly method: string;
  /** Path and query below the target's base URL, as they are on the wire. */
  readonly path: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array | null;
}

/** The answer that it gets. */
export interface RelayAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

/** They concern one connection only (RFC 9110 section 7.6.1), and there are two. */
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

/** The client sets its own; bodies are relayed decoded, so none is requested encoded. */
const NOT_FORWARDED = new Set(['host', 'expect', 'accept-encoding']);

/** The headers of the verifier's request that go on to the target. */
export function requestHeaders(raw: readonly string[]): readonly HeaderField[] {
  return headerFields(raw).filter(([name]) => {
    const known = name.toLowerCase();
    return !HOP_BY_HOP.has(known) && !NOT_FORWARDED.has(known);
  });
}

/**
 * The headers of the target's answer that the verifier gets, without those that its client would act upon. It follows
 * redirects, so that a target that redirects would pass for the one that it redirects to; without a `Location` it
 * compares the status.
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

/** Node refuses to send some headers that servers send. */
function isValid(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
