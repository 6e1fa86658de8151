import { setTimeout as sleep } from 'node:timers/promises';
import { NotChecked } from '../errors/not-checked.js';
import { countsTowardLockout } from '../http/counted-login.js';
import type { Exchange, OutgoingRequest } from '../http/exchange.js';
import type { Sender } from '../http/request-queue.js';
import { isThrottling, saysWhenToRetry } from '../http/resend.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import { LockoutGuard, type LoginOutcome } from './lockout-guard.js';
import { throttlingOf, whetherBusy } from './throttling.js';
import { deservesAnother, hasNoAnswer, hasNoConnection } from './unanswered.js';

/** A target that is restarted after a crash gets these waits to come back. */
const RECONNECT_WAITS_MS = [200, 500, 1000, 2000];
/** So many requests in a row without an answer, and the target counts as gone. */
const MAX_UNANSWERED = 5;
/** How often one login that counts as failed is sent while the target is rate-limiting. */
const MAX_SENDINGS = 3;
const SENT_AGAIN = { evaluated: null, accepted: false } as const;

/** Runs some work when there is room for it. */
export type Within = <T>(work: () => Promise<T>) => Promise<T>;

/** Reads an exchange by the rules of its profile. */
export type Evaluate = (exchange: Exchange) => EvaluatedExchange;

/** Sends every request of a run; enforces reconnects, throttling and the failed-login budget. */
export class TargetSession {
  readonly #client: Sender;
  readonly #evaluate: Evaluate;
  readonly #maxFailedLogins: number;
  readonly #reconnectWaits: readonly number[];
  readonly #guards = new Map<string, LockoutGuard>();
  /** One good login by account, for the end of the run. */
  readonly #settlers = new Map<string, () => Promise<boolean>>();
  #unanswered = 0;
  #cutOff: string | null = null;
  #throttled = false;
  #sent = 0;

  /** @param reconnectWaits pauses before each further try to connect; none for a first contact */
  constructor(
    client: Sender,
    evaluate: Evaluate,
    maxFailedLogins: number,
    reconnectWaits: readonly number[] = RECONNECT_WAITS_MS,
  ) {
    this.#reconnectWaits = reconnectWaits;
    this.#client = client;
    this.#evaluate = evaluate;
    this.#maxFailedLogins = maxFailedLogins;
  }

  /** Why the run was cut off; `null`: it was not. */
  get cutOff(): string | null {
    return this.#cutOff;
  }

  /** Whether the target throttled any request away. */
  get throttled(): boolean {
    return this.#throttled;
  }

  /** Exchanges made. */
  get sent(): number {
    return this.#sent;
  }

  /** From now on nothing is sent any more. */
  abort(reason: string): void {
    this.#cutOff ??= reason;
  }

  /**
   * Sends a request that adds to no account's failed logins.
   * @throws {NotChecked} when the run is cut off, the target gone, or the request throttled away
   */
  async send(request: OutgoingRequest): Promise<EvaluatedExchange> {
    return this.#judge(await this.#exchange(request));
  }

  async #judge(exchange: Exchange): Promise<EvaluatedExchange> {
    const status = exchange.answer?.status;
    if (status === 429 || (status === 503 && (await this.#isBusy(exchange)))) {
      this.#throttled = true;
      throw new NotChecked('throttled', throttlingOf(exchange));
    }
    return this.#evaluate(exchange);
  }

  /** Judges an exchange that was made and judged before. */
  evaluate(exchange: Exchange): EvaluatedExchange {
    return this.#evaluate(exchange);
  }

  /** A login meant to succeed was refused: that adds to the account's failed logins too. */
  countFailure(account: string): void {
    this.#guard(account).countFailure();
  }

  /**
   * Sends a request in the turn of the account it names.
   * @param restore see {@link LockoutGuard.runFailing}
   * @param within runs each sending, for callers who limit how many there are at once
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
          return this.#connect(sendings === 1 ? plain : { ...plain, alone: true });
        });
        if (exchange.retryable && sendings < MAX_SENDINGS) return SENT_AGAIN;
        if (!unanswered && deservesAnother(exchange)) {
          unanswered = true;
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
   * exchanges. It begins with no failed login behind it.
   * @param work gets a courier of its own; says whether its last login was accepted
   */
  runReserved<T extends LoginOutcome>(
    account: string,
    restore: () => Promise<boolean>,
    work: (session: TargetSession) => Promise<T>,
  ): Promise<T> {
    this.#settlers.set(account, restore);
    return this.#guard(account).runReserved(() => this.exclusive(work), restore);
  }

  /** Runs `work` while nothing else is under way. Inside, requests go through the courier handed in. */
  exclusive<T>(work: (session: TargetSession) => Promise<T>): Promise<T> {
    return this.#client.exclusive((client) => {
      const inner = new TargetSession(client, this.#evaluate, this.#maxFailedLogins, this.#reconnectWaits);
      return work(inner).finally(() => {
        this.#sent += inner.sent;
        this.#throttled ||= inner.throttled;
        if (inner.cutOff !== null) this.abort(inner.cutOff);
      });
    });
  }

