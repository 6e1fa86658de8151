import type { Exchange } from '../../http/exchange.js';
import { isObject, memberOf } from '../../text/json-members.js';
import { checkAsRead, checkAsStrictlyRead } from '../login/as-read.js';
import { checkSameRefusal } from '../login/equal-refusals.js';
import { checkNoToken } from '../login/outcome.js';
import { ownAnswer } from '../login/own-answer.js';
import { memberAt } from '../login/reading.js';
import type { TokenMemory } from '../login/token-memory.js';
import type { EvaluatedExchange } from '../profile.js';
import { RESPONSE_CODE } from './documents.js';
import { checkAccepted, checkRefused } from './outcome.js';
import { type EsignonReading, readEsignon } from './reading.js';
import { type EsignonSettings, universalEsignon } from './universal-checks.js';

/** Reads an exchange with one of the two eSignon endpoints. Never throws, whatever the answer. @param tokens those that the run has seen: that of a good answer is added */
export function evaluateEsignon(
  exchange: Exchange,
  settings: EsignonSettings = {},
  tokens?: TokenMemory,
): EvaluatedExchange {
  const reading = readEsignon(exchange, tokens);
  const body = memberAt(reading.json, ['body']);
  const token = memberOf(body, 'access_token');
  const self: EvaluatedExchange = {
    exchange,
    isAccepted: reading.accepted,
    isRefused: reading.code !== null && !reading.accepted,
    judgesCredentials: ['10', '95'].includes(reading.code ?? ''),
    looksLikeAnotherOperation: isAnotherOperation(reading),
    code: reading.code,
    token: typeof token === 'string' && token !== '' ? token : undefined,
    isBlocked: reading.blocked,
    universalChecks: () => universalEsignon(reading, settings),
    checkAccepted: (clause, level) => checkAccepted(clause, level, reading),
    checkRefused: (clause, level, codes, options) => checkRefused(clause, level, codes, reading, options),
    checkAsRead: (clause, level) =>
      checkAsRead(
        clause,
        level,
        self,
        reading.table.filter((code) => code !== '00'),
      ),
    checkAsStrictlyRead: (clause, level) => checkAsStrictlyRead(clause, level, self),
    checkNoToken: (clause, level) => checkNoToken(clause, level, reading),
    checkSameRefusal: (clause, level, other) =>
      checkSameRefusal(clause, level, reading, readEsignon(other.exchange), 'e-mail'),
    checkOwnAnswer: (clause, level) => {
      // No JSON, or no body in it: the clauses on the form of an answer say so.
      if (reading.accepted && !isObject(body)) return { clause, level, held: true };
      const { sent } = exchange.request.facts ?? {};
      return ownAnswer(clause, level, self, [
        ['body.memb_email', sent?.email, memberOf(body, 'memb_email')],
        ['body.comp_id', sent?.company, memberOf(body, 'comp_id')],
      ]);
    },
  };
  if (self.isAccepted && self.token !== undefined) tokens?.remember(self.token);
  return self;
}

/** Whether an answer without a token is that of another operation: by its `response_code`, or a bare 401 or 403. */
function isAnotherOperation({ exchange, json, code, accepted, hasToken }: EsignonReading): boolean {
  if (accepted || hasToken) return false;
  const operation = memberAt(json, ['header', 'response_code']);
  if (typeof operation === 'string' && operation !== '') return operation !== RESPONSE_CODE;
  return code === null && [401, 403].includes(exchange.answer?.status ?? 0);
}
