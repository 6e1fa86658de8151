import type { Exchange } from '../../http/exchange.js';
import { isRecord, member } from '../login/json-answer.js';
import { ownAnswer } from '../login/own-answer.js';
import type { EvaluatedExchange } from '../profile.js';
import { sameEsignonRefusal } from './equal-refusals.js';
import { accepted, noToken, refusedWith } from './outcome.js';
import { readEsignon } from './reading.js';
import { type EsignonSettings, universalEsignon } from './universal-checks.js';

/** Reads an exchange with one of the two eSignon endpoints. Never throws, whatever the answer. */
export function evaluateEsignon(exchange: Exchange, settings: EsignonSettings = {}): EvaluatedExchange {
  const reading = readEsignon(exchange);
  const body = reading.json?.ok ? member(reading.json.value, 'body') : undefined;
  const token = member(body, 'access_token');
  const self: EvaluatedExchange = {
    exchange,
    isAccepted: reading.accepted,
    isRefused: reading.code !== null && !reading.accepted,
    judgesCredentials: ['10', '95'].includes(reading.code ?? ''),
    code: reading.code,
    token: typeof token === 'string' && token !== '' ? token : undefined,
    refusedForSize: reading.refusedForSize,
    universalChecks: () => universalEsignon(reading, settings),
    checkAccepted: (clause, level) => accepted(clause, level, reading),
    checkRefused: (clause, level, codes, options) => refusedWith(clause, level, codes, reading, options),
    checkNoToken: (clause, level) => noToken(clause, level, reading),
    checkSameRefusal: (clause, level, other) =>
      sameEsignonRefusal(clause, level, reading, readEsignon(other.exchange)),
    checkOwnAnswer: (clause, level) => {
      // No JSON, or no body in it: the clauses on the form of an answer say so.
      if (reading.accepted && !isRecord(body)) return { clause, level, held: true };
      const { sent } = exchange.request.facts ?? {};
      return ownAnswer(clause, level, self, [
        ['body.memb_email', sent?.email, member(body, 'memb_email')],
        ['body.comp_id', sent?.company, member(body, 'comp_id')],
      ]);
    },
  };
  return self;
}
