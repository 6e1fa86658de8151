import type { Exchange, OutgoingRequest } from '../../http/exchange.js';
import { isLarge } from '../../http/request-size.js';
import { type HeaderField, headerValues } from '../../text/header-field.js';

const TOO_LARGE_STATUSES = [413, 414, 431];

/** `application/json` of `Application/JSON; charset=utf-8`; of several fields joined as HTTP allows. */
export function mediaType(fields: readonly HeaderField[]): string | undefined {
  const values = headerValues(fields, 'content-type');
  return values.length === 0 ? undefined : values.join(', ').split(';')[0]?.trim().toLowerCase();
}

/** When the answer was there, by the suite's clock: milliseconds since 1970 UTC. */
export function answeredAt({ startedAt, durationMs }: Exchange): number {
  return startedAt.getTime() + durationMs;
}

/** Whether the clauses on answers are judged: for POST requests sent as `application/json`. */
export function isJudged(request: OutgoingRequest): boolean {
  return request.method === 'POST' && mediaType(request.headers) === 'application/json';
}

/** Whether a media type with parameters was refused as such: that is a matter of ES-21 and CK-25 alone. */
export function refusesParameters({ request, answer }: Exchange): boolean {
  return (
    answer?.status === 415 &&
    headerValues(request.headers, 'content-type').some((value) => value.includes(';'))
  );
}

/**
 * Whether a large request was refused for its size. A connection closed on it counts: a server that answers
 * 413 before it has read all often closes, and the answer is lost on the way.
 */
export function refusedForSize(exchange: Exchange): boolean {
  if (!isLarge(exchange.request)) return false;
  if (exchange.answer) return TOO_LARGE_STATUSES.includes(exchange.answer.status);
  return exchange.failure?.kind === 'reset';
}
