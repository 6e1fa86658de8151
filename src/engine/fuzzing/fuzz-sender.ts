import type { EvaluatedExchange } from '../../profiles/login/evaluated-exchange.js';
import type { Expectation } from '../../profiles/login/oracle/expectation.js';
import type { RunContext } from '../run-context.js';
import type { ScenarioSession } from '../scenario-session.js';
import type { TargetSession } from '../target-session.js';
import type { PendingRequest, PreparedRequest, RequestFactory } from './request-factory.js';
import { Semaphore } from './semaphore.js';

/** A generated request that was sent: what was expected, and what came. */
export interface SentRequest {
  readonly pending: PendingRequest;
  readonly expectation: Expectation;
  readonly evaluated: EvaluatedExchange;
}

/** All fuzzing of a run shares its slots: `--concurrency` is of the run, not of a property. */
const slotsOf = new WeakMap<TargetSession, Semaphore>();

/** Sends generated requests: no more at once than `--concurrency`, no more failed logins than the budget has. */
export class FuzzSender {
  readonly #run: RunContext;
  readonly #scenarioSession: ScenarioSession;
  readonly #slots: Semaphore;
  readonly #locked = new Set<string>();

  constructor(run: RunContext, scenarioSession: ScenarioSession) {
    this.#run = run;
    this.#scenarioSession = scenarioSession;
    this.#slots = slotsOf.get(run.session) ?? new Semaphore(run.config.concurrency);
    slotsOf.set(run.session, this.#slots);
  }

  /**
   * Sends one request; where it names a real account, in that account's turn.
   * @throws {NotChecked} when the run is cut off, the target throttles, or the account's budget is spent for good
   */
  async send(factory: RequestFactory, pending: PendingRequest): Promise<SentRequest> {
    if (pending.account === null) return this.#slots.within(() => this.#alone(pending));
    let prepared: PreparedRequest | undefined;
    const evaluated = await this.#run.session.runFailing(
      pending.account,
      async () => {
        prepared = await this.#speak(pending);
        return prepared.request;
      },
      () => this.resetWithGoodLogin(factory),
      (work) => this.#slots.within(work),
    );
    // `spend` asks for the request before it sends it.
    if (!prepared) throw new Error('nothing was sent');
    return { pending, expectation: prepared.expectation, evaluated };
  }

  /** Sends logins that are meant to succeed, in the turn of their account: as many at once as may fail in a row. */
  sendBatch(
    factory: RequestFactory,
    pendingRequests: readonly PendingRequest[],
  ): Promise<readonly SentRequest[]> {
    const logins = pendingRequests.map((pending) => async () => {
      const outcome = await this.#slots.within(() => this.#alone(pending));
      return { ...outcome, accepted: outcome.evaluated.isAccepted };
    });
    return this.#run.session.runBatch(factory.account, logins, () => this.resetWithGoodLogin(factory));
  }

  /** A good login, unless one was refused before: then the account is left alone. @returns whether it was accepted */
  async resetWithGoodLogin({ account, user }: RequestFactory): Promise<boolean> {
    if (this.#locked.has(account)) return false;
    const accepted = await this.#slots.within(() => this.#scenarioSession.resetWithGoodLogin(user));
    if (!accepted) this.#locked.add(account);
    return accepted;
  }

  async #alone(pending: PendingRequest): Promise<SentRequest> {
    const { request, expectation } = await this.#speak(pending);
    return { pending, expectation, evaluated: await this.#run.session.send(request) };
  }

  async #speak(pending: PendingRequest): Promise<PreparedRequest> {
    const { request, expectation } = await pending.build();
    return { expectation, request: { ...request, scenario: this.#scenarioSession.ref.name } };
  }
}
