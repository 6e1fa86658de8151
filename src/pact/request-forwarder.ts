import { NotChecked } from '../errors/not-checked.js';
import type { Exchange, OutgoingRequest } from '../http/exchange.js';
import type { Sender } from '../http/request-queue.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import { inOrderOf } from './member-order.js';
import type { StateSetUp } from './provider-state-resolver.js';
import type { RelayRequest } from './relayed-request.js';

/** The way to the target, within its budget of failed logins. */
export interface TargetAccess {
  /** Why the run was cut off; `null`: it was not. */
  readonly cutOff: string | null;
  /** Sends a request that adds to no account's failed logins. @throws {NotChecked} when it cannot be evaluated */
  send(request: OutgoingRequest): Promise<EvaluatedExchange>;
  /** A login meant to succeed was refused. */
  countFailure(account: string): void;
  /**
   * Sends a request that counts as a failed login, in the turn of the account that it names.
   * @param restore sends a good login of the account; `null`: none can be sent
   * @throws {NotChecked} as above
   */
  runFailing(
    account: string,
    request: () => Promise<OutgoingRequest>,
    restore: (() => Promise<boolean>) | null,
  ): Promise<EvaluatedExchange>;
}

export interface ForwarderSetting {
  readonly target: TargetAccess;
  /** For requests that name no account of the fixtures. */
  readonly client: Sender;
  /** Under which the exchanges of other people's contracts are filed. */
  readonly profile: string;
}

/** Sends the verifier's requests to the target, within the budget of failed logins. */
export class RequestForwarder {
  readonly #setting: ForwarderSetting;

  constructor(setting: ForwarderSetting) {
    this.#setting = setting;
  }

  /** Why nothing can be sent any more; `null`: it can. */
  get cutOff(): NotChecked | null {
    const { cutOff } = this.#setting.target;
    return cutOff === null ? null : new NotChecked('cut-off', `the run was cut off: ${cutOff}`);
  }

  /**
   * Sends the request of one of our own interactions.
   * @throws {NotChecked} as {@link TargetAccess.send}, and when the request cannot be completed
   */
  async own(relayed: RelayRequest, setUp: StateSetUp, name: string): Promise<EvaluatedExchange> {
    const { target } = this.#setting;
    const { facts, body } = setUp.login;
    const arranged = { ...relayed, body: inOrderOf(relayed.body, body) };
    const request = await this.#outgoing(arranged, setUp, name, facts);
    const account = facts?.account ?? null;
    if (account !== null && facts?.valid === false) return this.#runFailing(account, request, setUp);
    const evaluated = await target.send(request);
    if (account !== null && !evaluated.isAccepted) target.countFailure(account);
    return evaluated;
  }

  /**
   * Sends the request of somebody else's interaction. What it means is theirs to say: our clauses do not apply,
   * but where a state of ours named an account, it goes in that account's turn.
   * @throws {NotChecked} as above
   */
  async other(relayed: RelayRequest, setUp: StateSetUp | null, name: string): Promise<Exchange> {
    const account = setUp?.login.facts?.account ?? null;
    const facts = { valid: false, account, passwords: [] };
    const request = await this.#outgoing(relayed, setUp, name, facts);
    if (this.cutOff) throw this.cutOff;
    if (!setUp || account === null) return this.#setting.client.send(request);
    return (await this.#runFailing(account, request, setUp)).exchange;
  }

  /** In the turn of the account that it names. */
  #runFailing(account: string, request: OutgoingRequest, { user }: StateSetUp): Promise<EvaluatedExchange> {
    const { target } = this.#setting;
    const restore = async () => (await target.send(await user.plain())).isAccepted;
    return target.runFailing(account, async () => request, user.canLogIn ? restore : null);
  }

  async #outgoing(
    { method, path, headers, body }: RelayRequest,
    setUp: StateSetUp | null,
    name: string,
    facts: OutgoingRequest['facts'],
  ): Promise<OutgoingRequest> {
    const request: OutgoingRequest = {
      ...{ method, path, headers, body },
      profile: setUp?.login.profile ?? this.#setting.profile,
      label: 'of a consumer contract',
      scenario: name,
      secrets: setUp?.login.secrets ?? [],
      ...(facts ? { facts } : {}),
    };
    return (await setUp?.profile.contracts.complete?.(request)) ?? request;
  }
}
