import { describeStatus } from '../../http/status.js';
import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { show } from '../login/show.js';
import type { CkstackReading } from './reading.js';

/** The login was accepted: ckError "S000001" (CK-01, CK-24, CK-25, CK-30). */
export function ckAccepted(clause: string, level: Level, reading: CkstackReading): Check {
  return {
    clause,
    level,
    held: reading.accepted && reading.error === 'S000001',
    expected: 'the login is accepted: ckError "S000001"',
    actual: describeCkOutcome(reading),
  };
}

/** The login was refused: ckError other than "S000001" (CK-12, CK-13, CK-15 to CK-17, CK-19 to CK-21). */
export function ckRefused(clause: string, level: Level, reading: CkstackReading): Check {
  return {
    clause,
    level,
    held: reading.refused || reading.refusedForSize,
    expected: 'the login is refused: a JSON envelope whose ckError is not "S000001"',
    actual: describeCkOutcome(reading),
  };
}

/**
 * The request got neither "S000001" nor a token (CK-22, CK-26). A token in a refusal that is judged is a matter of
 * CK-18 alone, as in eSignon of ES-16.
 */
export function ckNoToken(clause: string, level: Level, reading: CkstackReading): Check {
  const evaluated = reading.formIsJudged && !reading.refusedForSize;
  return {
    clause,
    level,
    held: !reading.accepted && (evaluated || !reading.token),
    expected: 'no success and no token',
    actual: describeCkOutcome(reading),
  };
}

/** The answer in one phrase. */
export function describeCkOutcome(reading: CkstackReading): string {
  const { exchange, json } = reading;
  const status = describeStatus(exchange);
  if (json === null) return status;
  const token = reading.token ? ', with a token' : '';
  if (reading.error !== undefined) return `${status}, ckError ${show(reading.error)}${token}`;
  return `${status}, ${json.ok ? 'no ckError' : json.why}${token}`;
}
