import { memberOf } from '../../contract/json-members.js';
import { type ProfileName, profileOf } from '../../contract/profile.js';
import type { Check } from '../../verify/finding.js';
import { baselineClause } from '../callers.js';
import { blame, violatedBy } from './blame.js';
import type { VerifiedInteraction } from './verified.js';

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
  const ofOutcome = wantsSuccess ? baselineClause(profile) : own;
  const outcomes = verified.judged.map((judged) =>
    wantsSuccess ? judged.accepted(ofOutcome, 'MUST') : judged.refused(ofOutcome, 'MUST', [wanted]),
  );
  const violated = violatedBy(verified.judged, outcomes);
  return blame(verified.mismatches, { profile, own, ofOutcome, wantsSuccess, violated });
}

/** The code that the contract's example has. */
function wantedCode(response: unknown): string {
  const body = memberOf(response, 'body');
  const content = memberOf(body, 'content') ?? body;
  const code = memberOf(memberOf(content, 'header'), 'result_code') ?? memberOf(content, 'ckError');
  return typeof code === 'string' ? code : '';
}
