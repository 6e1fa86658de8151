import type { Exchange } from '../../exchange/exchange.js';
import type { Counter, StateCall, StateReply } from '../../pact/desk.js';
import type { RelayAnswer, RelayRequest } from '../../pact/relay.js';
import { NotChecked } from '../not-checked.js';
import type { Dispatch } from './dispatch.js';
import { NO_STATES, type StateKeeper, type StatesReady } from './state-keeper.js';

/** What was seen of one interaction of a broker's contracts. */
export interface Sighting {
  readonly exchange: Exchange | null;
  readonly obstacle: NotChecked | null;
}

interface Stage {
  ready: StatesReady;
  exchange: Exchange | null;
  obstacle: NotChecked | null;
  /** Its request went out, or was kept from it: what follows belongs to the next one. */
  over: boolean;
}

/**
 * The verification of a broker's contracts as we see it. The verifier fetches them itself and takes one
 * interaction after another: which one is its turn shows in the order of its requests alone.
 */
export class BrokerVisit implements Counter {
  readonly #keeper: StateKeeper;
  readonly #dispatch: Dispatch;
  readonly #stages: Stage[] = [];

  constructor(keeper: StateKeeper, dispatch: Dispatch) {
    this.#keeper = keeper;
    this.#dispatch = dispatch;
  }

  /** One for each interaction, in the order in which they were verified. */
  get sightings(): readonly Sighting[] {
    return this.#stages;
  }

  async changeState(call: StateCall): Promise<StateReply> {
    if (call.action === 'teardown') {
      const last = this.#stages.at(-1);
      if (last) last.over = true;
      return this.#keeper.tearDown(call);
    }
    const stage = this.#current();
    try {
      stage.ready = await this.#keeper.setUp(call, stage.ready, this.#keyOf(stage));
      return { values: stage.ready.values };
    } catch (error) {
      return this.#stop(stage, error, { refused: true });
    }
  }

  async exchange(request: RelayRequest): Promise<RelayAnswer | null> {
    const stage = this.#current();
    stage.over = true;
    try {
      stage.exchange = await this.#dispatch.other(request, stage.ready.setUp, this.#keyOf(stage));
      return stage.exchange.answer;
    } catch (error) {
      return this.#stop(stage, error, null);
    }
  }

  #current(): Stage {
    const last = this.#stages.at(-1);
    if (last && !last.over) return last;
    const stage: Stage = { ready: NO_STATES, exchange: null, obstacle: null, over: false };
    this.#stages.push(stage);
    return stage;
  }

  #keyOf(stage: Stage): string {
    return `a contract of the broker, interaction ${this.#stages.indexOf(stage) + 1}`;
  }

  #stop<T>(stage: Stage, error: unknown, reply: T): T {
    const reason = error instanceof Error ? error.message : String(error);
    stage.obstacle ??= error instanceof NotChecked ? error : new NotChecked('verifier', reason);
    stage.over = true;
    return reply;
  }
}
