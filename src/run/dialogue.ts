import type { Level } from '../contract/clause.js';
import type { ProfileName } from '../contract/profile.js';
import { isCountedLogin } from '../exchange/counted-login.js';
import type { OutgoingRequest } from '../exchange/exchange.js';
import type { Check, ScenarioRef, Violation } from '../verify/finding.js';
import type { Judged } from '../verify/judged.js';
import type { Caller } from './caller.js';
import { baselineClause } from './callers.js';
import type { Courier } from './courier.js';
import { NotChecked } from './not-checked.js';
import { replayCommand } from './replay.js';
import type { RunContext } from './run-context.js';
import { universalChecks } from './universal-checks.js';
import { ViolationError } from './violation-error.js';
import { isWaived } from './waivers.js';

/**
 * What one scenario says to the target, and what is found of it: every exchange goes through the universal
 * checks, every check into the ledger. A violation that counts is thrown; one that does not is kept in
 * `uncounted`.
 */
export class Dialogue {
  readonly scenario: ScenarioRef;
  readonly profile: ProfileName;
  /** Everything said so far, in the order of the answers. */
  readonly said: Judged[] = [];
  /** Violations of the scenario's own clauses that do not count: waived, or SHOULD without `--strict`. */
  readonly uncounted: Violation[] = [];
  readonly #run: RunContext;
  readonly #checks: { readonly check: Check; readonly violation: Violation | undefined }[] = [];
  readonly #universal: Violation[] = [];
  readonly #keeps: boolean;

  /** @param keeps whether answers are kept for the scenario's own questions: not so where there are thousands */
  constructor(run: RunContext, scenario: ScenarioRef, profile: ProfileName, { keeps = true } = {}) {
    this.#run = run;
    this.#keeps = keeps;
    this.scenario = scenario;
    this.profile = profile;
  }

  /** Sends a request; where it may add to an account's failed logins, in that account's turn. */
  async send(plain: OutgoingRequest, caller?: Caller): Promise<Judged> {
    const { courier } = this.#run;
    const request = { ...plain, scenario: this.scenario.name };
    const account = request.facts?.account ?? null;
    if (account === null || !isCountedLogin(request)) {
      const judged = this.note(await courier.send(request));
      if (account !== null && !judged.isAccepted) courier.countFailure(account);
      return judged;
    }
    const restore = caller?.canLogIn ? () => this.restore(caller) : null;
    return this.note(await courier.spend(account, async () => request, restore));
  }

