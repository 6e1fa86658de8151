import { describeStatus } from '../../http/status.js';
import { slug } from '../../text/slug.js';
import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import type { EvaluatedExchange } from '../profile.js';
import { show } from './show.js';

/**
 * Each of several simultaneous logins gets its own answer (ES-25, CK-28): a token, and the values that it sent. Other
 * clauses are about their type and letter case; this one only asks that no answer is somebody else's.
 * @param repeated member of the answer, what was sent, what came
 */
export function ownAnswer(
  clause: string,
  level: Level,
  { exchange, isAccepted, token }: EvaluatedExchange,
  repeated: readonly (readonly [member: string, sent: string | undefined, came: unknown])[],
): Check {
  const foreign = repeated.find(([, sent, came]) => String(came).toLowerCase() !== sent?.toLowerCase());
  return {
    clause,
    level,
    held: isAccepted && token !== undefined && foreign === undefined,
    kind: foreign ? `foreign-${slug(foreign[0])}` : 'no-token',
    expected: foreign
      ? `${foreign[0]} is ${show(foreign[1])}`
      : 'each of the simultaneous logins gets a token',
    actual: foreign ? show(foreign[2]) : `${describeStatus(exchange)}, no token`,
  };
}
