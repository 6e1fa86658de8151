import { describeStatus } from '../../http/status.js';
import { violationOf } from '../../schema/answer-shape.js';
import type { Check } from '../../verdict/check.js';
import { member } from '../login/json-answer.js';
import { answeredAt, mediaType } from '../login/judged-requests.js';
import { findPassword } from '../login/password-search.js';
import { show, showToken } from '../login/show.js';
import { describeCkOutcome } from './outcome.js';
import type { CkstackReading } from './reading.js';

/** Ten years, as the clause on expireDate counts them, in seconds. */
const TEN_YEARS_S = 10 * 365.25 * 24 * 3600;

/**
 * What holds for every exchange, whichever scenario made it: CK-01 to CK-10 on accepted logins, CK-18 on
 * refused ones, CK-02, CK-03, CK-23 and CK-31 on all that are judged, CK-11 on all.
 */
export function universalCkstack(reading: CkstackReading): readonly Check[] {
  const secrecy = passwordChecks(reading);
  if (!reading.formIsJudged || reading.refusedForSize) return secrecy;
  const transport = transportChecks(reading);
  if (!reading.json?.ok) return [...transport, ...secrecy];
  const { value } = reading.json;
  const said = reading.accepted ? successChecks(reading, value) : refusalChecks(reading, value);
  return [...transport, ...transactionChecks(reading, value), ...said, ...secrecy];
}

function transportChecks({ exchange, json }: CkstackReading): Check[] {
  const { answer, request } = exchange;
  const checks: Check[] = [];
  if (!request.facts?.valid) {
    checks.push({
      clause: 'CK-23',
      level: 'MUST',
      held: answer !== null && answer.status < 500 && (answer.status < 300 || answer.status >= 400),
      expected: 'an HTTP status below 500, and no redirect',
      actual: describeStatus(exchange),
    });
  }
  if (!answer || json === null) return checks;
  const type = mediaType(answer.headers);
  checks.push(
    {
      clause: 'CK-31',
      level: 'MUST',
      held: json.ok && answer.undecoded === undefined,
      expected: 'a body of UTF-8 JSON',
      actual: answer.undecoded ?? (json.ok ? '' : `${json.why} (Content-Type ${show(type)})`),
    },
    {
      clause: 'CK-31',
      level: 'SHOULD',
      held: type === 'application/json',
      expected: 'Content-Type application/json',
      actual: `Content-Type ${show(type)}`,
    },
  );
  return checks;
}

/** `ckTid`: MUST on success and on refused credentials, SHOULD on every other refusal (CK-02, CK-03). */
function transactionChecks(reading: CkstackReading, value: unknown): Check[] {
  const facts = reading.exchange.request.facts;
  if (!facts) return [];
  // An answer that is no envelope is a matter of CK-18, or of CK-01.
  if (reading.error === undefined && !reading.accepted) return [];
  const came = member(value, 'ckTid');
  if (facts.sent?.tid === undefined) {
    return [
      {
        clause: 'CK-03',
        level: 'MUST',
        held: came === undefined || typeof came === 'string',
        expected: 'without tid, ckTid is absent or a string',
        actual: show(came),
      },
    ];
  }
  return [
    {
      clause: 'CK-02',
      level: reading.accepted || facts.wrongCredentials ? 'MUST' : 'SHOULD',
      held: came === facts.sent?.tid,
      expected: `ckTid is the string ${show(facts.sent?.tid)}`,
      actual: show(came),
    },
  ];
}

function successChecks(reading: CkstackReading, value: unknown): Check[] {
  const { exchange, error } = reading;
  const facts = exchange.request.facts;
  if (!facts?.valid) return [];
  const token = member(value, 'token');
  const now = answeredAt(exchange) / 1000;
  return [
    {
      clause: 'CK-01',
      level: 'MUST',
      held: exchange.answer?.status === 200 && error === 'S000001',
      expected: 'HTTP 200 and ckError "S000001"',
      actual: describeCkOutcome(reading),
    },
    shape('CK-04', value),
    shape('CK-05', value, undefined, () => `token.token is ${showToken(member(token, 'token'))}`),
    shape('CK-06', value, () => {
      const expires = member(token, 'expireDate') as number;
      if (expires > now && expires < now + TEN_YEARS_S) return null;
      return {
        expected: `token.expireDate is in seconds, after ${Math.floor(now)} and less than ten years ahead`,
        actual: show(expires),
      };
    }),
    shape('CK-07', value, () => {
      const userId = member(member(value, 'user'), 'userId');
      if (userId === facts.sent?.userId) return null;
      return { expected: `user.userId is ${show(facts.sent?.userId)}`, actual: show(userId) };
    }),
    shape('CK-08', value),
    { ...shape('CK-08', value, undefined, undefined, 'CK-08-SHOULD'), level: 'SHOULD' },
    shape('CK-09', value),
    shape('CK-10', value),
  ];
}

function refusalChecks(reading: CkstackReading, value: unknown): Check[] {
  // A valid request whose answer is no envelope is no refusal: there CK-01 is at stake.
  if (reading.exchange.request.facts?.valid && !reading.refused) return [];
  return [
    shape('CK-18', value, () =>
      reading.token
        ? { expected: 'a refusal holds no token anywhere', actual: describeCkOutcome(reading) }
        : null,
    ),
  ];
}

function passwordChecks({ exchange, json }: CkstackReading): Check[] {
  const found = findPassword(exchange, json);
  if (found === undefined) return [];
  return [
    {
      clause: 'CK-11',
      level: 'MUST',
      held: found === null,
      expected: 'the answer contains neither the password nor its hash',
      actual: `it stands ${found}`,
    },
  ];
}

/** The schema of the clause, and `further` where that holds. */
function shape(
  clause: string,
  value: unknown,
  further: () => { expected: string; actual: string } | null = () => null,
  actual?: () => string,
  schema = clause,
): Check {
  const broken = violationOf('ckstack', schema, value);
  const wrong = broken ? { expected: broken.expected, actual: actual?.() ?? broken.actual } : further();
  return { clause, level: 'MUST', held: wrong === null, ...(wrong ?? {}) };
}