  /**
   * Sends a login that is not meant to succeed, unless another scenario of the run has sent the same: every
   * such login adds to an account's failed ones, and several clauses look at the same answer.
   * @param phrase names the login within its profile
   */
  async sendShared(phrase: string, request: OutgoingRequest, caller: Caller): Promise<Judged> {
    if (request.facts?.valid !== false) return this.send(request, caller);
    const key = `${this.profile} ${phrase}`;
    const known = this.#run.shared.get(key);
    if (known) return this.note(this.#run.courier.reread(await known));
    const sent = this.send(request, caller);
    // Until the end of the run: what was read of it would take many times its size.
    const kept = sent.then(({ exchange }) => exchange);
    kept.catch(() => {});
    this.#run.shared.set(key, kept);
    return sent;
  }

  /** Takes an answer into the scenario: its universal checks go into the ledger. */
  note(judged: Judged): Judged {
    if (this.#keeps) this.said.push(judged);
    for (const check of universalChecks(judged)) {
      const [violation] = this.#record([check], [judged]);
      if (this.#keeps) this.#checks.push({ check, violation });
      if (violation && this.#counts(violation)) this.#universal.push(violation);
    }
    return judged;
  }

  /**
   * Logs a caller in with right credentials after failed logins (ES-30): between them, and at the end.
   * @returns whether that worked
   */
  async restore(caller: Caller, courier: Courier = this.#run.courier): Promise<boolean> {
    const judged = this.note(await courier.send(await caller.plain()));
    const clause = caller.profile === 'ckstack-token' ? 'CK-01' : 'ES-30';
    const [violation] = this.#record([judged.accepted(clause, 'MUST')], [judged]);
    if (violation && this.#counts(violation)) this.#universal.push(violation);
    return judged.isAccepted;
  }

  /**
   * The clause wants a login accepted. Where it was refused, a plain login and the same once more tell whether
   * the refusal is due to what the clause speaks of, or to what went before (ES-30).
   * @throws {NotChecked} when it was due to something else
   * @throws {ViolationError} when the clause is violated and counts
   */
  async expectAccepted(clause: string, level: Level, judged: Judged, caller: Caller): Promise<void> {
    if (judged.isAccepted || clause === baselineClause(this.profile)) {
      this.check([judged.accepted(clause, level)], [judged]);
      return;
    }
    const plain = await this.restore(caller);
    if (!plain) throw new NotChecked('precondition', 'the plain login is not accepted any more');
    const again = await this.send(judged.exchange.request, caller);
    if (!again.isAccepted) {
      this.check([again.accepted(clause, level)], [again]);
      return;
    }
    const earlier = this.profile === 'ckstack-token' ? 'CK-01' : 'ES-30';
    this.check([judged.accepted(earlier, 'MUST')], [judged]);
  }

  /**
   * Records checks of the scenario's own clauses.
   * @throws {ViolationError} for the first violation that counts
   */
  check(checks: readonly Check[], judged: readonly Judged[] = this.said): void {
    const violations = this.#record(checks, judged);
    const counting = violations.find((violation) => this.#counts(violation));
    if (counting) throw this.#error(counting);
    this.uncounted.push(...violations);
  }

  /** Records checks in passing: a violation that counts fails the scenario at its end, as a universal one does. */
  record(checks: readonly Check[], judged: readonly Judged[]): void {
    for (const violation of this.#record(checks, judged)) {
      if (this.#counts(violation)) this.#universal.push(violation);
      else if (violation.level === 'MUST') this.uncounted.push(violation);
    }
  }

  /**
   * Says what the universal checks of this scenario's exchanges found about a clause.
   * @throws {NotChecked} when there was nothing to judge
   * @throws {ViolationError} when it was violated and counts
   */
  holds(clause: string, level: Level): void {
    const looked = this.#checks.filter(({ check }) => check.clause === clause && check.level === level);
    if (looked.length === 0) {
      throw new NotChecked(
        'precondition',
        `there was nothing to judge ${clause} by in the answers that came`,
      );
    }
    const violation = looked.find((one) => one.violation)?.violation;
    if (!violation) return;
    if (this.#counts(violation)) throw this.#error(violation);
    this.uncounted.push(violation);
  }

  /**
   * The end of the scenario: what the universal checks found fails it too.
   * @throws {ViolationError} for the first universal violation that counts
   */
  finish(): void {
    const [violation] = this.#universal;
    if (violation) throw this.#error(violation);
  }

  /** Lets go of every answer: what waits for one of them elsewhere may keep the scenario in memory. */
  forget(): void {
    this.said.length = 0;
    this.#checks.length = 0;
  }

  #record(checks: readonly Check[], judged: readonly Judged[]): readonly Violation[] {
    return this.#run.ledger.record(
      this.profile,
      this.scenario,
      judged.map(({ exchange }) => exchange),
      checks,
    );
  }

  #counts({ clause, level, instanceOf }: Violation): boolean {
    const { strict, waivers } = this.#run.config;
    const waived = [clause, instanceOf].some((id) => id !== undefined && isWaived(waivers, id, level));
    return (level === 'MUST' || strict) && !waived;
  }

  #error(violation: Violation): ViolationError {
    return new ViolationError(violation, replayCommand(this.#run.config, violation));
  }
}
