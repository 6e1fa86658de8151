import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { outcomeKind } from '../login/deviation-kind.js';
import { describeOutcome } from '../login/outcome.js';
import type { EsignonReading } from './reading.js';

/** The login was accepted: result code "00" (ES-01, ES-19, ES-20, ES-21, ES-28, ES-30). */
export function checkAccepted(clause: string, level: Level, reading: EsignonReading): Check {
  return {
    clause,
    level,
    held: reading.accepted,
    expected: 'the login is accepted: result_code "00"',
    kind: outcomeKind(reading),
    actual: describeOutcome(reading),
  };
}

/**
 * The login was refused with one of `codes` (ES-09, ES-10, ES-12 to ES-15, ES-29, LG-01, LG-03).
 * @param orAccepted success conforms as well (LG-04)
 */
export function checkRefused(
  clause: string,
  level: Level,
  codes: readonly string[],
  reading: EsignonReading,
  { orAccepted = false } = {},
): Check {
  const held =
    reading.blocked ||
    (reading.accepted ? orAccepted : reading.code !== null && codes.includes(reading.code));
  const list = codes.map((code) => `"${code}"`).join(' or ');
  return {
    clause,
    level,
    held,
    expected: `the login is refused with result_code ${list}${orAccepted ? ', or accepted with "00"' : ''}`,
    kind: outcomeKind(reading),
    actual: describeOutcome(reading),
  };
}
