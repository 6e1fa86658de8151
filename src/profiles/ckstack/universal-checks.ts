import { describeStatus, statusKind } from '../../http/status.js';
import { memberOf } from '../../text/json-members.js';
import type { Check } from '../../verdict/check.js';
import { type AnswerClauses, shapeChecks, universalChecks } from '../login/answer-checks.js';
import { memberKind } from '../login/deviation-kind.js';
import { answeredAt } from '../login/judged-requests.js';
import { describeOutcome, leaksToken } from '../login/outcome.js';
import { show, showToken } from '../login/show.js';
import type { TokenMemory } from '../login/token-memory.js';
import type { CkstackReading } from './reading.js';
import type { UserIds } from './user-ids.js';

/** Ten years, as the clause on expireDate counts them, in seconds. */
const TEN_YEARS_S = 10 * 365.25 * 24 * 3600;

const shape = shapeChecks('ckstack');

/** What a run knows besides the one answer. */
export interface CkstackMemory {
  readonly tokens: TokenMemory;
  readonly userIds: UserIds;
  /** What the fixtures say of the roles of a user, held against an answer. */
  readonly roleChecks: (userId: string, answer: unknown) => readonly Check[];
}

const CLAUSES: AnswerClauses = {
  status: 'CK-23',
  body: 'CK-31',
  refusal: 'CK-18',
  attack: 'CK-26',
  password: 'CK-11',
  noPassword: 'the answer contains neither the password nor its hash',
};

/**
 * What holds for every exchange, whichever scenario made it: CK-01 to CK-10 on accepted logins, CK-18 on
 * refused ones, CK-02, CK-03, CK-23 and CK-31 on all that are judged, CK-11 on all.
 */
export function universalCkstack(reading: CkstackReading, memory?: CkstackMemory): readonly Check[] {
  return universalChecks(
    CLAUSES,
    reading,
    () => statusChecks(reading),
    (value) => [
      ...transactionChecks(reading, value),
      ...(reading.accepted ? successChecks(reading, value, memory) : refusalChecks(reading, value)),
    ],
  );
}

function statusChecks({ exchange }: CkstackReading): readonly Check[] {
  const { answer, request } = exchange;
  if (request.facts?.valid) return [];
  return [
    {
      clause: 'CK-23',
      level: 'MUST',
      held: answer !== null && answer.status < 500 && (answer.status < 300 || answer.status >= 400),
      kind: statusKind(exchange),
      expected: 'an HTTP status below 500, and no redirect',
      actual: describeStatus(exchange),
    },
  ];
}

/** `ckTid`: MUST on success and on refused credentials, SHOULD on every other refusal (CK-02, CK-03). */
function transactionChecks(reading: CkstackReading, value: unknown): Check[] {
  const facts = reading.exchange.request.facts;
  if (!facts) return [];
  // An answer that is not an envelope violates CK-18 or CK-01.
  if (reading.rawCode === undefined && !reading.accepted) return [];
  const came = memberOf(value, 'ckTid');
  if (facts.sent?.tid === undefined) {
    return [
      {
        clause: 'CK-03',
        level: 'MUST',
        held: came === undefined || typeof came === 'string',
        kind: memberKind('ckTid', came),
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
      kind: memberKind('ckTid', came),
      expected: `ckTid is the string ${show(facts.sent?.tid)}`,
      actual: show(came),
    },
  ];
}

function successChecks(reading: CkstackReading, value: unknown, memory: CkstackMemory | undefined): Check[] {
  const { exchange, rawCode } = reading;
  const facts = exchange.request.facts;
  if (!facts?.valid) return [];
  const token = memberOf(value, 'token');
  const now = answeredAt(exchange) / 1000;
  return [
    {
      clause: 'CK-01',
      level: 'MUST',
      held: exchange.answer?.status === 200 && rawCode === 'S000001',
      kind: exchange.answer?.status === 200 ? memberKind('ckError', rawCode) : statusKind(exchange),
      expected: 'HTTP 200 and ckError "S000001"',
      actual: describeOutcome(reading),
    },
    shape('CK-04', value),
    shape('CK-05', value, undefined, () => `token.token is ${showToken(memberOf(token, 'token'))}`),
    shape('CK-06', value, () => {
      const expires = memberOf(token, 'expireDate') as number;
      if (expires > now && expires < now + TEN_YEARS_S) return null;
      return {
        kind: expires > now ? 'token-expiredate-too-far' : 'token-expiredate-past',
        expected: `token.expireDate is in seconds, after ${Math.floor(now)} and less than ten years ahead`,
        actual: show(expires),
      };
    }),
    shape('CK-07', value, () => {
      const user = memberOf(value, 'user');
      const [userId, id] = [memberOf(user, 'userId'), memberOf(user, 'id') as string];
      if (userId === facts.sent?.userId) {
        const deviation = memory?.userIds.deviation(userId as string, id) ?? null;
        return deviation && { ...deviation, actual: show(id) };
      }
      return {
        kind: memberKind('user.userId', userId),
        expected: `user.userId is ${show(facts.sent?.userId)}`,
        actual: show(userId),
      };
    }),
    shape('CK-08', value),
    { ...shape('CK-08', value, undefined, undefined, 'CK-08-SHOULD'), level: 'SHOULD' },
    shape('CK-09', value),
    shape('CK-10', value),
    ...(memory?.roleChecks(facts.sent?.userId ?? '', value) ?? []),
  ];
}

function refusalChecks(reading: CkstackReading, value: unknown): Check[] {
  // Where the answer to a valid request is not an envelope, it is not a refusal either: that violates CK-01.
  if (reading.exchange.request.facts?.valid && !reading.refused) return [];
  return [
    shape('CK-18', value, () =>
      leaksToken(reading)
        ? { kind: 'token', expected: 'a refusal holds no token anywhere', actual: describeOutcome(reading) }
        : null,
    ),
  ];
}
