import { NotChecked } from '../errors/not-checked.js';
import type { Exchange, OutgoingRequest } from '../http/exchange.js';
import type { Sender } from '../http/request-queue.js';
import type { EvaluatedExchange, TestUser } from '../profiles/profile.js';
import { inOrderOf } from './member-order.js';
import type { StateSetUp } from './provider-state-resolver.js';
import type { RelayRequest } from './relayed-request.js';

/** The way to the target, within its budget of failed logins. */
export interface TargetAccess {
  /** Why the run was cut off; `null`: it was not. */
  readonly cutOff: string | null;
  /** Sends a request that adds to no account's failed logins. @throws {NotChecked} when it cannot be evaluated */
  send(request: OutgoingRequest): Promise<EvaluatedExchange>;
  /**
   * A login of a user that was meant to succeed was refused.
   * @param profile that it was sent to
   * @throws {NotChecked} when the account turns out to be locked: the refusal says nothing then
   */
  noteRefusal(user: TestUser, profile: string): Promise<void>;
  /**
   * Sends a request that counts as a failed login, in the turn of the account that it names.
   * @throws {NotChecked} as above
   */
  runFailing(user: TestUser, profile: string, request: OutgoingRequest): Promise<EvaluatedExchange>;
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
    if (account !== null && facts?.valid === false)
      return target.runFailing(setUp.user, setUp.profile.name, request);
    const evaluated = await target.send(request);
    if (account !== null && !evaluated.isAccepted) await target.noteRefusal(setUp.user, setUp.profile.name);
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
    return (await this.#setting.target.runFailing(setUp.user, setUp.profile.name, request)).exchange;
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
