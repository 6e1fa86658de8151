import type { Level } from '../contract/clause.js';
import { profileOf } from '../contract/profile.js';
import type { Exchange } from '../exchange/exchange.js';
import { ckRefusalsAlike } from './ckstack/alike.js';
import { ckAccepted, ckNoToken, ckRefused } from './ckstack/outcome.js';
import { type CkstackReading, readCkstack } from './ckstack/reading.js';
import { universalCkstack } from './ckstack/universal.js';
import { refusalsAlike } from './esignon/alike.js';
import { accepted, noToken, refusedWith } from './esignon/outcome.js';
import { type EsignonReading, readEsignon } from './esignon/reading.js';
import { type EsignonSettings, universalEsignon } from './esignon/universal.js';
import type { Check } from './finding.js';

/** An exchange once read: what can be said of it, the same way for every profile. */
export interface Judged {
  readonly exchange: Exchange;
  /** The answer says success. */
  readonly isAccepted: boolean;
  /** Present for the profile's own questions. */
  readonly esignon?: EsignonReading;
  readonly ckstack?: CkstackReading;
  /** The checks that every exchange goes through. */
  universal(): readonly Check[];
  /** The clause asks for success. */
  accepted(clause: string, level: Level): Check;
  /** The clause asks for a refusal; for eSignon with one of these codes. */
  refused(clause: string, level: Level, codes: readonly string[], options?: { orAccepted?: boolean }): Check;
  /** The clause asks that nothing is issued. */
  noToken(clause: string, level: Level): Check;
  /** The clause asks that this refusal and another look the same (ES-11, CK-14). */
  alike(other: Judged): Check;
}

/** Reads an exchange by the rules of its profile. Never throws, whatever the answer. */
export function judge(exchange: Exchange, settings: EsignonSettings = {}): Judged {
  return profileOf(exchange.request.profile).family === 'esignon'
    ? judgeEsignon(readEsignon(exchange), settings)
    : judgeCkstack(readCkstack(exchange));
}

function judgeEsignon(reading: EsignonReading, settings: EsignonSettings): Judged {
  return {
    exchange: reading.exchange,
    isAccepted: reading.accepted,
    esignon: reading,
    universal: () => universalEsignon(reading, settings),
    accepted: (clause, level) => accepted(clause, level, reading),
    refused: (clause, level, codes, options) => refusedWith(clause, level, codes, reading, options),
    noToken: (clause, level) => noToken(clause, level, reading),
    alike: (other) => refusalsAlike(reading, other.esignon ?? readEsignon(other.exchange)),
  };
}

function judgeCkstack(reading: CkstackReading): Judged {
  return {
    exchange: reading.exchange,
    isAccepted: reading.accepted,
    ckstack: reading,
    universal: () => universalCkstack(reading),
    accepted: (clause, level) => ckAccepted(clause, level, reading),
    refused: (clause, level) => ckRefused(clause, level, reading),
    noToken: (clause, level) => ckNoToken(clause, level, reading),
    alike: (other) => ckRefusalsAlike(reading, other.ckstack ?? readCkstack(other.exchange)),
  };
}
