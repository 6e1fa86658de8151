import type { Check } from '../../verdict/check.js';
import type { EvaluatedExchange } from './evaluated-exchange.js';
import { isRecord, member } from './json-answer.js';
import { show, showStatus } from './show.js';

/** The token of a good answer; `undefined`: there is none. */
export function tokenOf(evaluated: EvaluatedExchange): string | undefined {
  const json = evaluated.esignon?.json ?? evaluated.ckstack?.json;
  if (!json?.ok) return undefined;
  const token = evaluated.esignon
    ? member(member(json.value, 'body'), 'access_token')
    : member(member(json.value, 'token'), 'token');
  return typeof token === 'string' && token !== '' ? token : undefined;
}

/**
 * Tokens of two different users differ (ES-24, CK-27).
 * @returns `null` where one of the two has no token: that is another clause's matter
 */
export function tokensDiffer(
  clause: 'ES-24' | 'CK-27',
  one: EvaluatedExchange,
  other: EvaluatedExchange,
): Check | null {
  const [left, right] = [tokenOf(one), tokenOf(other)];
  if (left === undefined || right === undefined) return null;
  return {
    clause,
    level: 'MUST',
    held: left !== right,
    expected: 'two users get two different tokens',
    actual: 'both get the same token',
  };
}

/**
 * Of several logins no two of different users get the same token (ES-24, CK-27).
 * @returns the check, and the answers that show it; `null` where there are not two users with tokens
 */
export function tokensOfUsersDiffer(
  clause: 'ES-24' | 'CK-27',
  answers: readonly EvaluatedExchange[],
): { readonly check: Check; readonly answers: readonly EvaluatedExchange[] } | null {
  const userOf = ({ exchange }: EvaluatedExchange) =>
    exchange.request.facts?.email ?? exchange.request.facts?.userId;
  const holders = new Map<string, EvaluatedExchange>();
  let last: { readonly check: Check; readonly answers: readonly EvaluatedExchange[] } | null = null;
  for (const answer of answers) {
    const token = tokenOf(answer);
    if (token === undefined) continue;
    const other = holders.get(token) ?? [...holders.values()].find((one) => userOf(one) !== userOf(answer));
    holders.set(token, answer);
    if (!other || userOf(other) === userOf(answer)) continue;
    const check = tokensDiffer(clause, other, answer);
    if (check) last = { check, answers: [other, answer] };
    if (check && !check.held) return last;
  }
  return last;
}

/** Of simultaneous logins each gets an answer of its own: its user, company or tid, and a token (ES-25, CK-28). */
export function ownAnswer(clause: 'ES-25' | 'CK-28', evaluated: EvaluatedExchange): Check {
  const facts = evaluated.exchange.request.facts;
  const json = evaluated.esignon?.json ?? evaluated.ckstack?.json;
  const value = json?.ok ? json.value : undefined;
  const body = member(value, 'body');
  if (evaluated.isAccepted && (!json?.ok || (evaluated.esignon && !isRecord(body)))) {
    // No JSON, or no body in it: ES-18, CK-31 or ES-02 says so.
    return { clause, level: 'MUST', held: true };
  }
  const repeated: [string, string | undefined, unknown][] = evaluated.esignon
    ? [
        ['body.memb_email', facts?.email, member(body, 'memb_email')],
        ['body.comp_id', facts?.company, member(body, 'comp_id')],
      ]
    : [
        ['user.userId', facts?.userId, member(member(value, 'user'), 'userId')],
        ['ckTid', facts?.tid, member(value, 'ckTid')],
      ];
  // Type and case are other clauses' matter: here only that no answer is somebody else's.
  const foreign = repeated.find(([, sent, came]) => String(came).toLowerCase() !== sent?.toLowerCase());
  const held = evaluated.isAccepted && tokenOf(evaluated) !== undefined && foreign === undefined;
  return {
    clause,
    level: 'MUST',
    held,
    expected: foreign
      ? `${foreign[0]} is ${show(foreign[1])}`
      : 'each of the simultaneous logins gets a token',
    actual: foreign ? show(foreign[2]) : `${showStatus(evaluated.exchange)}, no token`,
  };
}

/** Another method than POST is answered 404 or 405 (501 and 400 are tolerated) (ES-22, CK-22). */
export function methodRefused(clause: 'ES-22' | 'CK-22', evaluated: EvaluatedExchange): Check {
  const status = evaluated.exchange.answer?.status;
  return {
    clause,
    level: 'SHOULD',
    held: status !== undefined && [400, 404, 405, 501].includes(status),
    expected: 'HTTP 404 or 405 (501 and 400 are tolerated)',
    actual: showStatus(evaluated.exchange),
  };
}

/** A body that is not announced as JSON gets no token, and a refusal below 500 (ES-31). */
export function mediaTypeRefused(evaluated: EvaluatedExchange): Check {
  const status = evaluated.exchange.answer?.status;
  const issued = evaluated.checkNoToken('ES-31', 'SHOULD');
  if (!issued.held) return issued;
  return {
    clause: 'ES-31',
    level: 'SHOULD',
    held: status !== undefined && status < 500,
    expected: 'a refusal below HTTP 500',
    actual: showStatus(evaluated.exchange),
  };
}
