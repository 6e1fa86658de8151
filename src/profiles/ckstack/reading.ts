import type { Exchange } from '../../http/exchange.js';
import { type AnswerMembers, type LoginReading, readAnswer } from '../login/reading.js';
import type { TokenMemory } from '../login/token-memory.js';
import { CKSTACK_TOKEN } from './document.js';

const MEMBERS: AnswerMembers = { code: ['ckError'], message: ['ckMessage'], token: 'token' };

/** What a ckstack answer says; its code is `ckError`. */
export interface CkstackReading extends LoginReading {
  /** It has a `ckError`, of whatever type, that is not success. */
  readonly refused: boolean;
}

/** Reads the answer of an exchange with the ckstack endpoint. Never throws. @param tokens those that the run has seen */
export function readCkstack(exchange: Exchange, tokens?: TokenMemory): CkstackReading {
  const answer = readAnswer(exchange, MEMBERS, tokens);
  const { rawCode, hasToken } = answer;
  const hasCode = rawCode !== undefined && rawCode !== null && rawCode !== '';
  const accepted = rawCode === CKSTACK_TOKEN.successCode || (!hasCode && hasToken);
  return { ...answer, accepted, refused: hasCode && !accepted };
}
