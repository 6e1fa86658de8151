import { goodLoginClause } from '../engine/test-users.js';
import { type ProfileName, profileOf } from '../profiles/built-in.js';
import { memberOf } from '../text/json-members.js';
import type { Check } from '../verdict/check.js';
import { blame, violatedBy } from './blame.js';
import type { VerifiedInteraction } from './verified-interaction.js';

/**
 * What an interaction of an own contract says of clauses: all of the scenario's own held, or those that its
 * mismatches are about are violated.
 *
 * @param clauses of the scenario, the first the interaction's own
 */
export function findingsOf(
  verified: VerifiedInteraction,
  profile: ProfileName,
  clauses: readonly string[],
): readonly Check[] {
  const [own = ''] = clauses;
  if (verified.outcome === 'verified') {
    return clauses.map((clause) => ({ clause, level: 'MUST', held: true }));
  }
  const wanted = wantedCode(verified.response);
  const wantsSuccess = wanted === profileOf(profile).successCode;
  // A login that is refused is no matter of what its answer was to hold.
  const ofOutcome = wantsSuccess ? goodLoginClause(profile) : own;
  const outcomes = verified.evaluated.map((evaluated) =>
    wantsSuccess
      ? evaluated.checkAccepted(ofOutcome, 'MUST')
      : evaluated.checkRefused(ofOutcome, 'MUST', [wanted]),
  );
  const violated = violatedBy(verified.evaluated, outcomes);
  return blame(verified.mismatches, { profile, own, ofOutcome, wantsSuccess, violated });
}

/** The code that the contract's example has. */
function wantedCode(response: unknown): string {
  const body = memberOf(response, 'body');
  const content = memberOf(body, 'content') ?? body;
  const code = memberOf(memberOf(content, 'header'), 'result_code') ?? memberOf(content, 'ckError');
  return typeof code === 'string' ? code : '';
}
