import type { Exchange } from '../../exchange/exchange.js';
import type { Counter, StateCall, StateReply } from '../../pact/desk.js';
import type { ContractInteraction } from '../../pact/interactions.js';
import { plainAnswer } from '../../pact/plain-answer.js';
import type { RelayAnswer, RelayRequest } from '../../pact/relay.js';
import type { Judged } from '../../verify/judged.js';
import { NotChecked } from '../not-checked.js';
import type { Dispatch } from './dispatch.js';
import { NO_STATES, type StateKeeper } from './state-keeper.js';

export interface VisitSetting {
  readonly keeper: StateKeeper;
  readonly dispatch: Dispatch;
  /** Of the project's own contracts. */
  readonly own: boolean;
  /** Of the interaction, for reports and transaction ids. */
  readonly name: string;
}

/**
 * The verification of one interaction as we see it: its states are set up here, its request goes out from
 * here.
 */
export class Visit implements Counter {
  readonly contract: unknown;
  readonly exchanges: Exchange[] = [];
  readonly judged: Judged[] = [];
  /** What kept it from being sent, or its answer from being compared. */
  obstacle: NotChecked | null = null;
  readonly #interaction: ContractInteraction;
  readonly #setting: VisitSetting;
  #ready = NO_STATES;
  #done = 0;

  constructor(interaction: ContractInteraction, setting: VisitSetting) {
    this.#interaction = interaction;
    this.#setting = setting;
    this.contract = interaction.alone;
  }

  async changeState(call: StateCall): Promise<StateReply> {
    const { keeper, name } = this.#setting;
    if (call.action === 'teardown') return keeper.tearDown(call);
    try {
      if (this.#interaction.states.length === 0) {
        // The verifier announces an interaction without states as well, by the empty name.
        this.#refuseExamples();
        return { values: {} };
      }
      this.#ready = await keeper.setUp(call, this.#ready, name);
      this.#done += 1;
      if (this.#done === this.#interaction.states.length) this.#refuseExamples();
      return { values: this.#ready.values };
    } catch (error) {
      return this.#stop(error, { refused: true });
    }
  }

  async exchange(request: RelayRequest): Promise<RelayAnswer | null> {
    const { dispatch, name, own } = this.#setting;
    const { setUp } = this.#ready;
    try {
      if (!own) {
        const exchange = await dispatch.other(request, setUp, name);
        this.exchanges.push(exchange);
        return exchange.answer;
      }
      if (!setUp) throw new NotChecked('fixture', 'the contract sets up no provider state');
      const judged = await dispatch.own(request, setUp, name);
      this.judged.push(judged);
      this.exchanges.push(judged.exchange);
      const { answer } = judged.exchange;
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
    this.obstacle ??= error instanceof NotChecked ? error : new NotChecked('verifier', reason);
    return reply;
  }
}
