import type { Check } from '../finding.js';
import { member, memberPaths } from '../json-answer.js';
import { messageLike } from '../message-like.js';
import { show, showStatus } from '../show.js';
import type { CkstackReading } from './reading.js';

/** A wrong password and an unknown user cannot be told apart by their answers (CK-14). */
export function ckRefusalsAlike(wrongPassword: CkstackReading, unknownUser: CkstackReading): Check {
  const [left, right] = [portrait(wrongPassword), portrait(unknownUser)];
  const differing = Object.keys(left).find((key) => left[key] !== right[key]);
  return {
    clause: 'CK-14',
    level: 'SHOULD',
    held: differing === undefined,
    expected: 'a wrong password and an unknown user get the same answer',
    actual:
      differing === undefined
        ? ''
        : `they differ in ${differing}: ${show(left[differing])} and ${show(right[differing])}`,
  };
}

function portrait({ exchange, json, error }: CkstackReading): Record<string, string> {
  const message = json?.ok ? member(json.value, 'ckMessage') : undefined;
  const facts = exchange.request.facts;
  return {
    'the HTTP status': showStatus(exchange),
    ckError: show(error),
    'their members': json?.ok ? memberPaths(json.value).join(' ') : 'no JSON',
    ckMessage: messageLike(message, [facts?.userId, facts?.tid]),
  };
}
