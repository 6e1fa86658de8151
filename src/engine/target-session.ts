import { setTimeout as sleep } from 'node:timers/promises';
import { NotChecked } from '../errors/not-checked.js';
import { countsTowardLockout } from '../http/counted-login.js';
import type { Exchange, OutgoingRequest } from '../http/exchange.js';
import type { Sender } from '../http/request-queue.js';
import type { EvaluatedExchange, TestUser } from '../profiles/profile.js';
import { type Lockout, LockoutGuard, type LoginOutcome, type SequenceOutcome } from './lockout-guard.js';
import { SessionState } from './session-state.js';
import { isBusy, isUnavailable, throttlingOf, unavailabilityOf, whetherBusy } from './throttling.js';
import { deservesAnother, hasNoAnswer, hasNoConnection } from './unanswered.js';

/** A target that is restarted after a crash gets these waits to come back. */
const RECONNECT_WAITS_MS = [200, 500, 1000, 2000];
/** How often one login that counts as failed is sent while the target is rate-limiting. */
const MAX_SENDINGS = 3;
/** So many requests that hang are repeated with nothing else under way; after that it would only take hours. */
const MAX_HANGING_ALONE = 5;
const SENT_AGAIN = { evaluated: null, accepted: false } as const;

/** Runs some work when there is room for it. */
export type Within = <T>(work: () => Promise<T>) => Promise<T>;

/** Reads an exchange by the rules of its profile. */
export type Evaluate = (exchange: Exchange) => EvaluatedExchange;

/** A plain good login of a profile; `undefined`: the fixtures give none. */
type GoodLogin = (profile: string) => Promise<OutgoingRequest | undefined>;

/** What a session sends by. */
export interface SessionSetting {
  readonly client: Sender;
  readonly evaluate: Evaluate;
  readonly goodLogin: GoodLogin;
  readonly maxFailedLogins: number;
  /** Pauses before each further try to connect; none for a first contact. */
  readonly reconnectWaits?: readonly number[];
}

/** Sends every request of a run; enforces reconnects, throttling and the failed-login budget. */
export class TargetSession {
  readonly #setting: SessionSetting;
  readonly #state: SessionState;
  /** One good login by account, for the end of the run. */
  readonly #settlers = new Map<string, () => Promise<boolean>>();

  /** @param state of the session that this one is inside of */
  constructor(setting: SessionSetting, state = new SessionState()) {
    this.#setting = setting;
    this.#state = state;
  }

  /** Why the run was cut off; `null`: it was not. */
  get cutOff(): string | null {
    return this.#state.cutOff;
  }

  /** Whether the target throttled any request away. */
  get throttled(): boolean {
    return this.#state.throttled;
  }

