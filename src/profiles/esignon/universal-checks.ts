import { describeStatus, statusKind } from '../../http/status.js';
import { isObject, memberOf } from '../../text/json-members.js';
import type { Check } from '../../verdict/check.js';
import { type AnswerClauses, shapeChecks, universalChecks } from '../login/answer-checks.js';
import { memberKind } from '../login/deviation-kind.js';
import { answeredAt } from '../login/judged-requests.js';
import { describeOutcome, leaksToken } from '../login/outcome.js';
import { show, showToken } from '../login/show.js';
import { RESPONSE_CODE } from './documents.js';
import { inFuture, livesDays } from './expire-date.js';
import type { EsignonReading } from './reading.js';

const shape = shapeChecks('esignon');

const CLAUSES: AnswerClauses = {
  status: 'ES-17',
  body: 'ES-18',
  refusal: 'ES-16',
  attack: 'ES-26',
  password: 'ES-23',
  noPassword: 'the answer does not contain the password that was sent',
};

/** Settings of the fixtures file that verification needs. */
export interface EsignonSettings {
  readonly expireDateFormat?: string;
}

/**
 * What holds for every exchange, whichever scenario made it: ES-01 to ES-08 and SS-01 on accepted logins,
 * ES-03, ES-16, SS-02 / LG-02 on refused ones, ES-17 and ES-18 on all that are judged, ES-23 on all.
 */
export function universalEsignon(reading: EsignonReading, settings: EsignonSettings): readonly Check[] {
  return universalChecks(
    CLAUSES,
    reading,
    () => [statusCheck(reading)],
    (value) => (reading.accepted ? successChecks(reading, value, settings) : refusalChecks(reading, value)),
  );
}

function statusCheck({ exchange }: EsignonReading): Check {
  const status = exchange.answer?.status;
  return {
    clause: 'ES-17',
    level: 'MUST',
    held: status === 200 || status === 400,
    kind: statusKind(exchange),
    expected: 'HTTP 200 or 400',
    actual: describeStatus(exchange),
  };
}

function successChecks(reading: EsignonReading, value: unknown, settings: EsignonSettings): Check[] {
  const { exchange, rawCode } = reading;
  const facts = exchange.request.facts;
  const checks: Check[] = [
    shape('ES-02', value, () =>
      rawCode === '00'
        ? null
        : {
            kind: memberKind('header.result_code', rawCode),
            expected: 'header.result_code is the string "00"',
            actual: show(rawCode),
          },
    ),
    ...responseCode(value, 'MUST'),
  ];
  if (!facts?.valid) return checks;
  const body = memberOf(value, 'body');
  const expireDate = memberOf(body, 'expire_date');
  const asked = exchange.startedAt.getTime();
  const live =
    typeof expireDate === 'string' && inFuture(expireDate, answeredAt(exchange), settings.expireDateFormat);
  checks.push({
    clause: 'ES-01',
    level: 'MUST',
    held: exchange.answer?.status === 200,
    kind: statusKind(exchange),
    expected: 'HTTP 200 on success',
    actual: describeStatus(exchange),
  });
  // Without a body there is nothing in it to judge: ES-02 says so.
  if (!isObject(body)) return checks;
  checks.push(
    shape(
      'ES-04',
      value,
      undefined,
      () => `body.access_token is ${showToken(memberOf(body, 'access_token'))}`,
    ),
    equal('ES-05', 'body.comp_id', facts.sent?.company, memberOf(body, 'comp_id')),
    equal('ES-06', 'body.memb_email', facts.sent?.email, memberOf(body, 'memb_email'), { ignoreCase: true }),
    shape('ES-07', value),
    {
      clause: 'ES-08',
      level: 'MUST',
      held: live,
      kind:
        typeof expireDate === 'string'
          ? 'body-expire-date-no-future-date'
          : memberKind('body.expire_date', expireDate),
      expected: 'body.expire_date is a string, a date that exists, in the future',
      actual: show(expireDate),
    },
  );
  if (exchange.request.profile === 'esignon-startsimple' && live) {
    checks.push({
      clause: 'SS-01',
      level: 'MUST',
      held: livesDays(expireDate, asked, 29, 31, settings.expireDateFormat),
      kind: 'body-expire-date-other-lifetime',
      expected: `body.expire_date is 29 to 31 days after ${new Date(asked).toISOString()}`,
      actual: show(expireDate),
    });
  }
  return checks;
}

function refusalChecks(reading: EsignonReading, value: unknown): Check[] {
  const { exchange, code, rawCode, table } = reading;
  // Where the answer to a valid request is not an envelope, it is not a refusal either: that violates the clause on success.
  const { valid = false, mayBeRefused = false } = exchange.request.facts ?? {};
  const envelope = valid && !mayBeRefused && code === null ? 'ES-02' : 'ES-16';
  const checks: Check[] = [
    shape(envelope, value, () =>
      leaksToken(reading)
        ? { kind: 'token', expected: 'a refusal holds no token anywhere', actual: describeOutcome(reading) }
        : null,
    ),
    ...responseCode(value, code === '10' ? 'MUST' : 'SHOULD'),
  ];
  if (code !== null) {
    checks.push({
      clause: exchange.request.profile === 'esignon-startsimple' ? 'SS-02' : 'LG-02',
      level: 'MUST',
      held: table.includes(code),
      kind: 'other-code',
      expected: `header.result_code is one of ${table.join(', ')}`,
      actual: show(rawCode),
    });
  }
  return checks;
}

/** Judged only where there is a string: whether there is one belongs to the clauses on envelopes. */
function responseCode(value: unknown, level: 'MUST' | 'SHOULD'): Check[] {
  const code = memberOf(memberOf(value, 'header'), 'response_code');
  if (typeof code !== 'string') return [];
  return [
    {
      clause: 'ES-03',
      level,
      held: code === RESPONSE_CODE,
      kind: memberKind('header.response_code', code),
      expected: `header.response_code is "${RESPONSE_CODE}"`,
      actual: show(code),
    },
  ];
}

function equal(
  clause: string,
  where: string,
  sent: string | undefined,
  came: unknown,
  { ignoreCase = false } = {},
): Check {
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  return {
    clause,
    level: 'MUST',
    held: typeof came === 'string' && sent !== undefined && fold(came) === fold(sent),
    kind: memberKind(where, came),
    expected: `${where} is ${show(sent)}`,
    actual: show(came),
  };
}
