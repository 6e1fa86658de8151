import type { Exchange } from '../../http/exchange.js';
import { type JsonAnswer, readJson } from '../../text/json-answer.js';
import { memberOf } from '../../text/json-members.js';
import { holdsToken, stringIn } from './json-answer.js';
import { isBlocked, type Scope, scopeOf } from './judged-requests.js';
import type { TokenMemory } from './token-memory.js';

/** Where an answer has what the answers of every login API have: paths of members. */
export interface AnswerMembers {
  readonly code: readonly [...string[], string];
  readonly message: readonly [...string[], string];
  /** Its name alone: a token is found wherever it is. */
  readonly token: 'access_token' | 'token';
}

/** The answer to a login before its code is interpreted. */
export interface LoginAnswer {
  readonly exchange: Exchange;
  readonly members: AnswerMembers;
  readonly scope: Scope;
  /** It may be the answer of a gateway, in a form of its own. */
  readonly blocked: boolean;
  /** `null`: there is no answer. */
  readonly json: JsonAnswer | null;
  /** The code as it came, of whatever type; also from a body that is not JSON where its form is judged. */
  readonly rawCode: unknown;
  /** The body has a token by its name, anywhere. */
  readonly hasToken: boolean;
  /** Where there is a token of an earlier answer, in words; `null`: nowhere. */
  readonly knownToken: string | null;
}

/**
 * What the answer to a login says, read leniently: a code of the wrong type, or in a body that is not JSON, still
 * distinguishes a refusal from a success, so that the clause on the form is blamed and not every clause that looks at
 * the outcome.
 */
export interface LoginReading extends LoginAnswer {
  /** The code of success, or a token and no code. */
  readonly accepted: boolean;
}

/** Reads the answer of an exchange with a login API. Never throws. @param tokens those that the run has seen */
export function readAnswer(exchange: Exchange, members: AnswerMembers, tokens?: TokenMemory): LoginAnswer {
  const json = exchange.answer ? readJson(exchange.answer.body) : null;
  const scope = scopeOf(exchange);
  // Any other page may show the example of the document.
  const isCodeWritten = json && !json.ok && scope === 'all';
  return {
    exchange,
    members,
    scope,
    blocked: isBlocked(exchange),
    json,
    rawCode: isCodeWritten ? stringIn(json.text, nameOf(members.code)) : memberAt(json, members.code),
    hasToken: json !== null && holdsToken(json),
    knownToken: tokens?.placeIn(exchange, json) ?? null,
  };
}

/** The member of an answer at a path; `undefined` where there is none, or no JSON. */
export function memberAt(json: JsonAnswer | null, path: readonly string[]): unknown {
  return json?.ok ? path.reduce<unknown>(memberOf, json.value) : undefined;
}

/** `result_code` of `header.result_code`. */
export function nameOf(path: readonly [...string[], string]): string {
  return path[path.length - 1] ?? '';
}
