import type { Exchange } from '../../http/exchange.js';
import { isLarge } from '../../http/request-size.js';
import { type HeaderField, headerValues } from '../../text/header-field.js';
import type { Expectation, Open } from './oracle/expectation.js';

/** `application/json` of `Application/JSON; charset=utf-8`; of several fields joined as HTTP allows. */
export function mediaType(fields: readonly HeaderField[]): string | undefined {
  const values = headerValues(fields, 'content-type');
  return values.length === 0 ? undefined : values.join(', ').split(';')[0]?.trim().toLowerCase();
}

/** When the answer was there, by the suite's clock: milliseconds since 1970 UTC. */
export function answeredAt({ startedAt, durationMs }: Exchange): number {
  return startedAt.getTime() + durationMs;
}

/**
 * What of an answer is judged. `secrets`: no token, no password. `safety`: no server error either. `all`: every clause.
 */
export type Scope = 'secrets' | 'safety' | 'all';

/** Where the contract leaves the answer open, only its safety is judged: no document is about it, and providers differ. */
const NOT_JUDGED: readonly Open[] = [
  'duplicate members',
  'byte order mark',
  'lone surrogates',
  'depth',
  'optional members',
  'form of the user name',
  'form of the password',
  'form of the digest',
  'form of the authorization',
  'form of the tid',
];

/** What of the answer to a request is judged: all for POST requests sent as `application/json`. */
export function scopeOf(exchange: Exchange): Scope {
  const { request } = exchange;
  const isJson = request.method === 'POST' && mediaType(request.headers) === 'application/json';
  if (!isJson || refusesParameters(exchange)) return 'secrets';
  const { open = [] } = (request.expectation ?? {}) as Partial<Expectation>;
  const isOpen = request.facts?.mayLeadNowhere || open.some((one) => NOT_JUDGED.includes(one));
  return isOpen || isBlocked(exchange) ? 'safety' : 'all';
}

/** Whether a media type with parameters was refused as such: that is a matter of ES-21 and CK-25 alone. */
function refusesParameters({ request, answer }: Exchange): boolean {
  return (
    answer?.status === 415 &&
    headerValues(request.headers, 'content-type').some((value) => value.includes(';'))
  );
}

/** Statuses by which a gateway refuses what looks like an attack, or like too much. */
const BLOCKING_STATUSES = [403, 406, 411, 413, 414, 429, 431];

/**
 * Whether an answer may be that of a gateway, which has a form of its own: to a large request, or to one that carries an
 * attack. A connection that is closed on a large request counts: a server that answers before it has read all often
 * closes, and the answer is lost on the way.
 */
export function isBlocked(exchange: Exchange): boolean {
  const { request, answer, failure } = exchange;
  const large = isLarge(request);
  if (answer)
    return (large || request.facts?.mayBeBlocked === true) && BLOCKING_STATUSES.includes(answer.status);
  return large && failure?.kind === 'reset';
}
