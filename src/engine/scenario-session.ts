import { NotChecked } from '../errors/not-checked.js';
import { countsTowardLockout } from '../http/counted-login.js';
import type { OutgoingRequest } from '../http/exchange.js';
import type { EvaluatedExchange, TestUser } from '../profiles/profile.js';
import type { Check, ScenarioRef, Violation } from '../verdict/check.js';
import type { Level } from '../verdict/clause.js';
import { sinceOf, sinceOfCheck, sinceOfScenario } from '../verdict/edition.js';
import { counts } from '../verdict/gating.js';
import { withGatewayHint } from './gateway-hint.js';
import { mentionsLock } from './locked-account.js';
import { replayCommand } from './replay-command.js';
import type { RunContext } from './run-context.js';
import type { OpenProfile } from './test-users.js';
import { isUnavailable } from './throttling.js';
import { ViolationError } from './violation-error.js';

/**
 * What one scenario sends, and what is found in the answers: every exchange goes through the universal checks, every
 * check into the ledger. A violation that decides the verdict is thrown; any other is kept in `nonGating`.
 */
export class ScenarioSession {
  readonly ref: ScenarioRef;
  readonly open: OpenProfile;
  /** Every answer so far. */
  readonly answers: EvaluatedExchange[] = [];
  /** Violations of the scenario's own clauses that are not gating: waived, or SHOULD without `--strict`. */
  readonly nonGating: Violation[] = [];
  readonly #run: RunContext;
  readonly #checks: { readonly check: Check; readonly violation: Violation | undefined }[] = [];
  readonly #universal: Violation[] = [];
  readonly #keepsAnswers: boolean;
  readonly #place: string;

  /**
   * @param keepsAnswers whether answers are kept for the scenario's own questions: not so where there are thousands
   * @param place as the ids of its findings name it
   */
  constructor(
    run: RunContext,
    scenario: ScenarioRef,
    open: OpenProfile,
    { keepsAnswers = true, place = scenario.name } = {},
  ) {
    this.#run = run;
    this.#keepsAnswers = keepsAnswers;
    this.#place = place;
    this.ref = scenario;
    this.open = open;
  }

  /**
   * Sends a request; where it may add to an account's failed logins, in that account's turn.
   * @throws {NotChecked} as {@link TargetSession.send}, and when the account turns out to be locked
   */
  async send(plain: OutgoingRequest, testUser?: TestUser): Promise<EvaluatedExchange> {
    const { session } = this.#run;
    const request = { ...plain, scenario: this.ref.name };
    const account = request.facts?.account ?? null;
    if (account === null || !countsTowardLockout(request)) {
      const evaluated = await session.send(request);
      if (account !== null && !evaluated.isAccepted) {
        session.countFailure(account);
        if (testUser?.canLogIn) await this.#confirmUnlocked(testUser);
      }
      return this.#observeSent(evaluated, evaluated.universalChecks());
    }
    const restore = testUser?.canLogIn ? () => this.resetWithGoodLogin(testUser) : null;
    const evaluated = await session.runFailing(account, async () => request, restore);
    const checks = evaluated.universalChecks();
    if (testUser?.canLogIn) await this.#confirmOrdinary(evaluated, checks, testUser);
    return this.#observeSent(evaluated, checks);
  }

