import type { TargetSession } from '../engine/target-session.js';
import { NotChecked } from '../errors/not-checked.js';
import type { Exchange, OutgoingRequest } from '../http/exchange.js';
import type { Sender } from '../http/request-queue.js';
import type { ProfileName } from '../profiles/built-in.js';
import type { EvaluatedExchange } from '../profiles/login/evaluated-exchange.js';
import { inOrderOf } from './member-order.js';
import { asNotChecked } from './provider-state-resolver.js';
import type { StateSetUp } from './provider-states.js';
import type { RelayRequest } from './relayed-request.js';
import { type SigningSetting, signed } from './signed-request.js';

export interface ForwarderSetting extends SigningSetting {
  readonly session: TargetSession;
  /** For what no account of the fixtures is named in. */
  readonly client: Sender;
  /** Under which the exchanges of other people's contracts are filed. */
  readonly profile: ProfileName;
}

/** Sends the verifier's requests to the target, within the budget of failed logins. */
export class RequestForwarder {
  readonly #setting: ForwarderSetting;

  constructor(setting: ForwarderSetting) {
    this.#setting = setting;
  }

  /**
   * Sends the request of one of our own interactions.
   * @throws {NotChecked} as `Courier.send`, and when the signature cannot be made
   */
  async own(relayed: RelayRequest, setUp: StateSetUp, name: string): Promise<EvaluatedExchange> {
    const { session } = this.#setting;
    const { login } = setUp;
    const { facts, profile } = login;
    const arranged = { ...relayed, body: inOrderOf(relayed.body, login.body) };
    const request = await this.#outgoing(arranged, login, { profile, name, ...(facts ? { facts } : {}) });
    const account = facts?.account ?? null;
    if (account !== null && facts?.valid === false) return this.#spend(account, request, setUp);
    const evaluated = await session.send(request);
    if (account !== null && !evaluated.isAccepted) session.countFailure(account);
    return evaluated;
  }

  /**
   * Sends the request of somebody else's interaction. What it means is theirs to say: nothing is judged by
   * our clauses, but where a state of ours named an account, it goes in that account's turn.
   * @throws {NotChecked} as above
   */
  async other(relayed: RelayRequest, setUp: StateSetUp | null, name: string): Promise<Exchange> {
    const { session, client, profile } = this.#setting;
    const account = setUp?.login.facts?.account ?? null;
    const facts = { valid: false, account, passwords: [] };
    const own = setUp?.login.profile ?? profile;
    const request = await this.#outgoing(relayed, setUp?.login ?? null, { profile: own, name, facts });
    if (session.cutOff !== null) throw new NotChecked('cut-off', `the run was cut off: ${session.cutOff}`);
    if (!setUp || account === null) return client.send(request);
    return (await this.#spend(account, request, setUp)).exchange;
  }

  /** In the turn of the account that it names. */
  #spend(account: string, request: OutgoingRequest, { testUser }: StateSetUp): Promise<EvaluatedExchange> {
    const { session } = this.#setting;
    const restore = async () => (await session.send(await testUser.plain())).isAccepted;
    return session.runFailing(account, async () => request, testUser.canLogIn ? restore : null);
  }

  async #outgoing(
    relayed: RelayRequest,
    login: OutgoingRequest | null,
    { profile, name, facts }: Pick<OutgoingRequest, 'profile' | 'facts'> & { name: string },
  ): Promise<OutgoingRequest> {
    const { request, signature } = await signed(relayed, this.#setting).catch(asNotChecked);
    return {
      profile,
      method: request.method,
      path: request.path,
      headers: request.headers,
      body: request.body,
      label: 'of a consumer contract',
      scenario: name,
      secrets: [...(login?.secrets ?? []), ...(signature === null ? [] : [signature])],
      ...(facts ? { facts } : {}),
    };
  }
}
