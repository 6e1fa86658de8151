import { NotChecked } from '../errors/not-checked.js';
import type { Exchange } from '../http/exchange.js';
import type { EvaluatedExchange } from '../profiles/login/evaluated-exchange.js';
import type { ContractInteraction } from './interactions.js';
import { plainAnswer } from './plain-answer.js';
import { NO_STATES, type ProviderStateResolver } from './provider-state-resolver.js';
import type { RelayAnswer, RelayRequest } from './relayed-request.js';
import type { RequestForwarder } from './request-forwarder.js';
import type { ProxyHandler, StateCall, StateReply } from './verifier-proxy.js';

export interface InteractionSetting {
  readonly stateResolver: ProviderStateResolver;
  readonly forwarder: RequestForwarder;
  /** Of the project's own contracts. */
  readonly own: boolean;
  /** Of the interaction, for reports and transaction ids. */
  readonly name: string;
}

/**
 * The verification of one interaction as we see it: its states are set up here, its request goes out from
 * here.
 */
export class InteractionSession implements ProxyHandler {
  readonly contract: unknown;
  readonly exchanges: Exchange[] = [];
  readonly evaluated: EvaluatedExchange[] = [];
  /** What kept it from being sent, or its answer from being compared. */
  notVerified: NotChecked | null = null;
  readonly #interaction: ContractInteraction;
  readonly #setting: InteractionSetting;
  #ready = NO_STATES;
  #done = 0;

  constructor(interaction: ContractInteraction, setting: InteractionSetting) {
    this.#interaction = interaction;
    this.#setting = setting;
    this.contract = interaction.alone;
  }

  async changeState(call: StateCall): Promise<StateReply> {
    const { stateResolver, name } = this.#setting;
    if (call.action === 'teardown') return stateResolver.tearDown(call);
    try {
      if (this.#interaction.states.length === 0) {
        // The verifier announces an interaction without states as well, by the empty name.
        this.#refuseExamples();
        return { values: {} };
      }
      this.#ready = await stateResolver.setUp(call, this.#ready, name);
      this.#done += 1;
      if (this.#done === this.#interaction.states.length) this.#refuseExamples();
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
    const lacking = this.#interaction.wantedValues.filter((name) => !Object.hasOwn(values, name));
    if (lacking.length === 0) return;
    throw new NotChecked('fixture', `its provider states give no value for ${lacking.join(', ')}`);
  }

  #stop<T>(error: unknown, reply: T): T {
    const reason = error instanceof Error ? error.message : String(error);
    this.notVerified ??= error instanceof NotChecked ? error : new NotChecked('verifier', reason);
    return reply;
  }
}