  /** Why no verdict can rest on this run, although it went on; one phrase each. */
  get obstacles(): readonly string[] {
    return [...this.#state.obstacles];
  }

  /** The first exchange of each request that got no answer when it was sent first, whatever its repetition got. */
  get missed(): readonly Exchange[] {
    return this.#state.missed;
  }

  /** From now on nothing is sent any more. */
  abort(reason: string): void {
    this.#state.abort(reason);
  }

  /**
   * Sends a request that adds to no account's failed logins.
   * @throws {NotChecked} when the run is cut off, the target gone, or the request throttled away
   */
  async send(request: OutgoingRequest): Promise<EvaluatedExchange> {
    return this.#judge(await this.#exchange(request));
  }

  /**
   * Sends requests at the same time, and nothing else. Where one of them gets no answer, all are sent together once
   * more, and what comes then counts (ES-25, CK-28).
   * @throws {NotChecked} as {@link send}
   */
  sendTogether(requests: readonly OutgoingRequest[]): Promise<readonly EvaluatedExchange[]> {
    return this.exclusive(async (session) => {
      const first = await session.#connectAll(requests);
      const missed = first.filter(hasNoAnswer);
      this.#state.missed.push(...missed);
      const exchanges = missed.length === 0 ? first : await session.#connectAll(requests);
      const answered = exchanges.find((exchange) => !hasNoAnswer(exchange)) ?? exchanges[0];
      if (answered) this.#state.settle(answered);
      return Promise.all(exchanges.map((exchange) => session.#judge(exchange)));
    });
  }

  #connectAll(requests: readonly OutgoingRequest[]): Promise<readonly Exchange[]> {
    return Promise.all(requests.map((request) => this.#connect(request)));
  }

  /**
   * Reads an exchange, unless its answer is not the target's to this request.
   * @throws {NotChecked} for an answer of a proxy or gateway, and when the target throttles
   */
  async #judge(exchange: Exchange): Promise<EvaluatedExchange> {
    const { answer, failure, request } = exchange;
    if (failure?.kind === 'proxy') this.#obstruct(failure.message);
    if (answer && isBusy(answer)) {
      const isTheGateways = request.facts?.mayBeBlocked === true && (await this.#isAnswered(exchange));
      if (!isTheGateways) this.#throttle(exchange);
    }
    // A crashed application after a reverse proxy looks like that; so does a target that is not there just now.
    if (answer && isUnavailable(answer) && !(await this.#isAnswered(exchange))) {
      if (answer.status === 503) this.#throttle(exchange);
      this.#obstruct(unavailabilityOf(exchange));
    }
    return this.#setting.evaluate(exchange);
  }

  #throttle(exchange: Exchange): never {
    this.#state.throttled = true;
    throw new NotChecked('throttled', throttlingOf(exchange));
  }

  #obstruct(reason: string): never {
    this.#state.obstacles.add(reason);
    throw new NotChecked('unanswered', reason);
  }

  /**
   * Whether the plain good login, sent next, gets an answer of the target's at once; where there is none, a request
   * that does nothing.
   */
  async #isAnswered({ request }: Exchange): Promise<boolean> {
    const login = await this.#setting.goodLogin(request.profile);
    const label = 'does the target answer a good login?';
    const exchange = await this.#exchange(login ? { ...login, label } : whetherBusy(request));
    const { answer, attempts } = exchange;
    if (answer === null || isBusy(answer) || isUnavailable(answer)) return false;
    const account = login?.facts?.account ?? null;
    if (account !== null && !this.evaluate(exchange).isAccepted) this.countFailure(account);
    return request.facts?.mayBeBlocked !== true || attempts === 1;
  }

  /** Judges an exchange that was made and judged before. */
  evaluate(exchange: Exchange): EvaluatedExchange {
    return this.#setting.evaluate(exchange);
  }

  /** A login meant to succeed was refused: that adds to the account's failed logins too. */
  countFailure(account: string): void {
    this.#guard(account).countFailure();
  }

  /** A good login of an account was accepted. */
  noteGoodLogin(account: string): void {
    this.#guard(account).noteGoodLogin();
  }

  /** An account of a profile logged in after so many wrong passwords in a row, before any other failed login. */
  noteSurvived(profile: string, inARow: number): void {
    this.#state.survived.set(profile, inARow);
  }

  /** Whether an account may have been locked since it logged in. */
  mayBeLocked(account: string): boolean {
    return this.#guard(account).mayBeLocked;
  }

  /** See {@link LockoutGuard.confirm}. */
  confirm(account: string, restore: () => Promise<boolean>): Promise<void> {
    return this.#guard(account).confirm(restore);
  }

  /** From now on nothing is sent to an account, whose good login was refused twice. */
  lock({ account, fixture }: TestUser, profile: string): Lockout {
    return this.#guard(account).lock(fixture, profile, this.#state.survived.get(profile));
  }

  /** Why accounts are left alone. */
  get lockouts(): readonly Lockout[] {
    return [...this.#state.guards.values()].flatMap(({ lockout }) => lockout ?? []);
  }

  /** What refusals look like that come while the account still logs in: nothing to wonder at. */
  get ordinaryRefusals(): Set<string> {
    return this.#state.ordinaryRefusals;
  }

  /**
   * Sends a request in the turn of the account it names.
   * @param restore see {@link LockoutGuard.runFailing}
   * @param within runs each sending, to limit how many there are at a time
   */
  async runFailing(
    account: string,
    request: () => Promise<OutgoingRequest>,
    restore: (() => Promise<boolean>) | null,
    within: Within = (work) => work(),
  ): Promise<EvaluatedExchange> {
    if (restore) this.#settlers.set(account, restore);
    const guard = this.#guard(account);
    let unanswered = false;
    for (let sendings = 1; ; sendings += 1) {
      // What is sent once more may be counted twice by the target: each sending has a turn of its own.
      const { evaluated } = await guard.runFailing(async () => {
        const exchange = await within(async () => {
          const plain = await request();
          if (unanswered) return this.#alone(plain);
          return this.#connect(sendings === 1 ? plain : { ...plain, alone: true });
        });
        if (exchange.retryable && sendings < MAX_SENDINGS) return SENT_AGAIN;
        if (!unanswered && deservesAnother(exchange)) {
          unanswered = true;
          this.#state.missed.push(exchange);
          return SENT_AGAIN;
        }
        return this.#outcome({ ...exchange, attempts: sendings });
      }, restore);
      if (evaluated) return evaluated;
    }
  }

  /**
   * Sends logins to one account that are meant to succeed, in its turn: as many at once as may fail in a row.
   * @param restore see {@link LockoutGuard.runFailing}
   */
  runBatch<T extends LoginOutcome>(
    account: string,
    logins: readonly (() => Promise<T>)[],
    restore: () => Promise<boolean>,
  ): Promise<readonly T[]> {
    this.#settlers.set(account, restore);
    return this.#guard(account).runBatch(logins, restore);
  }

  /**
   * A sequence of logins to one account that nothing else disturbs: neither other logins to it nor other
   * exchanges. The account has no failed login when it begins.
   * @param work gets a session of its own; returns whether its last login was accepted
   */
  runReserved<T extends SequenceOutcome>(
    account: string,
    restore: () => Promise<boolean>,
    work: (session: TargetSession) => Promise<T>,
  ): Promise<T> {
    this.#settlers.set(account, restore);
    return this.#guard(account).runReserved(() => this.exclusive(work), restore);
  }

  /** Runs `work` while nothing else is under way. `work` sends through the session that it gets. */
  exclusive<T>(work: (session: TargetSession) => Promise<T>): Promise<T> {
    return this.#setting.client.exclusive((client) =>
      work(new TargetSession({ ...this.#setting, client }, this.#state)),
    );
  }

  /** Leaves every account with a good login as its last. */
  async drain(): Promise<void> {
    if (this.cutOff !== null) return;
    await Promise.all([...this.#settlers].map(([account, restore]) => this.#guard(account).drain(restore)));
  }

  /** A fault of the network must not be blamed on the target: what gets no answer is sent once more. */
  async #exchange(request: OutgoingRequest): Promise<Exchange> {
    if (countsTowardLockout(request)) return this.#onlyOnce(request);
    const exchange = await this.#connect(request);
    if (!deservesAnother(exchange)) return this.#state.settle(exchange);
    this.#state.missed.push(exchange);
    return this.#state.settle(await this.#alone(request));
  }

  /** Sends a request with nothing else under way, and on a connection of its own. */
  #alone(request: OutgoingRequest): Promise<Exchange> {
    const hanging = this.#state.missed.filter(({ failure }) => failure?.kind === 'timeout');
    const own = { ...request, alone: true } as const;
    if (hanging.length > MAX_HANGING_ALONE) return this.#connect(own);
    return this.exclusive((session) => session.#connect(own));
  }

  /** Outside its account's turn, sending it again could exceed the budget of failed logins. */
  async #onlyOnce(request: OutgoingRequest): Promise<Exchange> {
    const exchange = await this.#connect({ ...request, alone: true });
    if (deservesAnother(exchange)) this.#state.missed.push(exchange);
    if (exchange.retryable || deservesAnother(exchange)) {
      const why = 'sending it again would be a failed login more than the budget has';
      throw new NotChecked('unanswered', `a login was not answered, or by HTTP 429 or 503, and ${why}`);
    }
    return this.#state.settle(exchange);
  }

  async #connect(request: OutgoingRequest): Promise<Exchange> {
    let exchange = await this.#once(request);
    for (const wait of this.#setting.reconnectWaits ?? RECONNECT_WAITS_MS) {
      if (!hasNoConnection(exchange)) break;
      await sleep(wait);
      exchange = await this.#once(request);
    }
    if (hasNoConnection(exchange)) {
      this.abort(`the target cannot be reached: ${exchange.failure?.message}`);
      throw new NotChecked('unanswered', this.cutOff ?? '');
    }
    return exchange;
  }

  async #outcome(exchange: Exchange): Promise<LoginOutcome & { readonly evaluated: EvaluatedExchange }> {
    const evaluated = await this.#judge(this.#state.settle(exchange));
    return { evaluated, accepted: evaluated.isAccepted };
  }

  async #once(request: OutgoingRequest): Promise<Exchange> {
    if (this.cutOff !== null) throw new NotChecked('cut-off', `the run was cut off: ${this.cutOff}`);
    const lockout = this.#state.guards.get(request.facts?.account ?? '')?.lockout;
    if (lockout) throw new NotChecked('precondition', lockout.reason);
    const exchange = await this.#setting.client.send(request);
    if (exchange.failure?.kind === 'cancelled') {
      this.abort('it was interrupted');
      throw new NotChecked('cut-off', `the run was cut off: ${this.cutOff}`);
    }
    return exchange;
  }

  #guard(account: string): LockoutGuard {
    const known = this.#state.guards.get(account);
    if (known) return known;
    const guard = new LockoutGuard(this.#setting.maxFailedLogins);
    this.#state.guards.set(account, guard);
    return guard;
  }
}
