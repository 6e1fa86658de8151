import { NotChecked } from '../errors/not-checked.js';
import { SignerError } from '../profiles/ckstack/signer-error.js';
import type { ProviderStates, StateSetUp } from './provider-states.js';
import type { StateEndpoint } from './state-endpoint.js';
import type { StateCall, StateReply } from './verifier-proxy.js';

/** What the states of one interaction came to. */
export interface StatesReady {
  readonly values: Readonly<Record<string, unknown>>;
  /** The last of ours among them. */
  readonly setUp: StateSetUp | null;
}

/** Sets up provider states: ours from the fixtures, others through the endpoint of `--state-url`. */
export class ProviderStateResolver {
  readonly #states: ProviderStates;
  readonly #endpoint: StateEndpoint | null;

  constructor(states: ProviderStates, endpoint: StateEndpoint | null) {
    this.#states = states;
    this.#endpoint = endpoint;
  }

  /**
   * Sets a state up.
   * @param ready what the states before it came to
   * @param key of the interaction
   * @throws {NotChecked} when neither the fixtures nor the endpoint can do it
   */
  async setUp(call: StateCall, ready: StatesReady, key: string): Promise<StatesReady> {
    const { state: name, params } = call;
    if (this.#states.knows(name)) {
      const setUp = await this.#states.setUp({ name, params }, key).catch(asNotChecked);
      return { setUp, values: { ...ready.values, ...setUp.values } };
    }
    if (!this.#endpoint) {
      throw new NotChecked(
        'fixture',
        `the provider state «${name}» is none of ours: name the endpoint that sets it up with --state-url`,
      );
    }
    return { ...ready, values: { ...ready.values, ...(await this.#endpoint.change(call)) } };
  }

  /**
   * Tears a state down; one of ours changed nothing. The answer has been compared by then: an endpoint
   * that knows no teardown must not undo that.
   */
  async tearDown(call: StateCall): Promise<StateReply> {
    if (!this.#states.knows(call.state)) await this.#endpoint?.change(call).catch(ignoreNotChecked);
    return { values: {} };
  }
}

export const NO_STATES: StatesReady = { values: {}, setUp: null };

/** What keeps an interaction from being sent, as its reason. Anything else is a fault of the suite. */
export function asNotChecked(error: unknown): never {
  if (error instanceof SignerError) throw new NotChecked('fixture', error.message);
  throw error;
}

function ignoreNotChecked(error: unknown): void {
  if (!(error instanceof NotChecked)) throw error;
}
