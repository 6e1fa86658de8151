import PQueue from 'p-queue';
import type { OutgoingRequest } from '../../http/exchange.js';
import type {
  EvaluatedExchange,
  PendingRequest,
  PreparedRequest,
  RequestFactory,
  TestUser,
} from '../../profiles/profile.js';
import type { RunContext } from '../run-context.js';
import type { ScenarioSession } from '../scenario-session.js';
import type { TargetSession } from '../target-session.js';
import { labelOf } from './label.js';

/** A generated request that can be sent. */
export interface GeneratedRequest {
  readonly factory: RequestFactory;
  readonly pending: PendingRequest;
  /** Where it comes from, in words, for its label. */
  readonly origin: string;
}

/** A generated request that was sent, and the answer to it. */
export interface SentRequest extends GeneratedRequest {
  readonly prepared: PreparedRequest;
  readonly evaluated: EvaluatedExchange;
}

/** All fuzzing of a run shares its slots: `--concurrency` limits the run, not each property. */
const slotsOf = new WeakMap<TargetSession, PQueue>();

/** Sends generated requests: no more at once than `--concurrency`, no more failed logins than the budget has. */
export class FuzzSender {
  readonly #run: RunContext;
  readonly #scenario: ScenarioSession;
  readonly #slots: PQueue;
  /** Accounts whose good login was refused. */
  readonly #locked = new Set<string>();

  constructor(run: RunContext, scenario: ScenarioSession) {
    this.#run = run;
    this.#scenario = scenario;
    this.#slots = slotsOf.get(run.session) ?? new PQueue({ concurrency: run.config.concurrency });
    slotsOf.set(run.session, this.#slots);
  }

  /**
   * Sends one request; where it names a real account, in that account's turn.
   * @throws {NotChecked} when the run is cut off, the target throttles, or the account's budget is used up for good
   */
  async send(request: GeneratedRequest): Promise<SentRequest> {
    const { account } = request.pending;
    if (account === null) return this.#slots.add(() => this.#sendNow(request));
    let prepared: PreparedRequest | undefined;
    const evaluated = await this.#run.session.runFailing(
      account,
      async () => {
        prepared = await request.pending.build();
        return this.#labelled(prepared, request);
      },
      () => this.resetWithGoodLogin(request.factory.user),
      (work) => this.#slots.add(work),
    );
    // `runFailing` asks for the request before it sends it.
    if (!prepared) throw new Error('nothing was sent');
    return { ...request, prepared, evaluated: evaluated as SentRequest['evaluated'] };
  }

  /** Sends logins that are meant to succeed, in the turn of their account: as many at once as may fail in a row. */
  sendBatch(user: TestUser, requests: readonly GeneratedRequest[]): Promise<readonly SentRequest[]> {
    const logins = requests.map((request) => async () => {
      const sent = await this.#slots.add(() => this.#sendNow(request));
      return { ...sent, accepted: sent.evaluated.isAccepted };
    });
    return this.#run.session.runBatch(user.account, logins, () => this.resetWithGoodLogin(user));
  }

  /** Logs in with right credentials, unless that was refused before: then the account is left alone. @returns whether it worked */
  async resetWithGoodLogin(user: TestUser): Promise<boolean> {
    if (this.#locked.has(user.account)) return false;
    const accepted = await this.#slots.add(() => this.#scenario.resetWithGoodLogin(user));
    if (!accepted) this.#locked.add(user.account);
    return accepted;
  }

  /**
   * Makes sure that the account still logs in, so that an answer says something about the login that was sent.
   * @throws {NotChecked} when it does not
   */
  async confirmUnlocked(user: TestUser): Promise<void> {
    const { session } = this.#run;
    if (session.mayBeLocked(user.account))
      await session.confirm(user.account, () => this.resetWithGoodLogin(user));
  }

  async #sendNow(request: GeneratedRequest): Promise<SentRequest> {
    const prepared = await request.pending.build();
    const evaluated = await this.#run.session.send(this.#labelled(prepared, request));
    return { ...request, prepared, evaluated: evaluated as SentRequest['evaluated'] };
  }

  #labelled({ request }: PreparedRequest, { pending, origin }: GeneratedRequest): OutgoingRequest {
    return { ...request, label: labelOf(pending.changes, origin), scenario: this.#scenario.ref.name };
  }
}
