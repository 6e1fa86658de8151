import { describeStatus, statusKind } from '../../http/status.js';
import { type ShapeFamily, type ShapeViolation, violationOf } from '../../schema/answer-shape.js';
import type { Check } from '../../verdict/check.js';
import { bodyKind } from './deviation-kind.js';
import { mediaType } from './judged-requests.js';
import { describeOutcome, leaksToken } from './outcome.js';
import { findPassword } from './password-search.js';
import type { LoginReading } from './reading.js';
import { show } from './show.js';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Makes checks that an answer has the shape of a clause's definition in the schema of the family. */
export function shapeChecks(family: ShapeFamily) {
  /**
   * @param further what the schema cannot say, asked where the schema holds
   * @param actual what is shown of an answer in place of a value that must not be
   * @param definition of the schema, where it has another name than the clause
   */
  return (
    clause: string,
    value: unknown,
    further: () => ShapeViolation | null = () => null,
    actual?: () => string,
    definition = clause,
  ): Check => {
    const broken = violationOf(family, definition, value);
    const wrong = broken ? { ...broken, ...(actual ? { actual: actual() } : {}) } : further();
    return wrong ? { clause, level: 'MUST', held: false, ...wrong } : { clause, level: 'MUST', held: true };
  };
}

/** The clauses that every login API has on every answer. */
export interface AnswerClauses {
  readonly status: string;
  readonly body: string;
  readonly refusal: string;
  readonly attack: string;
  readonly password: string;
  /** What the clause on passwords asks for, in one phrase. */
  readonly noPassword: string;
}

/**
 * What holds for every exchange, whichever scenario made it.
 * @param statusChecks of an answer whose form is judged
 * @param contentChecks of the JSON of such an answer
 */
export function universalChecks(
  clauses: AnswerClauses,
  reading: LoginReading,
  statusChecks: () => readonly Check[],
  contentChecks: (value: unknown) => readonly Check[],
): readonly Check[] {
  const secrecy = passwordChecks(clauses.password, clauses.noPassword, reading);
  const leaks = leakChecks(clauses.refusal, reading);
  if (reading.scope === 'secrets') return [...secrecy, ...leaks];
  const gateway = gatewayChecks(clauses.attack, reading);
  if (reading.scope === 'safety')
    return [...crashChecks(clauses.status, reading), ...gateway, ...secrecy, ...leaks];
  const transport = [...statusChecks(), ...bodyChecks(clauses.body, reading), ...gateway];
  if (!reading.json?.ok) return [...transport, ...secrecy, ...leaks];
  return [...transport, ...contentChecks(reading.json.value), ...secrecy];
}

/**
 * The body is UTF-8 JSON; it should say so in its media type and have no byte order mark (ES-18, CK-31). Empty where there
 * is no answer.
 */
function bodyChecks(clause: string, { exchange: { answer }, json }: LoginReading): readonly Check[] {
  if (!answer || json === null) return [];
  const type = mediaType(answer.headers);
  return [
    {
      clause,
      level: 'MUST',
      held: json.ok && answer.undecoded === undefined,
      kind: bodyKind(json, answer.undecoded),
      expected: 'a body of UTF-8 JSON',
      actual: answer.undecoded ?? (json.ok ? '' : `${json.why} (Content-Type ${show(type)})`),
    },
    {
      clause,
      level: 'SHOULD',
      held: type === 'application/json',
      kind: 'content-type',
      expected: 'Content-Type application/json',
      actual: `Content-Type ${show(type)}`,
    },
    {
      clause,
      level: 'SHOULD',
      since: '2026-12',
      held: !BYTE_ORDER_MARK.every((byte, at) => answer.body[at] === byte),
      kind: 'byte-order-mark',
      expected: 'no byte order mark before the JSON',
      actual: 'it begins with the bytes EF BB BF',
    },
  ];
}

/** The answer contains no password of the request (ES-23, CK-11). Empty where there is nothing to judge. */
function passwordChecks(
  clause: string,
  expected: string,
  { exchange, json }: LoginReading,
): readonly Check[] {
  const place = findPassword(exchange, json);
  if (place === undefined) return [];
  return [
    { clause, level: 'MUST', held: place === null, kind: 'password', expected, actual: `found ${place}` },
  ];
}

/**
 * A refusal has no token, whatever its form (ES-16, CK-18). Empty where it has none: that says nothing of its form.
 * What is neither success nor a success status is a refusal.
 */
function leakChecks(clause: string, reading: LoginReading): readonly Check[] {
  const { status = 0 } = reading.exchange.answer ?? {};
  const succeeds = reading.accepted && status >= 200 && status < 300;
  if (succeeds || !leaksToken(reading)) return [];
  return [
    {
      clause,
      level: 'MUST',
      held: false,
      kind: 'token',
      expected: 'a refusal holds no token anywhere',
      actual: describeOutcome(reading),
    },
  ];
}

/** Even what the contract does not judge is not answered by a server error (ES-17, CK-23). Empty where it is not. */
function crashChecks(clause: string, { exchange }: LoginReading): readonly Check[] {
  if ((exchange.answer?.status ?? 0) < 500) return [];
  return [
    {
      clause,
      level: 'MUST',
      held: false,
      kind: statusKind(exchange),
      expected: 'an HTTP status below 500',
      actual: describeStatus(exchange),
    },
  ];
}

/** Attacks should reach the provider, so that its own refusal keeps them out (ES-26, CK-26). */
function gatewayChecks(clause: string, { exchange, blocked, json, rawCode }: LoginReading): readonly Check[] {
  if (!exchange.answer || exchange.request.facts?.mayBeBlocked !== true) return [];
  return [
    {
      clause,
      level: 'SHOULD',
      // What has a code in its place is the provider's, whatever its status.
      held: !blocked || (json?.ok === true && typeof rawCode === 'string' && rawCode !== ''),
      kind: 'gateway',
      expected: "the provider's own refusal",
      actual: `${describeStatus(exchange)}, as gateways answer`,
    },
  ];
}