  /**
   * Adds an answer to the scenario. One by 502, 503 or 504 violates the clause on crashes, and says nothing else.
   * @throws {ViolationError} for such an answer, when the violation counts
   * @throws {NotChecked} for such an answer, when it does not
   */
  #observeSent(evaluated: EvaluatedExchange, checks: readonly Check[]): EvaluatedExchange {
    const { answer } = evaluated.exchange;
    const { crash } = this.open.profile.roles;
    const crashes = checks.filter(({ clause, held }) => clause === crash && !held);
    if (!answer || !isUnavailable(answer) || crashes.length === 0) return this.observe(evaluated, { checks });
    this.observe(evaluated, { checks: crashes });
    this.finish();
    throw new NotChecked('precondition', `HTTP ${answer.status} says nothing else (see ${crash})`);
  }

  /**
   * Sends logins of one account one after another, with nothing else under way and no failed login before them.
   * @returns the answer to the last
   * @throws {NotChecked} as {@link send}
   */
  async sendInARow(testUser: TestUser, requests: readonly OutgoingRequest[]): Promise<EvaluatedExchange> {
    const { session } = this.#run;
    const { account } = testUser;
    const answers: EvaluatedExchange[] = [];
    const { last } = await session.runReserved(
      account,
      () => this.resetWithGoodLogin(testUser),
      async (inner) => {
        for (const request of requests)
          answers.push(await inner.send({ ...request, scenario: this.ref.name }));
        return {
          last: answers.at(-1),
          accepted: answers.at(-1)?.isAccepted === true,
          failed: requests.filter(countsTowardLockout).length,
        };
      },
    );
    if (!last) throw new Error('nothing was sent');
    const isMeantToSucceed = last.exchange.request.facts?.valid === true;
    if (isMeantToSucceed !== last.isAccepted) await this.#confirmUnlocked(testUser);
    for (const answer of answers) this.observe(answer);
    return last;
  }

  /**
   * Sends logins that are meant to succeed at the same time, and nothing else.
   * @param testUsers who make them, in the order of the logins
   * @throws {NotChecked} as {@link send}
   */
  async sendTogether(
    testUsers: readonly TestUser[],
    requests: readonly OutgoingRequest[],
  ): Promise<readonly EvaluatedExchange[]> {
    const { session } = this.#run;
    const answers = await session.sendTogether(requests);
    const refused = new Map<string, TestUser>();
    for (const [at, { isAccepted }] of answers.entries()) {
      const testUser = testUsers[at];
      if (isAccepted || !testUser) continue;
      session.countFailure(testUser.account);
      refused.set(testUser.account, testUser);
    }
    for (const testUser of refused.values()) await this.#confirmUnlocked(testUser);
    return answers.map((answer) => this.observe(answer));
  }

  /**
   * A refusal that breaks something, or does not look like others, may be that of a locked account.
   * @throws {NotChecked} when it is
   */
  async #confirmOrdinary(
    { exchange, isAccepted, code }: EvaluatedExchange,
    checks: readonly Check[],
    testUser: TestUser,
  ): Promise<void> {
    const { session } = this.#run;
    if (isAccepted || !session.mayBeLocked(testUser.account)) return;
    const { request, answer } = exchange;
    const isBroken = checks.some(({ held, level }) => !held && level === 'MUST');
    const isWrong = request.facts?.wrongCredentials === true;
    const isMentioned = answer !== null && mentionsLock(answer);
    if (!isBroken && !isWrong && !isMentioned) return;
    const look = [request.profile, isWrong, isBroken, isMentioned, answer?.status, code].join(' ');
    if (session.ordinaryRefusals.has(look)) return;
    await this.#confirmUnlocked(testUser);
    session.ordinaryRefusals.add(look);
  }

  /**
   * Makes sure that an account which has logged in before still does, so that a refusal says something about what it
   * was sent.
   * @throws {ViolationError} when it is locked, and the clause on logins after refusals is violated by that
   * @throws {NotChecked} when it is locked otherwise
   */
  async #confirmUnlocked(testUser: TestUser): Promise<void> {
    const { session } = this.#run;
    if (!session.mayBeLocked(testUser.account)) return;
    try {
      await session.confirm(testUser.account, () => this.resetWithGoodLogin(testUser));
    } catch (error) {
      this.finish();
      throw error;
    }
  }

  /**
   * Sends a login that is not meant to succeed, unless another scenario of the run has sent the same: every
   * such login adds to an account's failed ones, and several clauses look at the same answer.
   * @param phrase names the login within its profile
   */
  async sendShared(phrase: string, request: OutgoingRequest, testUser: TestUser): Promise<EvaluatedExchange> {
    if (request.facts?.valid !== false) return this.send(request, testUser);
    const key = `${this.open.profile.name} ${phrase}`;
    const known = this.#run.shared.get(key);
    if (known) return this.observe(this.#run.session.evaluate(await known));
    const sent = this.send(request, testUser);
    // Only the exchange is kept until the end of the run: what was read from it would take many times its size.
    const kept = sent.then(({ exchange }) => exchange);
    kept.catch(() => {});
    this.#run.shared.set(key, kept);
    return sent;
  }

  /**
   * Adds an answer to the scenario and records its universal checks in the ledger.
   * @param place of what they find: that request, whichever scenario sends it
   * @param checks the universal checks, where they were made before
   */
  observe(
    evaluated: EvaluatedExchange,
    { place = evaluated.exchange.request.label, checks = evaluated.universalChecks() } = {},
  ): EvaluatedExchange {
    const { facts } = evaluated.exchange.request;
    if (evaluated.isAccepted && facts?.valid && facts.account !== null)
      this.#run.session.noteGoodLogin(facts.account);
    if (this.#keepsAnswers) this.answers.push(evaluated);
    const { distinctTokens } = this.open.profile.roles;
    const ownToken = this.#run.tokens.check(distinctTokens, evaluated);
    for (const check of [...checks, ...(ownToken ? [ownToken] : [])]) {
      const [violation] = this.#record([check], [evaluated], place);
      if (this.#keepsAnswers) this.#checks.push({ check, violation });
      if (violation && this.#isGating(violation)) this.#universal.push(violation);
    }
    return evaluated;
  }

  /**
   * Logs a user in with the right credentials after failed logins: between them, and at the end. An account whose good
   * login is refused twice in a row is locked, and left alone from then on.
   * @returns whether that worked
   */
  async resetWithGoodLogin(testUser: TestUser): Promise<boolean> {
    const { session, users } = this.#run;
    const first = await session.send(await testUser.plain());
    if (first.isAccepted || !session.mayBeLocked(testUser.account)) {
      this.observe(first);
      this.#recordGoodLogin(first);
      return first.isAccepted;
    }
    const plain = await testUser.plain();
    // With nothing else under way, which it might be refused for.
    const second = await session.exclusive((inner) => inner.send(plain));
    if (second.isAccepted) {
      this.observe(first);
      this.#recordGoodLogin(first);
      this.observe(second);
      return true;
    }
    const { reason, isWithinBudget } = session.lock(testUser, this.open.profile.name);
    users.markLocked(testUser, reason);
    if (isWithinBudget) this.#recordGoodLogin(second, reason);
    return false;
  }

  #recordGoodLogin(evaluated: EvaluatedExchange, reason = ''): void {
    const check = evaluated.checkAccepted(this.open.profile.roles.loginAfterRefusals, 'MUST');
    const explained =
      check.held || reason === '' ? check : { ...check, actual: `${check.actual}: ${reason}` };
    const [violation] = this.#record([explained], [evaluated], evaluated.exchange.request.label);
    if (violation && this.#isGating(violation)) this.#universal.push(violation);
  }

  /**
   * The clause asks for a login to be accepted. Where it was refused, a plain login and the same login again show
   * whether the refusal is due to what the clause is about, or to earlier requests.
   * @throws {NotChecked} when it was due to something else
   * @throws {ViolationError} when the clause is violated and counts
   */
  async expectAccepted(
    clause: string,
    level: Level,
    evaluated: EvaluatedExchange,
    testUser: TestUser,
  ): Promise<void> {
    if (evaluated.isAccepted || clause === this.open.profile.roles.goodLogin) {
      this.check([evaluated.checkAccepted(clause, level)], [evaluated]);
      return;
    }
    const plain = await this.resetWithGoodLogin(testUser);
    if (!plain) throw new NotChecked('precondition', 'the plain login is not accepted any more');
    const again = await this.send(evaluated.exchange.request, testUser);
    if (!again.isAccepted) {
      this.check([again.checkAccepted(clause, level)], [again]);
      return;
    }
    const { loginAfterRefusals } = this.open.profile.roles;
    this.check([evaluated.checkAccepted(loginAfterRefusals, 'MUST')], [evaluated]);
  }

  /**
   * Records checks of the scenario's own clauses.
   * @throws {ViolationError} for the first violation that counts
   */
  check(checks: readonly Check[], evaluated: readonly EvaluatedExchange[] = this.answers): void {
    const violations = this.#record(checks.map(this.#ofScenario), evaluated);
    const counting = violations.find((violation) => this.#isGating(violation));
    if (counting) throw this.errorOf(counting);
    this.nonGating.push(...violations);
  }

  /** Records checks in passing: a violation that counts fails the scenario at its end, as a universal one does. */
  record(checks: readonly Check[], evaluated: readonly EvaluatedExchange[]): void {
    for (const violation of this.#record(checks, evaluated)) {
      if (this.#isGating(violation)) this.#universal.push(violation);
      else if (violation.level === 'MUST') this.nonGating.push(violation);
    }
  }

  /**
   * Asserts what the universal checks of this scenario's exchanges found about a clause.
   * @throws {NotChecked} when there was nothing to judge
   * @throws {ViolationError} when it was violated and counts
   */
  holds(clause: string, level: Level): void {
    const since = sinceOfScenario(this.ref);
    const looked = this.#checks.filter(
      ({ check }) =>
        check.clause === clause &&
        check.level === level &&
        (since === undefined || sinceOfCheck(check, this.open.profile.clauses) === since),
    );
    if (looked.length === 0) {
      throw new NotChecked('precondition', `no response allowed ${clause} to be evaluated`);
    }
    const violation = looked.find((one) => one.violation)?.violation;
    if (!violation) return;
    if (this.#isGating(violation)) throw this.errorOf(violation);
    this.nonGating.push(violation);
  }

  /**
   * The end of the scenario: what the universal checks found fails it too.
   * @throws {ViolationError} for the first universal violation that counts
   */
  finish(): void {
    const [violation] = this.#universal;
    if (violation) throw this.errorOf(violation);
  }

  /** Drops references to answers: a World that cucumber keeps must not retain them. */
  dropAnswers(): void {
    this.answers.length = 0;
    this.#checks.length = 0;
  }

  /** A check of the scenario's own clauses is about the entry that its tags name. */
  readonly #ofScenario = (check: Check): Check => {
    const since = sinceOfScenario(this.ref);
    if (since === undefined || check.since || !this.ref.tags.includes(`@${check.clause}`)) return check;
    return { ...check, since };
  };

  /** @throws {Error} for a check that no verdict would show: a fault of the profile */
  #record(
    checks: readonly Check[],
    evaluated: readonly EvaluatedExchange[],
    place = this.#place,
  ): readonly Violation[] {
    const { name, clauses } = this.open.profile;
    for (const { clause, level, held, kind } of checks) {
      const isOwn = clauses.some((own) => own.id === clause && own.level === level);
      if (!isOwn) throw new Error(`${name} checks ${clause} as a ${level}, which is not one of its clauses`);
      if (!held && !kind) throw new Error(`${name} finds ${clause} violated, and names no kind of deviation`);
    }
    return this.#run.ledger.record(
      this.open.profile.name,
      this.ref,
      evaluated.map(({ exchange }) => exchange),
      withGatewayHint(checks, evaluated),
      place,
    );
  }

  #isGating(violation: Violation): boolean {
    const { config, waivers } = this.#run;
    const measure = { strict: config.strict, edition: { name: config.edition } };
    return counts(violation, measure) && !waivers.accept(violation);
  }

  /** A violation as the error that fails a step. */
  errorOf(violation: Violation): ViolationError {
    const { clause, level, since } = violation;
    const entry = this.open.profile.clauses.find(
      (each) => each.id === clause && each.level === level && sinceOf(each) === since,
    );
    return new ViolationError(violation, entry?.statement ?? '', replayCommand(this.#run.config, violation));
  }
}
