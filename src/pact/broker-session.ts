import { NotChecked } from '../errors/not-checked.js';
import type { Exchange } from '../http/exchange.js';
import { NO_STATES, type ProviderStateResolver, type StatesReady } from './provider-state-resolver.js';
import type { RelayAnswer, RelayRequest } from './relayed-request.js';
import type { RequestForwarder } from './request-forwarder.js';
import type { ProxyHandler, StateCall, StateReply } from './verifier-proxy.js';

/** What was seen of one interaction of a broker's contracts. */
export interface Observation {
  readonly exchange: Exchange | null;
  readonly notVerified: NotChecked | null;
}

interface Stage {
  ready: StatesReady;
  exchange: Exchange | null;
  notVerified: NotChecked | null;
  /** Its request went out, or was kept from it: what follows belongs to the next one. */
  over: boolean;
}

/**
 * The verification of a broker's contracts as we see it. The verifier fetches them itself and takes one
 * interaction after another: which one is its turn shows in the order of its requests alone.
 */
export class BrokerSession implements ProxyHandler {
  readonly #stateResolver: ProviderStateResolver;
  readonly #forwarder: RequestForwarder;
  readonly #stages: Stage[] = [];

  constructor(stateResolver: ProviderStateResolver, forwarder: RequestForwarder) {
    this.#stateResolver = stateResolver;
    this.#forwarder = forwarder;
  }

  /** One for each interaction, in the order in which they were verified. */
  get observations(): readonly Observation[] {
    return this.#stages;
  }

  async changeState(call: StateCall): Promise<StateReply> {
    if (call.action === 'teardown') {
      const last = this.#stages.at(-1);
      if (last) last.over = true;
      return this.#stateResolver.tearDown(call);
    }
    const stage = this.#current();
    try {
      stage.ready = await this.#stateResolver.setUp(call, stage.ready, this.#keyOf(stage));
      return { values: stage.ready.values };
    } catch (error) {
      return this.#stop(stage, error, { refused: true });
    }
  }

  async exchange(request: RelayRequest): Promise<RelayAnswer | null> {
    const stage = this.#current();
    stage.over = true;
    try {
      stage.exchange = await this.#forwarder.other(request, stage.ready.setUp, this.#keyOf(stage));
      return stage.exchange.answer;
    } catch (error) {
      return this.#stop(stage, error, null);
    }
  }

  #current(): Stage {
    const last = this.#stages.at(-1);
    if (last && !last.over) return last;
    const stage: Stage = { ready: NO_STATES, exchange: null, notVerified: null, over: false };
    this.#stages.push(stage);
    return stage;
  }

  #keyOf(stage: Stage): string {
    return `a contract of the broker, interaction ${this.#stages.indexOf(stage) + 1}`;
  }

  #stop<T>(stage: Stage, error: unknown, reply: T): T {
    const reason = error instanceof Error ? error.message : String(error);
    stage.notVerified ??= error instanceof NotChecked ? error : new NotChecked('verifier', reason);
    stage.over = true;
    return reply;
  }
}
