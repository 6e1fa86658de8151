import type { Check } from '../finding.js';
import { member, memberPaths } from '../json-answer.js';
import { messageLike } from '../message-like.js';
import { show, showStatus } from '../show.js';
import type { EsignonReading } from './reading.js';

const MESSAGE = 'result_msg';

/** A wrong password and an unknown e-mail cannot be told apart by their answers (ES-11). */
export function refusalsAlike(wrongPassword: EsignonReading, unknownEmail: EsignonReading): Check {
  const [left, right] = [portrait(wrongPassword), portrait(unknownEmail)];
  const differing = Object.keys(left).find((key) => left[key] !== right[key]);
  return {
    clause: 'ES-11',
    level: 'SHOULD',
    held: differing === undefined,
    expected: 'a wrong password and an unknown e-mail get the same answer',
    actual:
      differing === undefined
        ? ''
        : `they differ in ${differing}: ${shown(wrongPassword, differing, left)} and ${shown(unknownEmail, differing, right)}`,
  };
}

/** A message as it came: what is left of one without its digits might hold a password that nobody can mask. */
function shown(reading: EsignonReading, key: string, portrait: Record<string, string>): string {
  return show(key === MESSAGE ? messageOf(reading) : portrait[key]);
}

function portrait(reading: EsignonReading): Record<string, string> {
  const { exchange, json, rawCode } = reading;
  return {
    'the HTTP status': showStatus(exchange),
    result_code: show(rawCode),
    'their members': json?.ok ? memberPaths(json.value).join(' ') : 'no JSON',
    [MESSAGE]: messageLike(messageOf(reading), [exchange.request.facts?.email]),
  };
}

function messageOf({ json }: EsignonReading): unknown {
  return json?.ok ? member(member(json.value, 'header'), MESSAGE) : undefined;
}
