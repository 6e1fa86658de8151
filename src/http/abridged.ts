import type { Exchange } from './exchange.js';

/** Bytes of a body that a finding keeps: what is ever shown of it, and as much as a token behind that may be long. */
const KEPT = 16 * 1024;

/**
 * An exchange as a finding keeps it until the end of the run: with the beginning of its bodies only, so that a run
 * against a target of large answers holds no more than one against any other.
 */
export function abridged(exchange: Exchange): Exchange {
  const { request, answer } = exchange;
  const [sent, received] = [request.body?.byteLength ?? 0, answer?.body.byteLength ?? 0];
  if (sent <= KEPT && received <= KEPT) return exchange;
  return {
    ...exchange,
    request: { ...request, body: request.body && beginning(request.body) },
    answer: answer && { ...answer, body: beginning(answer.body) },
  };
}

/** A copy: a view, which `slice` of a Buffer makes, would keep all of it. */
function beginning(body: Uint8Array): Uint8Array {
  return body.byteLength <= KEPT ? body : new Uint8Array(body.subarray(0, KEPT));
}
