import type { Exchange } from '../../http/exchange.js';
import { checkAsRead, checkAsStrictlyRead } from '../login/as-read.js';
import { checkSameRefusal } from '../login/equal-refusals.js';
import { checkNoToken } from '../login/outcome.js';
import { ownAnswer } from '../login/own-answer.js';
import { memberAt } from '../login/reading.js';
import type { EvaluatedExchange } from '../profile.js';
import { checkAccepted, checkRefused } from './outcome.js';
import { readCkstack } from './reading.js';
import { type CkstackMemory, universalCkstack } from './universal-checks.js';

/** Reads an exchange with the ckstack endpoint. Never throws, whatever the answer. @param memory of the run: the token of a good answer is added */
export function evaluateCkstack(exchange: Exchange, memory?: CkstackMemory): EvaluatedExchange {
  const reading = readCkstack(exchange, memory?.tokens);
  const { json } = reading;
  const token = memberAt(json, ['token', 'token']);
  const self: EvaluatedExchange = {
    exchange,
    isAccepted: reading.accepted,
    isRefused: reading.refused,
    judgesCredentials: false,
    code: reading.refused ? String(reading.rawCode) : null,
    token: typeof token === 'string' && token !== '' ? token : undefined,
    isBlocked: reading.blocked,
    universalChecks: () => universalCkstack(reading, memory),
    checkAccepted: (clause, level) => checkAccepted(clause, level, reading),
    checkRefused: (clause, level, _, options) => checkRefused(clause, level, reading, options),
    checkAsRead: (clause, level) => checkAsRead(clause, level, self, []),
    checkAsStrictlyRead: (clause, level) => checkAsStrictlyRead(clause, level, self),
    checkNoToken: (clause, level) => checkNoToken(clause, level, reading),
    checkSameRefusal: (clause, level, other) =>
      checkSameRefusal(clause, level, reading, readCkstack(other.exchange), 'user'),
    checkOwnAnswer: (clause, level) => {
      // No JSON: the clause on the form of an answer says so.
      if (reading.accepted && !json?.ok) return { clause, level, held: true };
      const { sent } = exchange.request.facts ?? {};
      return ownAnswer(clause, level, self, [
        ['user.userId', sent?.userId, memberAt(json, ['user', 'userId'])],
        ['ckTid', sent?.tid, memberAt(json, ['ckTid'])],
      ]);
    },
  };
  if (self.isAccepted && self.token !== undefined) memory?.tokens.remember(self.token);
  return self;
}