  /** Leaves every account with a good login as its last. */
  async drain(): Promise<void> {
    if (this.#cutOff !== null) return;
    await Promise.all([...this.#settlers].map(([account, restore]) => this.#guard(account).drain(restore)));
  }

  /** A fault of the network must not be blamed on the target: what gets no answer is sent once more. */
  async #exchange(request: OutgoingRequest): Promise<Exchange> {
    if (countsTowardLockout(request)) return this.#onlyOnce(request);
    const exchange = await this.#connect(request);
    return this.#counted(deservesAnother(exchange) ? await this.#connect(request) : exchange);
  }

  /** Outside its account's turn, one sending more would be one failed login more than there may be. */
  async #onlyOnce(request: OutgoingRequest): Promise<Exchange> {
    const exchange = await this.#connect({ ...request, alone: true });
    if (exchange.retryable || deservesAnother(exchange)) {
      const why = 'sending it again would be a failed login more than the budget has';
      throw new NotChecked('unanswered', `a login was not answered, or by HTTP 429 or 503, and ${why}`);
    }
    return this.#counted(exchange);
  }

  async #connect(request: OutgoingRequest): Promise<Exchange> {
    let exchange = await this.#once(request);
    for (const wait of this.#reconnectWaits) {
      if (!hasNoConnection(exchange)) break;
      await sleep(wait);
      exchange = await this.#once(request);
    }
    if (hasNoConnection(exchange)) {
      this.abort(`the target cannot be reached: ${exchange.failure?.message}`);
      throw new NotChecked('unanswered', this.#cutOff ?? '');
    }
    return exchange;
  }

  async #outcome(exchange: Exchange): Promise<LoginOutcome & { readonly evaluated: EvaluatedExchange }> {
    const evaluated = await this.#judge(this.#counted(exchange));
    return { evaluated, accepted: evaluated.isAccepted };
  }

  #counted(exchange: Exchange): Exchange {
    this.#unanswered = hasNoAnswer(exchange) ? this.#unanswered + 1 : 0;
    if (this.#unanswered >= MAX_UNANSWERED)
      this.abort(`${MAX_UNANSWERED} requests in a row got no answer (${exchange.failure?.message})`);
    return exchange;
  }

  async #once(request: OutgoingRequest): Promise<Exchange> {
    if (this.#cutOff !== null) throw new NotChecked('cut-off', `the run was cut off: ${this.#cutOff}`);
    this.#sent += 1;
    const exchange = await this.#client.send(request);
    if (exchange.failure?.kind === 'cancelled') {
      this.abort('it was interrupted');
      throw new NotChecked('cut-off', `the run was cut off: ${this.#cutOff}`);
    }
    return exchange;
  }

  /**
   * Whether 503 is the target's answer to everything just now, or says when to come again: then it throttles, else it
   * is a 5xx.
   */
  async #isBusy({ request, answer: busy }: Exchange): Promise<boolean> {
    if (request.facts?.valid || (busy && saysWhenToRetry(busy))) return true;
    const { answer } = await this.#exchange(whetherBusy(request));
    return answer === null || isThrottling(answer);
  }

  #guard(account: string): LockoutGuard {
    const known = this.#guards.get(account);
    if (known) return known;
    const guard = new LockoutGuard(this.#maxFailedLogins);
    this.#guards.set(account, guard);
    return guard;
  }
}
