import { describeStatus } from '../../http/status.js';
import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { show } from '../login/show.js';
import type { EsignonReading } from './reading.js';

/** The login was accepted: result code "00" (ES-01, ES-19, ES-20, ES-21, ES-28, ES-30). */
export function accepted(clause: string, level: Level, reading: EsignonReading): Check {
  return {
    clause,
    level,
    held: reading.accepted,
    expected: 'the login is accepted: result_code "00"',
    actual: describeOutcome(reading),
  };
}

/**
 * The login was refused with one of `codes` (ES-09, ES-10, ES-12 to ES-15, ES-29, LG-01, LG-03).
 * @param orAccepted success conforms as well (LG-04)
 */
export function refusedWith(
  clause: string,
  level: Level,
  codes: readonly string[],
  reading: EsignonReading,
  { orAccepted = false } = {},
): Check {
  const held =
    reading.refusedForSize ||
    (reading.accepted ? orAccepted : reading.code !== null && codes.includes(reading.code));
  const list = codes.map((code) => `"${code}"`).join(' or ');
  return {
    clause,
    level,
    held,
    expected: `the login is refused with result_code ${list}${orAccepted ? ', or accepted with "00"' : ''}`,
    actual: describeOutcome(reading),
  };
}

/**
 * The request got neither "00" nor a token (ES-22, ES-26, ES-31, SS-03, SS-04, SS-05). A token in a refusal that is
 * judged is a matter of ES-16 alone, lest one fault be blamed on every clause that asks for a refusal.
 */
export function noToken(clause: string, level: Level, reading: EsignonReading): Check {
  const evaluated = reading.formIsJudged && !reading.refusedForSize;
  return {
    clause,
    level,
    held: !reading.accepted && (evaluated || !reading.token),
    expected: 'no success and no token',
    actual: describeOutcome(reading),
  };
}

/** The answer in one phrase: what it says, or why it says nothing. */
export function describeOutcome(reading: EsignonReading): string {
  const { exchange, json } = reading;
  const status = describeStatus(exchange);
  if (json === null) return status;
  const token = reading.token ? ', with an access_token' : '';
  if (reading.rawCode !== undefined) return `${status}, result_code ${show(reading.rawCode)}${token}`;
  return `${status}, ${json.ok ? 'no header.result_code' : json.why}${token}`;
}
