import type { NotChecked } from '../errors/not-checked.js';
import type { Exchange } from '../http/exchange.js';
import { InteractionSession } from './interaction-session.js';
import type { ProviderStateResolver } from './provider-state-resolver.js';
import type { RelayAnswer, RelayRequest } from './relayed-request.js';
import type { RequestForwarder } from './request-forwarder.js';
import type { ProxyHandler, StateCall, StateReply } from './verifier-proxy.js';

/** What was seen of one interaction of a broker's contracts. */
export interface Observation {
  readonly exchange: Exchange | null;
  readonly notVerified: NotChecked | null;
}

/**
 * Our side of the verification of a broker's contracts. The verifier fetches them itself and takes one
 * interaction after another: which one is its turn shows in the order of its requests alone.
 */
export class BrokerSession implements ProxyHandler {
  readonly #stateResolver: ProviderStateResolver;
  readonly #forwarder: RequestForwarder;
  readonly #interactions: InteractionSession[] = [];
  /** The request of the last interaction went out, or was kept from it: what follows belongs to the next one. */
  #isOver = true;

  constructor(stateResolver: ProviderStateResolver, forwarder: RequestForwarder) {
    this.#stateResolver = stateResolver;
    this.#forwarder = forwarder;
  }

  /** One for each interaction, in the order in which they were verified. */
  get observations(): readonly Observation[] {
    return this.#interactions.map(({ exchanges, notVerified }) => ({
      exchange: exchanges[0] ?? null,
      notVerified,
    }));
  }

  async changeState(call: StateCall): Promise<StateReply> {
    if (call.action === 'teardown') {
      this.#isOver = true;
      return this.#stateResolver.tearDown(call);
    }
    const reply = await this.#current().changeState(call);
    if ('refused' in reply) this.#isOver = true;
    return reply;
  }

  exchange(request: RelayRequest): Promise<RelayAnswer | null> {
    const current = this.#current();
    this.#isOver = true;
    return current.exchange(request);
  }

  #current(): InteractionSession {
    const last = this.#interactions.at(-1);
    if (last && !this.#isOver) return last;
    const next = new InteractionSession(null, {
      stateResolver: this.#stateResolver,
      forwarder: this.#forwarder,
      own: false,
      name: `a contract of the broker, interaction ${this.#interactions.length + 1}`,
    });
    this.#interactions.push(next);
    this.#isOver = false;
    return next;
  }
}
