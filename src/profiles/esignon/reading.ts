import type { Exchange } from '../../http/exchange.js';
import { type AnswerMembers, type LoginReading, readAnswer } from '../login/reading.js';
import type { TokenMemory } from '../login/token-memory.js';
import { ESIGNON_DOCUMENTS, type EsignonProfileName } from './documents.js';

const MEMBERS: AnswerMembers = {
  code: ['header', 'result_code'],
  message: ['header', 'result_msg'],
  token: 'access_token',
};

/** What an eSignon answer says; its code is `header.result_code`. */
export interface EsignonReading extends LoginReading {
  /** The code as a two-digit string, if it can be read as one; `null`: there is no code. */
  readonly code: string | null;
  /** Codes of the profile's table. */
  readonly table: readonly string[];
}

/** Reads the answer of an exchange with one of the two eSignon endpoints. Never throws. @param tokens those that the run has seen */
export function readEsignon(exchange: Exchange, tokens?: TokenMemory): EsignonReading {
  const answer = readAnswer(exchange, MEMBERS, tokens);
  const code = normalised(answer.rawCode);
  const { resultCodes, successCode } = ESIGNON_DOCUMENTS[exchange.request.profile as EsignonProfileName];
  return {
    ...answer,
    code,
    accepted: code === successCode || (code === null && answer.hasToken),
    table: resultCodes.map(([each]) => each),
  };
}

function normalised(code: unknown): string | null {
  if (typeof code === 'number' && Number.isInteger(code) && code >= 0) return String(code).padStart(2, '0');
  if (typeof code !== 'string' || code === '') return null;
  return /^\d$/.test(code) ? `0${code}` : code;
}
