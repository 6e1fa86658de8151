import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { outcomeKind } from '../login/deviation-kind.js';
import { describeOutcome } from '../login/outcome.js';
import type { CkstackReading } from './reading.js';

/** The login was accepted: ckError "S000001" (CK-01, CK-24, CK-25, CK-30). */
export function checkAccepted(clause: string, level: Level, reading: CkstackReading): Check {
  return {
    clause,
    level,
    held: reading.accepted && reading.rawCode === 'S000001',
    expected: 'the login is accepted: ckError "S000001"',
    kind: outcomeKind(reading),
    actual: describeOutcome(reading),
  };
}

/**
 * The login was refused: ckError other than "S000001" (CK-12, CK-13, CK-15 to CK-17, CK-19 to CK-21).
 * @param orAccepted success conforms as well (CK-16, CK-17)
 */
export function checkRefused(
  clause: string,
  level: Level,
  reading: CkstackReading,
  { orAccepted = false } = {},
): Check {
  return {
    clause,
    level,
    held: reading.refused || reading.blocked || (reading.accepted && orAccepted),
    expected: `the login is refused${orAccepted ? ' or accepted' : ''}: a JSON envelope${orAccepted ? '' : ' whose ckError is not "S000001"'}`,
    kind: outcomeKind(reading),
    actual: describeOutcome(reading),
  };
}
