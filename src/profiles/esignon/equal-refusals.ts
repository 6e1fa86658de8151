import { describeStatus } from '../../http/status.js';
import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { member, memberPaths } from '../login/json-answer.js';
import { normaliseMessage } from '../login/normalised-message.js';
import { show } from '../login/show.js';
import type { EsignonReading } from './reading.js';

const CODE = 'result_code';
const MESSAGE = 'result_msg';

/** A wrong password and an unknown e-mail cannot be distinguished by their answers (ES-11). */
export function sameEsignonRefusal(
  clause: string,
  level: Level,
  wrongPassword: EsignonReading,
  unknownEmail: EsignonReading,
): Check {
  const names = [...namesIn(wrongPassword), ...namesIn(unknownEmail)];
  const [left, right] = [fingerprint(wrongPassword, names), fingerprint(unknownEmail, names)];
  const differing = Object.keys(left).find((key) => left[key] !== right[key]);
  if (differing === undefined) return { clause, level, held: true };
  return {
    clause,
    level,
    held: false,
    expected: 'a wrong password and an unknown e-mail get the same answer',
    actual: `they differ in ${differing}: ${shown(wrongPassword, differing, left)} and ${shown(unknownEmail, differing, right)}`,
  };
}

/**
 * Code and message as they came: what is left of a message without its digits might hold a password that nobody
 * can mask.
 */
function shown(reading: EsignonReading, key: string, portrait: Record<string, string>): string {
  if (key === CODE) return show(reading.rawCode);
  return show(key === MESSAGE ? messageOf(reading) : portrait[key]);
}

function fingerprint(
  reading: EsignonReading,
  names: readonly (string | undefined)[],
): Record<string, string> {
  const { exchange, json, rawCode } = reading;
  return {
    'the HTTP status': describeStatus(exchange),
    [CODE]: show(rawCode),
    'their members': json?.ok ? memberPaths(json.value).join(' ') : 'no JSON',
    [MESSAGE]: normaliseMessage(messageOf(reading), names),
  };
}

function namesIn({ exchange }: EsignonReading): readonly (string | undefined)[] {
  return [exchange.request.facts?.sent?.email];
}

function messageOf({ json }: EsignonReading): unknown {
  return json?.ok ? member(member(json.value, 'header'), MESSAGE) : undefined;
}
