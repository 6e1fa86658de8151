import type { ProfileName } from '../../contract/profile.js';
import type { Exchange, OutgoingRequest } from '../../exchange/exchange.js';
import type { Sender } from '../../exchange/lane.js';
import type { RelayRequest } from '../../pact/relay.js';
import type { Judged } from '../../verify/judged.js';
import type { Courier } from '../courier.js';
import { NotChecked } from '../not-checked.js';
import { inOrderOf } from './member-order.js';
import type { StateSetUp } from './provider-states.js';
import { type SigningSetting, signed } from './signed.js';
import { asNotChecked } from './state-keeper.js';

export interface DispatchSetting extends SigningSetting {
  readonly courier: Courier;
  /** For what no account of the fixtures is named in. */
  readonly client: Sender;
  /** Under which the exchanges of other people's contracts are filed. */
  readonly profile: ProfileName;
}

/** Sends the verifier's requests to the target, within the budget of failed logins. */
export class Dispatch {
  readonly #setting: DispatchSetting;

  constructor(setting: DispatchSetting) {
    this.#setting = setting;
  }

  /**
   * Sends the request of one of our own interactions.
   * @throws {NotChecked} as `Courier.send`, and when the signature cannot be made
   */
  async own(relayed: RelayRequest, setUp: StateSetUp, name: string): Promise<Judged> {
    const { courier } = this.#setting;
    const { login } = setUp;
    const { facts, profile } = login;
    const arranged = { ...relayed, body: inOrderOf(relayed.body, login.body) };
    const request = await this.#outgoing(arranged, login, { profile, name, ...(facts ? { facts } : {}) });
    const account = facts?.account ?? null;
    if (account !== null && facts?.valid === false) return this.#spend(account, request, setUp);
    const judged = await courier.send(request);
    if (account !== null && !judged.isAccepted) courier.countFailure(account);
    return judged;
  }

  /**
   * Sends the request of somebody else's interaction. What it means is theirs to say: nothing is judged by
   * our clauses, but where a state of ours named an account, it goes in that account's turn.
   * @throws {NotChecked} as above
   */
  async other(relayed: RelayRequest, setUp: StateSetUp | null, name: string): Promise<Exchange> {
    const { courier, client, profile } = this.#setting;
    const account = setUp?.login.facts?.account ?? null;
    const facts = { valid: false, account, passwords: [] };
    const own = setUp?.login.profile ?? profile;
    const request = await this.#outgoing(relayed, setUp?.login ?? null, { profile: own, name, facts });
    if (courier.cutOff !== null) throw new NotChecked('cut-off', `the run was cut off: ${courier.cutOff}`);
    if (!setUp || account === null) return client.send(request);
    return (await this.#spend(account, request, setUp)).exchange;
  }

  /** In the turn of the account that it names. */
  #spend(account: string, request: OutgoingRequest, { caller }: StateSetUp): Promise<Judged> {
    const { courier } = this.#setting;
    const restore = async () => (await courier.send(await caller.plain())).isAccepted;
    return courier.spend(account, async () => request, caller.canLogIn ? restore : null);
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
