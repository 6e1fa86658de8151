import type { Waiver } from '../config/run-config.js';
import type { Violation } from './check.js';
import type { Clause, Level } from './clause.js';
import { type Edition, sinceOf } from './edition.js';
import { isGenerated } from './finding.js';
import type { ClauseRecord } from './ledger.js';
import type { WaiverVerdict } from './verdict.js';

/** What was found about an entry of a profile. */
export type RecordOf = (profile: string, clause: string, level: Level, since: Edition) => ClauseRecord;

/** The waivers of one run: whether each holds is decided once, by the day on which the run began. */
export class Waivers {
  readonly #waivers: readonly Waiver[];
  /** `yyyy-MM-dd`, UTC. */
  readonly #today: string;

  /** @param now when the run began */
  constructor(waivers: readonly Waiver[], now: Date) {
    this.#waivers = waivers;
    this.#today = now.toISOString().slice(0, 10);
  }

  /** Whether a violation is accepted: by a waiver of its clause, or of the one that it is an instance of. */
  accept(violation: Violation): boolean {
    return this.#waivers.some((waiver) => covers(waiver, violation) && !this.#hasExpired(waiver));
  }

  /**
   * What became of each waiver.
   * @param served the profiles of the run with their clauses
   */
  verdicts(
    served: readonly { readonly name: string; readonly clauses: readonly Clause[] }[],
    recordOf: RecordOf,
  ): readonly WaiverVerdict[] {
    return this.#waivers.map((waiver) => {
      const records = served.flatMap(({ name, clauses }) =>
        clauses
          .filter(({ id, level }) => id === waiver.clause && (waiver.level ?? level) === level)
          .filter(() => (waiver.profile ?? name) === name)
          .map((entry) => recordOf(name, entry.id, entry.level, sinceOf(entry))),
      );
      const { level: _, ...shown } = waiver;
      return { ...shown, status: this.#statusOf(waiver, records) };
    });
  }

  #statusOf(waiver: Waiver, records: readonly ClauseRecord[]): WaiverVerdict['status'] {
    if (this.#hasExpired(waiver)) return 'expired';
    if (records.some(({ violations }) => violations.some(({ violation }) => covers(waiver, violation)))) {
      return 'applied';
    }
    return records.some(({ checks }) => checks > 0) ? 'not-needed' : 'unused';
  }

  /** The last day of a waiver counts as a whole. */
  #hasExpired({ until }: Waiver): boolean {
    return until < this.#today;
  }
}

/** Whether a waiver is about a violation, expired or not. */
function covers(waiver: Waiver, violation: Violation): boolean {
  const { clause, instanceOf, level, profile } = violation;
  return (
    (waiver.clause === clause || waiver.clause === instanceOf) &&
    (waiver.level ?? level) === level &&
    (waiver.profile ?? profile) === profile &&
    (waiver.finding === undefined || isOfFinding(waiver.finding, violation))
  );
}

/**
 * Whether it is that finding, or the same kind of deviation found by generated requests: which of those are sent depends
 * on the seed, and a waiver must not.
 */
function isOfFinding(finding: string, violation: Violation): boolean {
  return finding === violation.finding || (isGenerated(violation) && finding.endsWith(`.${violation.kind}`));
}
