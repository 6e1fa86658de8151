import type { Exchange } from '../../http/exchange.js';
import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { profileOf } from '../built-in.js';
import { sameCkstackRefusal } from '../ckstack/equal-refusals.js';
import { ckAccepted, ckNoToken, ckRefused } from '../ckstack/outcome.js';
import { type CkstackReading, readCkstack } from '../ckstack/reading.js';
import { universalCkstack } from '../ckstack/universal-checks.js';
import { sameEsignonRefusal } from '../esignon/equal-refusals.js';
import { accepted, noToken, refusedWith } from '../esignon/outcome.js';
import { type EsignonReading, readEsignon } from '../esignon/reading.js';
import { type EsignonSettings, universalEsignon } from '../esignon/universal-checks.js';

/** An exchange once read: what can be said of it, the same way for every profile. */
export interface EvaluatedExchange {
  readonly exchange: Exchange;
  /** The answer says success. */
  readonly isAccepted: boolean;
  /** The answer says that it is a refusal. */
  readonly isRefused: boolean;
  /** The code that the answer bears; `null`: none can be made out. */
  readonly code: string | null;
  /** A large request that was refused for its size, in whatever form. */
  readonly refusedForSize: boolean;
  /** Present for the profile's own questions. */
  readonly esignon?: EsignonReading;
  readonly ckstack?: CkstackReading;
  /** The checks that every exchange goes through. */
  universalChecks(): readonly Check[];
  /** The clause asks for success. */
  checkAccepted(clause: string, level: Level): Check;
  /** The clause asks for a refusal; for eSignon with one of these codes. */
  checkRefused(
    clause: string,
    level: Level,
    codes: readonly string[],
    options?: { orAccepted?: boolean },
  ): Check;
  /** The clause asks that nothing is issued. */
  checkNoToken(clause: string, level: Level): Check;
  /** The clause asks that this refusal and another look the same (ES-11, CK-14). */
  checkSameRefusal(other: EvaluatedExchange): Check;
}

/** Reads an exchange by the rules of its profile. Never throws, whatever the answer. */
export function evaluateExchange(exchange: Exchange, settings: EsignonSettings = {}): EvaluatedExchange {
  return profileOf(exchange.request.profile).family === 'esignon'
    ? judgeEsignon(readEsignon(exchange), settings)
    : judgeCkstack(readCkstack(exchange));
}

function judgeEsignon(reading: EsignonReading, settings: EsignonSettings): EvaluatedExchange {
  return {
    exchange: reading.exchange,
    isAccepted: reading.accepted,
    isRefused: reading.code !== null && !reading.accepted,
    code: reading.code,
    refusedForSize: reading.refusedForSize,
    esignon: reading,
    universalChecks: () => universalEsignon(reading, settings),
    checkAccepted: (clause, level) => accepted(clause, level, reading),
    checkRefused: (clause, level, codes, options) => refusedWith(clause, level, codes, reading, options),
    checkNoToken: (clause, level) => noToken(clause, level, reading),
    checkSameRefusal: (other) => sameEsignonRefusal(reading, other.esignon ?? readEsignon(other.exchange)),
  };
}

function judgeCkstack(reading: CkstackReading): EvaluatedExchange {
  return {
    exchange: reading.exchange,
    isAccepted: reading.accepted,
    isRefused: reading.refused,
    code: typeof reading.error === 'string' ? reading.error : null,
    refusedForSize: reading.refusedForSize,
    ckstack: reading,
    universalChecks: () => universalCkstack(reading),
    checkAccepted: (clause, level) => ckAccepted(clause, level, reading),
    checkRefused: (clause, level) => ckRefused(clause, level, reading),
    checkNoToken: (clause, level) => ckNoToken(clause, level, reading),
    checkSameRefusal: (other) => sameCkstackRefusal(reading, other.ckstack ?? readCkstack(other.exchange)),
  };
}
