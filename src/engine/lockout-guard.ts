import { NotChecked } from '../errors/not-checked.js';

/** What a login led to, as far as the budget is concerned. */
export interface LoginOutcome {
  readonly accepted: boolean;
}

/** What a sequence of logins led to; `accepted` is said of the last. */
export interface SequenceOutcome extends LoginOutcome {
  /** How many of its logins may count as failed; default: the whole budget. */
  readonly failed?: number;
}

/** Why nothing is sent to an account any more. */
export interface Lockout {
  /** One phrase without a full stop. */
  readonly reason: string;
  /** Where it was found out. */
  readonly profile: string;
  /** It came within the budget, which violates the clause on logins after refusals. */
  readonly isWithinBudget: boolean;
}

/**
 * The failed logins of one real account: one after another, and never more than `max` in a row without a
 * good login between, so that no target that counts failures in a row locks it.
 */
export class LockoutGuard {
  readonly #max: number;
  #failures = 0;
  /** Those of them that were not meant to succeed: what lies within the budget. */
  #meant = 0;
  /** All of the run that were not meant to succeed. */
  #total = 0;
  #hasLoggedIn = false;
  #lockout: Lockout | null = null;
  #tail: Promise<unknown> = Promise.resolve();

  /** @param max failed logins in a row, `--max-failed-logins` */
  constructor(max: number) {
    this.#max = max;
  }

  /** Why nothing is sent to the account any more; `null`: it is not locked, as far as is known. */
  get lockout(): Lockout | null {
    return this.#lockout;
  }

  /** Whether it may have been locked since: it has logged in, and failed logins came after that. */
  get mayBeLocked(): boolean {
    return this.#hasLoggedIn && this.#total > 0;
  }

  /**
   * Runs `login` when its turn comes.
   * @param restore logs in with right credentials and says whether that worked; `null`: the account has none
   *   that work (a blocked company), so its budget is spent once
   * @throws {NotChecked} when the budget is spent and cannot be restored, or the account is locked
   */
  async runFailing<T extends LoginOutcome>(
    login: () => Promise<T>,
    restore: (() => Promise<boolean>) | null,
  ): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#failures >= this.#max) await this.#restore(restore);
      // Counted before it is sent: whatever becomes of it, the target may have counted it too.
      this.#failures += 1;
      this.#meant += 1;
      this.#total += 1;
      const outcome = await login();
      if (outcome.accepted) this.#reset();
      return outcome;
    });
  }

  /** Counts a failed login that was not sent in a turn, because it was meant to succeed. */
  countFailure(): void {
    this.#failures += 1;
  }

  /** Takes note of a good login, in whosever turn. */
  noteGoodLogin(): void {
    this.#hasLoggedIn = true;
  }

  /** Runs a sequence of logins when its turn comes, with no failed login before it. */
  async runReserved<T extends SequenceOutcome>(
    work: () => Promise<T>,
    restore: () => Promise<boolean>,
  ): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#failures > 0) await this.#restore(restore);
      this.#failures = this.#max;
      const outcome = await work();
      const { failed = this.#max } = outcome;
      this.#meant = failed;
      this.#total += failed;
      if (outcome.accepted) this.#reset();
      return outcome;
    });
  }

  /**
   * Sends logins that are meant to succeed when their turn comes: as many at once as may still fail in a row.
   * @throws {NotChecked} as {@link runFailing}
   */
  async runBatch<T extends LoginOutcome>(
    logins: readonly (() => Promise<T>)[],
    restore: () => Promise<boolean>,
  ): Promise<readonly T[]> {
    return this.#inTurn(async () => {
      const outcomes: T[] = [];
      while (outcomes.length < logins.length) {
        if (this.#failures >= this.#max) await this.#restore(restore);
        const before = this.#failures;
        const some = logins.slice(outcomes.length, outcomes.length + Math.max(1, this.#max - before));
        this.#failures += some.length;
        const came = await Promise.all(some.map((login) => login()));
        const refused = came.filter(({ accepted }) => !accepted).length;
        // Which of them the target saw last is not known.
        this.#failures = refused === 0 ? 0 : before + refused;
        outcomes.push(...came);
      }
      return outcomes;
    });
  }

  /**
   * Makes sure that the account still logs in, so that an answer to one of its logins says something about that login.
   * @throws {NotChecked} when it does not
   */
  async confirm(restore: () => Promise<boolean>): Promise<void> {
    await this.#inTurn(() => this.#restore(restore));
  }

  /**
   * The account does not log in any more.
   * @param fixture which of the fixtures it is
   * @param profile where that was found out
   * @param survived how many wrong passwords in a row an account is known to survive; `undefined`: nobody tried
   */
  lock(fixture: string, profile: string, survived: number | undefined): Lockout {
    const [inARow, total, max] = [this.#meant, this.#total, this.#max];
    const isWithinBudget = inARow <= max && (total <= max || inARow > (survived ?? max));
    const after = isWithinBudget
      ? `after ${plural(inARow)} in a row, which --max-failed-logins=${max} allows for`
      : `after ${plural(total)} in this run, although good logins came between them: it may count them all, see --max-failed-logins`;
    this.#lockout ??= { reason: `the account of ${fixture} seems locked ${after}`, profile, isWithinBudget };
    return this.#lockout;
  }

  /** Leaves the account with a good login as its last, if it has failed ones after that. */
  async drain(restore: () => Promise<boolean>): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#failures > 0) await this.#restore(restore);
    }).catch(ignoreNotChecked);
  }

  async #restore(restore: (() => Promise<boolean>) | null): Promise<void> {
    if (!restore) {
      throw new NotChecked(
        'precondition',
        `the account's budget of ${this.#max} failed logins is spent and no good login can restore it`,
      );
    }
    if (!(await restore())) {
      const otherwise = 'the account does not log in any more after its failed logins';
      throw new NotChecked('precondition', this.#lockout?.reason ?? otherwise);
    }
    this.#reset();
  }

  #reset(): void {
    this.#failures = 0;
    this.#meant = 0;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(() => {
      if (this.#lockout) throw new NotChecked('precondition', this.#lockout.reason);
      return work();
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }
}

function plural(count: number): string {
  return count === 1 ? 'one failed login' : `${count} failed logins`;
}

function ignoreNotChecked(error: unknown): void {
  if (!(error instanceof NotChecked)) throw error;
}
