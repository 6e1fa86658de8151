import type { Exchange } from '../../http/exchange.js';
import { type JsonAnswer, readJson } from '../../text/json-answer.js';
import { holdsToken, member, stringIn } from '../login/json-answer.js';
import { isJudged, refusedForSize, refusesParameters } from '../login/judged-requests.js';
import { CKSTACK_TOKEN } from './document.js';

/** What a ckstack answer says, read leniently, for the same reason as an eSignon one. */
export interface CkstackReading {
  readonly exchange: Exchange;
  /** The clauses on answers apply. */
  readonly formIsJudged: boolean;
  readonly refusedForSize: boolean;
  readonly json: JsonAnswer | null;
  /** `ckError` as it came, also in what is no JSON where CK-31 is judged. */
  readonly error: unknown;
  /** `S000001`, or a token and no `ckError`. */
  readonly accepted: boolean;
  /** A `ckError` that is no success stands there, of whatever type. */
  readonly refused: boolean;
  /** A token stands anywhere in it. */
  readonly token: boolean;
}

/** Reads the answer of an exchange with the ckstack endpoint. Never throws. */
export function readCkstack(exchange: Exchange): CkstackReading {
  const json = exchange.answer ? readJson(exchange.answer.body) : null;
  const formIsJudged = isJudged(exchange.request) && !refusesParameters(exchange);
  const unread = json && !json.ok && formIsJudged ? stringIn(json.text, 'ckError') : undefined;
  const error = json?.ok ? member(json.value, 'ckError') : unread;
  const stated = error !== undefined && error !== null && error !== '';
  const token = json !== null && holdsToken(json, 'token');
  const accepted = error === CKSTACK_TOKEN.successCode || (!stated && token);
  return {
    exchange,
    formIsJudged,
    refusedForSize: refusedForSize(exchange),
    json,
    error,
    accepted,
    refused: stated && !accepted,
    token,
  };
}
