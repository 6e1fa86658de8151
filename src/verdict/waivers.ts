import type { Waiver } from '../config/run-config.js';
import type { Clause, Level } from './clause.js';
import type { ClauseRecord } from './ledger.js';
import type { WaiverVerdict } from './verdict.js';

/** What was found about an entry of a profile. */
export type RecordOf = (profile: string, clause: string, level: Level) => ClauseRecord;

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

  /**
   * Whether a violation is accepted.
   * @param clauses its own, and the one that it is an instance of, if any
   */
  accept(level: Level, ...clauses: readonly (string | undefined)[]): boolean {
    return this.#waivers.some(
      (waiver) =>
        clauses.includes(waiver.clause) && (waiver.level ?? level) === level && !this.#hasExpired(waiver),
    );
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
          .map(({ id, level }) => recordOf(name, id, level)),
      );
      const { clause, reason, until, ticket } = waiver;
      return {
        ...{ clause, reason, until, ...(ticket === undefined ? {} : { ticket }) },
        status: this.#statusOf(waiver, records),
      };
    });
  }

  #statusOf(waiver: Waiver, records: readonly ClauseRecord[]): WaiverVerdict['status'] {
    if (this.#hasExpired(waiver)) return 'expired';
    if (records.some(({ violations }) => violations.length > 0)) return 'applied';
    return records.some(({ checks }) => checks > 0) ? 'not-needed' : 'unused';
  }

  /** The last day of a waiver counts as a whole. */
  #hasExpired({ until }: Waiver): boolean {
    return until < this.#today;
  }
}
