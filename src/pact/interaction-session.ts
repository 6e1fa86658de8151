import { NotChecked } from '../errors/not-checked.js';
import type { Exchange } from '../http/exchange.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import type { ContractInteraction } from './interactions.js';
import { plainAnswer } from './plain-answer.js';
import { NO_STATES, type ProviderStateResolver } from './provider-state-resolver.js';
import type { RelayAnswer, RelayRequest } from './relayed-request.js';
import type { RequestForwarder } from './request-forwarder.js';
import type { ProxyHandler, StateCall, StateReply } from './verifier-proxy.js';

export interface InteractionSetting {
  readonly stateResolver: ProviderStateResolver;
  readonly forwarder: RequestForwarder;
  /** It is one of the project's own contracts. */
  readonly own: boolean;
  /** Of the interaction, for reports and transaction ids. */
  readonly name: string;
}

/** Our side of the verification of one interaction: sets up its states and sends its request. */
export class InteractionSession implements ProxyHandler {
  readonly contract: unknown;
  readonly exchanges: Exchange[] = [];
  readonly evaluated: EvaluatedExchange[] = [];
  /** What kept it from being sent, or its answer from being compared. */
  notVerified: NotChecked | null = null;
  readonly #interaction: ContractInteraction | null;
  readonly #setting: InteractionSetting;
  #ready = NO_STATES;
  #done = 0;

  /** @param interaction `null`: a broker's, which the verifier alone knows */
  constructor(interaction: ContractInteraction | null, setting: InteractionSetting) {
    this.#interaction = interaction;
    this.#setting = setting;
    this.contract = interaction?.alone;
  }

  async changeState(call: StateCall): Promise<StateReply> {
    const { stateResolver, name } = this.#setting;
    if (call.action === 'teardown') return stateResolver.tearDown(call);
    const states = this.#interaction?.states;
    try {
      // The verifier announces an interaction without states as well, by the empty name.
      if (states?.length !== 0) this.#ready = await stateResolver.setUp(call, this.#ready, name);
      this.#done += 1;
      if (states && this.#done >= states.length) this.#refuseExamples();
      return { values: this.#ready.values };
    } catch (error) {
      return this.#stop(error, { refused: true });
    }
  }

  async exchange(request: RelayRequest): Promise<RelayAnswer | null> {
    const { forwarder, name, own } = this.#setting;
    const { setUp } = this.#ready;
    try {
      if (!own) {
        const exchange = await forwarder.other(request, setUp, name);
        this.exchanges.push(exchange);
        return exchange.answer;
      }
      if (!setUp) throw new NotChecked('fixture', 'the contract sets up no provider state');
      const evaluated = await forwarder.own(request, setUp, name);
      this.evaluated.push(evaluated);
      this.exchanges.push(evaluated.exchange);
      const { answer } = evaluated.exchange;
      return answer === null ? null : plainAnswer(answer);
    } catch (error) {
      return this.#stop(error, null);
    }
  }

  /** The verifier would put in the examples of the contract where a state gives no value. */
  #refuseExamples(): void {
    const { values } = this.#ready;
    const missing = this.#interaction?.wantedValues.filter((name) => !Object.hasOwn(values, name)) ?? [];
    if (missing.length === 0) return;
    throw new NotChecked('fixture', `its provider states give no value for ${missing.join(', ')}`);
  }

  #stop<T>(error: unknown, reply: T): T {
    const reason = error instanceof Error ? error.message : String(error);
    this.notVerified ??= error instanceof NotChecked ? error : new NotChecked('verifier', reason);
    return reply;
  }
}
