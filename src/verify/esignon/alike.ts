import type { Check } from '../finding.js';
import { member, memberPaths } from '../json-answer.js';
import { messageLike } from '../message-like.js';
import { show, showStatus } from '../show.js';
import type { EsignonReading } from './reading.js';

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
        : `they differ in ${differing}: ${show(left[differing])} and ${show(right[differing])}`,
  };
}

function portrait({ exchange, json, rawCode }: EsignonReading): Record<string, string> {
  const header = json?.ok ? member(json.value, 'header') : undefined;
  return {
    'the HTTP status': showStatus(exchange),
    result_code: show(rawCode),
    'their members': json?.ok ? memberPaths(json.value).join(' ') : 'no JSON',
    result_msg: messageLike(member(header, 'result_msg'), [exchange.request.facts?.email]),
  };
}
