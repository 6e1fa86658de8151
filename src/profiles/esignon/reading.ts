import type { Exchange } from '../../http/exchange.js';
import { type JsonAnswer, readJson } from '../../text/json-answer.js';
import { holdsToken, member, stringIn } from '../login/json-answer.js';
import { isJudged, refusedForSize, refusesParameters } from '../login/judged-requests.js';
import { ESIGNON_DOCUMENTS, type EsignonProfileName } from './documents.js';

/**
 * What an eSignon answer says, read leniently: a code of the wrong type, or in what is no JSON, still tells a
 * refusal from a success, so that the clause on that is blamed and not every clause that looks at the outcome.
 */
export interface EsignonReading {
  readonly exchange: Exchange;
  /** The clauses on answers apply. */
  readonly formIsJudged: boolean;
  readonly refusedForSize: boolean;
  readonly json: JsonAnswer | null;
  /** `header.result_code` as it came. */
  readonly rawCode: unknown;
  /** The same as a two-digit string, if it can be read as one; `null`: there is no code. */
  readonly code: string | null;
  /** Says success: code "00", or a token and no code. */
  readonly accepted: boolean;
  /** A token stands anywhere in it. */
  readonly token: boolean;
  /** Codes of the profile's table. */
  readonly table: readonly string[];
}

/** Reads the answer of an exchange with one of the two eSignon endpoints. Never throws. */
export function readEsignon(exchange: Exchange): EsignonReading {
  const json = exchange.answer ? readJson(exchange.answer.body) : null;
  const rawCode = json?.ok ? member(member(json.value, 'header'), 'result_code') : undefined;
  const formIsJudged = isJudged(exchange.request) && !refusesParameters(exchange);
  // Only where ES-18 is judged: of other answers, a page may show the document's example.
  const code = normalised(json && !json.ok && formIsJudged ? stringIn(json.text, 'result_code') : rawCode);
  const token = json !== null && holdsToken(json, 'access_token');
  return {
    exchange,
    formIsJudged,
    refusedForSize: refusedForSize(exchange),
    json,
    rawCode,
    code,
    accepted: code === '00' || (code === null && token),
    token,
    table: ESIGNON_DOCUMENTS[exchange.request.profile as EsignonProfileName].resultCodes.map(
      ([code]) => code,
    ),
  };
}

function normalised(code: unknown): string | null {
  if (typeof code === 'number' && Number.isInteger(code) && code >= 0) return String(code).padStart(2, '0');
  if (typeof code !== 'string' || code === '') return null;
  return /^\d$/.test(code) ? `0${code}` : code;
}
