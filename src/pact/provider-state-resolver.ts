import { NotChecked } from '../errors/not-checked.js';
import type { PreparedState } from '../profiles/profile.js';
import type { ContractProfile } from './contract-profile.js';
import type { StateEndpoint } from './state-endpoint.js';
import type { StateCall, StateReply } from './verifier-proxy.js';

/** What the states of one interaction came to. */
export interface StatesReady {
  readonly values: Readonly<Record<string, unknown>>;
  /** The last of ours among them. */
  readonly setUp: StateSetUp | null;
}

/** A provider state of ours, and the profile that it belongs to. */
export interface StateSetUp extends PreparedState {
  readonly profile: ContractProfile;
}

export const NO_STATES: StatesReady = { values: {}, setUp: null };

/** Sets up provider states: ours from the fixtures, others through the endpoint of `--state-url`. */
export class ProviderStateResolver {
  readonly #profiles: readonly ContractProfile[];
  readonly #endpoint: StateEndpoint | null;

  constructor(profiles: readonly ContractProfile[], endpoint: StateEndpoint | null) {
    this.#profiles = profiles;
    this.#endpoint = endpoint;
  }

  /**
   * Sets a state up.
   * @param ready what the states before it came to
   * @param key of the interaction, any text: requests of two interactions differ where they must not repeat
   * @throws {NotChecked} when neither the fixtures nor the endpoint can do it
   */
  async setUp(call: StateCall, ready: StatesReady, key: string): Promise<StatesReady> {
    const profile = this.#profileOf(call);
    const state = profile?.contracts.states.get(call.state);
    if (profile && state) {
      const setUp = { ...(await state(call.params, key)), profile };
      return { setUp, values: { ...ready.values, ...setUp.values } };
    }
    if (!this.#endpoint) {
      throw new NotChecked(
        'fixture',
        `the provider state "${call.state}" is none of ours: name the endpoint that sets it up with --state-url`,
      );
    }
    return { ...ready, values: { ...ready.values, ...(await this.#endpoint.change(call)) } };
  }

  /**
   * Tears a state down; one of ours changed nothing. The answer has been compared by then: an endpoint
   * that knows no teardown must not undo that.
   */
  async tearDown(call: StateCall): Promise<StateReply> {
    if (this.#knowing(call.state).length === 0) await this.#endpoint?.change(call).catch(ignoreNotChecked);
    return { values: {} };
  }

  close(): Promise<void> | undefined {
    return this.#endpoint?.close();
  }

  /** The profile whose state it is: the one that the parameter `profile` names, or the last that is served. */
  #profileOf({ state, params }: StateCall): ContractProfile | undefined {
    const known = this.#knowing(state);
    if (known.length === 0 || params.profile === undefined) {
      return known.findLast(({ isServed }) => isServed) ?? known[0];
    }
    const named = known.find(({ name }) => name === params.profile);
    if (named) return named;
    const names = known.map(({ name }) => name).join(', ');
    throw new NotChecked('fixture', `the parameter profile of a provider state is none of ${names}`);
  }

  #knowing(state: string): readonly ContractProfile[] {
    return this.#profiles.filter(({ contracts }) => contracts.states.has(state));
  }
}

function ignoreNotChecked(error: unknown): void {
  if (!(error instanceof NotChecked)) throw error;
}
