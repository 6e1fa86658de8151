import { describeStatus } from '../../http/status.js';
import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { member, memberPaths } from '../login/json-answer.js';
import { normaliseMessage } from '../login/normalised-message.js';
import { show } from '../login/show.js';
import type { CkstackReading } from './reading.js';

const CODE = 'ckError';
const MESSAGE = 'ckMessage';

/** A wrong password and an unknown user cannot be distinguished by their answers (CK-14). */
export function sameCkstackRefusal(
  clause: string,
  level: Level,
  wrongPassword: CkstackReading,
  unknownUser: CkstackReading,
): Check {
  const names = [...namesIn(wrongPassword), ...namesIn(unknownUser)];
  const [left, right] = [fingerprint(wrongPassword, names), fingerprint(unknownUser, names)];
  const differing = Object.keys(left).find((key) => left[key] !== right[key]);
  if (differing === undefined) return { clause, level, held: true };
  return {
    clause,
    level,
    held: false,
    expected: 'a wrong password and an unknown user get the same answer',
    actual: `they differ in ${differing}: ${shown(wrongPassword, differing, left)} and ${shown(unknownUser, differing, right)}`,
  };
}

/** Code and message as they came, for the same reason as in eSignon. */
function shown(reading: CkstackReading, key: string, portrait: Record<string, string>): string {
  if (key === CODE) return show(reading.error);
  return show(key === MESSAGE ? messageOf(reading) : portrait[key]);
}

function fingerprint(
  reading: CkstackReading,
  names: readonly (string | undefined)[],
): Record<string, string> {
  const { exchange, json, error } = reading;
  return {
    'the HTTP status': describeStatus(exchange),
    [CODE]: show(error),
    'their members': json?.ok ? memberPaths(json.value).join(' ') : 'no JSON',
    [MESSAGE]: normaliseMessage(messageOf(reading), names),
  };
}

function namesIn({ exchange }: CkstackReading): readonly (string | undefined)[] {
  const { sent } = exchange.request.facts ?? {};
  return [sent?.userId, sent?.tid];
}

function messageOf({ json }: CkstackReading): unknown {
  return json?.ok ? member(json.value, MESSAGE) : undefined;
}
