import { slug } from '../text/slug.js';
import type { VerifiedCheck, Violation } from './check.js';

/** The tag of scenarios of generated requests. */
const FUZZING = '@fuzzing';

/**
 * The id of a finding: `ES-09.the-password-is-a-prefix.accepted`. The same for the same deviation in every run, whatever
 * the seed; another one for another deviation of the same clause.
 *
 * @param place where it shows: the name of the scenario or property; for what holds of every answer, the kind of request
 */
export function findingId({ clause, kind, instanceOf }: VerifiedCheck, place: string): string {
  const instance = instanceOf === undefined ? '' : `${slug(instanceOf)}-`;
  return `${clause}.${slug(place)}.${instance}${kind}`;
}

/** Whether generated requests have found it. */
export function isGenerated({ scenario }: Pick<Violation, 'scenario'>): boolean {
  return scenario.tags.includes(FUZZING);
}

/** A violation and how often it was seen. */
export interface SeenViolation {
  readonly violation: Violation;
  readonly times: number;
}

/**
 * Which requests are generated depends on the seed. So what they find of one kind of deviation of a clause goes under the
 * finding of a written scenario that found the same, where there is one.
 *
 * @param violations of one clause, in one profile
 */
export function underWritten(violations: readonly SeenViolation[]): readonly SeenViolation[] {
  const written = violations.filter(({ violation }) => !isGenerated(violation));
  return violations.map((seen) => {
    if (!isGenerated(seen.violation)) return seen;
    const same = written.find(({ violation }) => violation.kind === seen.violation.kind);
    return same ? { ...seen, violation: { ...seen.violation, finding: same.violation.finding } } : seen;
  });
}
