import type { ContractSupport, EvaluatedExchange } from '../profiles/profile.js';
import { memberOf } from '../text/json-members.js';
import { slug } from '../text/slug.js';
import type { Check } from '../verdict/check.js';
import type { ContractProfile } from './contract-profile.js';
import type { Mismatch } from './mismatch.js';
import type { VerifiedInteraction } from './verified-interaction.js';

/** What was asked of an answer, and what our own reading of it says. */
export interface Interpretation {
  readonly contracts: Pick<ContractSupport, 'clauseOf'>;
  /** The interaction's own clause. */
  readonly own: string;
  /** The clause on the outcome itself: that it is a success, or this refusal. */
  readonly outcome: string;
  /** The contract wants a success. */
  readonly wantsSuccess: boolean;
  /** MUST clauses that our own checks of the same answer found violated. */
  readonly violated: readonly string[];
}

/**
 * What an interaction of an own contract says of clauses: all of the scenario's own held, or those that its
 * mismatches are about are violated.
 *
 * @param clauses of the scenario, the first the interaction's own
 */
export function contractChecks(
  { outcome, response, evaluated, mismatches }: VerifiedInteraction,
  { goodLogin, contracts }: ContractProfile,
  clauses: readonly string[],
): readonly Check[] {
  const [own = ''] = clauses;
  if (outcome === 'verified') return clauses.map((clause) => ({ clause, level: 'MUST', held: true }));
  const body = memberOf(response, 'body');
  const code = contracts.wantedCode(memberOf(body, 'content') ?? body);
  const wantsSuccess = code === contracts.successCode;
  // What the answer should contain is no matter where the login itself is refused.
  const clause = wantsSuccess ? goodLogin : own;
  const violated = evaluated
    .flatMap((answer) => [...answer.universalChecks(), checkOutcome(answer, clause, wantsSuccess, code)])
    .filter(({ held, level }) => !held && level === 'MUST');
  return blame(mismatches, {
    ...{ contracts, own, outcome: clause, wantsSuccess },
    violated: violated.map((check) => check.clause),
  });
}

function checkOutcome(answer: EvaluatedExchange, clause: string, wantsSuccess: boolean, code: string): Check {
  return wantsSuccess ? answer.checkAccepted(clause, 'MUST') : answer.checkRefused(clause, 'MUST', [code]);
}

/** Each mismatch as a violated check of its clause; of several about one clause the first. */
export function blame(mismatches: readonly Mismatch[], interpretation: Interpretation): readonly Check[] {
  const checks = new Map<string, Check>();
  for (const mismatch of mismatches) {
    const clause = blamedClause(mismatch, interpretation);
    if (checks.has(clause)) continue;
    const { path, expected, actual, description } = mismatch;
    checks.set(clause, {
      clause,
      level: 'MUST',
      held: false,
      kind: slug(path.replace('$', '').replaceAll(/\[[^\]]*\]/g, '')),
      expected: `the client's contract: ${path} ${expected}`,
      actual: `${path} ${actual}${description === '' ? '' : ` (${description})`}`,
    });
  }
  return [...checks.values()];
}

/**
 * The clause that a mismatch is about. Where our own checks of the same answer found violations, it is one of
 * theirs: one defect is not blamed on two clauses because two tools saw it.
 */
export function blamedClause({ path }: Pick<Mismatch, 'path'>, interpretation: Interpretation): string {
  const { contracts, own, outcome, wantsSuccess, violated } = interpretation;
  const meant = contracts.clauseOf(path, wantsSuccess) ?? own;
  if (violated.length === 0 || violated.includes(meant)) return meant;
  return [own, outcome].find((clause) => violated.includes(clause)) ?? violated[0] ?? meant;
}
