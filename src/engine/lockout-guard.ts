import { NotChecked } from '../errors/not-checked.js';

/** What a login led to, as far as the budget is concerned. */
export interface LoginOutcome {
  readonly accepted: boolean;
}

/**
 * The failed logins of one real account: one after another, and never more than `max` in a row without a
 * good login between, so that no target that counts failures locks it.
 */
export class LockoutGuard {
  readonly #max: number;
  #failures = 0;
  #tail: Promise<unknown> = Promise.resolve();

  /** @param max failed logins in a row, `--max-failed-logins` */
  constructor(max: number) {
    this.#max = max;
  }

  /**
   * Runs `login` when its turn comes.
   * @param restore logs in with right credentials and returns whether that worked; `null`: the account has none
   *   that work (a blocked company), so its budget is spent once
   * @throws {NotChecked} when the budget is spent and cannot be restored
   */
  async runFailing<T extends LoginOutcome>(
    login: () => Promise<T>,
    restore: (() => Promise<boolean>) | null,
  ): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#failures >= this.#max) await this.#restore(restore);
      // Counted before it is sent: whatever becomes of it, the target may have counted it too.
      this.#failures += 1;
      const outcome = await login();
      if (outcome.accepted) this.#failures = 0;
      return outcome;
    });
  }

  /** Counts a failed login that was not sent in a turn, because it was meant to succeed. */
  countFailure(): void {
    this.#failures += 1;
  }

  /** Runs a sequence of logins when its turn comes; the account has no failed login when it begins. */
  async runReserved<T extends LoginOutcome>(
    work: () => Promise<T>,
    restore: () => Promise<boolean>,
  ): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#failures > 0) await this.#restore(restore);
      this.#failures = this.#max;
      const outcome = await work();
      if (outcome.accepted) this.#failures = 0;
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

  /** Makes a good login the last of the account, if the last ones failed. */
  async drain(restore: () => Promise<boolean>): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#failures > 0) await this.#restore(restore).catch(ignoreNotChecked);
    });
  }

  async #restore(restore: (() => Promise<boolean>) | null): Promise<void> {
    if (!restore) {
      throw new NotChecked(
        'precondition',
        `the account's budget of ${this.#max} failed logins is spent and no good login can restore it`,
      );
    }
    if (!(await restore())) {
      throw new NotChecked('precondition', 'the account does not log in any more after its failed logins');
    }
    this.#failures = 0;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    return turn;
  }
}

function ignoreNotChecked(error: unknown): void {
  if (!(error instanceof NotChecked)) throw error;
}
