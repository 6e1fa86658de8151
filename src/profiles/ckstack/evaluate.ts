import type { Exchange } from '../../http/exchange.js';
import { member } from '../login/json-answer.js';
import { ownAnswer } from '../login/own-answer.js';
import type { EvaluatedExchange } from '../profile.js';
import { sameCkstackRefusal } from './equal-refusals.js';
import { ckAccepted, ckNoToken, ckRefused } from './outcome.js';
import { readCkstack } from './reading.js';
import { universalCkstack } from './universal-checks.js';

/** Reads an exchange with the ckstack endpoint. Never throws, whatever the answer. */
export function evaluateCkstack(exchange: Exchange): EvaluatedExchange {
  const reading = readCkstack(exchange);
  const value = reading.json?.ok ? reading.json.value : undefined;
  const token = member(member(value, 'token'), 'token');
  const self: EvaluatedExchange = {
    exchange,
    isAccepted: reading.accepted,
    isRefused: reading.refused,
    judgesCredentials: false,
    code: reading.refused ? String(reading.error) : null,
    token: typeof token === 'string' && token !== '' ? token : undefined,
    refusedForSize: reading.refusedForSize,
    universalChecks: () => universalCkstack(reading),
    checkAccepted: (clause, level) => ckAccepted(clause, level, reading),
    checkRefused: (clause, level) => ckRefused(clause, level, reading),
    checkNoToken: (clause, level) => ckNoToken(clause, level, reading),
    checkSameRefusal: (clause, level, other) =>
      sameCkstackRefusal(clause, level, reading, readCkstack(other.exchange)),
    checkOwnAnswer: (clause, level) => {
      // No JSON: the clause on the form of an answer says so.
      if (reading.accepted && !reading.json?.ok) return { clause, level, held: true };
      const { sent } = exchange.request.facts ?? {};
      return ownAnswer(clause, level, self, [
        ['user.userId', sent?.userId, member(member(value, 'user'), 'userId')],
        ['ckTid', sent?.tid, member(value, 'ckTid')],
      ]);
    },
  };
  return self;
}
