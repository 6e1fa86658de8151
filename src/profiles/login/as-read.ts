import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import type { EvaluatedExchange } from '../profile.js';
import type { Expectation } from './oracle/expectation.js';

/**
 * The answer is one that some reading of the request leads to (ES-12, ES-14, CK-16, CK-17).
 * @param all every code of a refusal, for a request that leaves the code open
 */
export function checkAsRead(
  clause: string,
  level: Level,
  answer: EvaluatedExchange,
  all: readonly string[],
): Check | null {
  const expectation = faultyExpectation(answer);
  if (expectation === null) return null;
  const orAccepted = expectation.accept !== 'never';
  return answer.checkRefused(clause, level, expectation.codes ?? all, { orAccepted });
}

/** The refusal that a SHOULD clause asks for where a lenient reader may accept the request. */
export function checkAsStrictlyRead(clause: string, level: Level, answer: EvaluatedExchange): Check | null {
  const preferred = faultyExpectation(answer)?.preferred ?? null;
  return preferred && answer.checkRefused(clause, level, preferred.codes ?? []);
}

function faultyExpectation({ exchange }: EvaluatedExchange): Expectation | null {
  const expectation = (exchange.request.expectation ?? null) as Expectation | null;
  return expectation === null || expectation.faults.length === 0 ? null : expectation;
}
