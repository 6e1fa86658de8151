import type { RunConfig } from '../../config/run-config.js';
import type { ProfileName } from '../../contract/profile.js';
import type { ContractInteraction } from '../../pact/interactions.js';
import type { Mismatch } from '../../pact/mismatch.js';
import { OWN_CONSUMER, ownInteractions } from '../../pact/own-contracts.js';
import type { InteractionResult } from '../../pact/report.js';
import type { LateVerification } from '../../pact/verification.js';
import { NotChecked } from '../not-checked.js';
import { BrokerVisit } from './broker-visit.js';
import type { Dispatch } from './dispatch.js';
import { otherInteractions } from './other-contracts.js';
import type { StateKeeper } from './state-keeper.js';
import type { VerifiedInteraction } from './verified.js';
import { Visit } from './visit.js';

export interface ContractsSetting {
  readonly config: RunConfig;
  readonly verification: LateVerification;
  readonly keeper: StateKeeper;
  readonly dispatch: Dispatch;
  readonly mask: (text: string) => string;
}

/** The consumer contracts of a run: the project's own, which scenarios ask about, and other people's. */
export class Contracts {
  readonly #setting: ContractsSetting;
  readonly #own = new Map<string, Promise<VerifiedInteraction>>();

  constructor(setting: ContractsSetting) {
    this.#setting = setting;
  }

  /**
   * Begins to verify interactions of an own contract, so that they are done when a scenario asks.
   * @param names of scenarios: an interaction has its scenario's name but for the first letter's case
   */
  async begin(profile: ProfileName, names: readonly string[]): Promise<void> {
    const wanted = new Set(names.map(descriptionOf));
    for (const interaction of await ownInteractions(profile)) {
      if (wanted.has(interaction.description)) this.#verifyOwn(profile, interaction);
    }
  }

  /**
   * What became of an interaction of an own contract.
   * @throws {Error} when the contract has none of that name: a fault of the suite
   */
  async own(profile: ProfileName, name: string): Promise<VerifiedInteraction> {
    const description = descriptionOf(name);
    const begun = this.#own.get(keyOf(profile, description));
    if (begun) return begun;
    const found = (await ownInteractions(profile)).find((each) => each.description === description);
    if (!found) throw new Error(`the contract with ${profile} has no interaction «${description}»`);
    return this.#verifyOwn(profile, found);
  }

  /** All that were verified of the own contracts. */
  verifiedOwn(): Promise<readonly VerifiedInteraction[]> {
    return Promise.all(this.#own.values());
  }

  /**
   * Verifies other people's contracts: of `--pacts`, then of the broker. One after another where their states change
   * something in the target.
   * @param cutOff why there is nothing to be sent any more; `null`: there is
   */
  async verifyOthers(cutOff: string | null): Promise<readonly VerifiedInteraction[]> {
    const { config } = this.#setting;
    const verified = await otherInteractions(config.pacts, config.stateUrl !== null, async (interaction, file) => {
      if (cutOff !== null) {
        return this.#unverified(interaction, file, new NotChecked('cut-off', `the run was cut off: ${cutOff}`));
      }
      return this.#verify(interaction, file, false, `${interaction.consumer}: ${interaction.description}`);
    });
    return cutOff === null && config.broker ? [...verified, ...(await this.#verifyBroker())] : verified;
  }

  #verifyOwn(profile: ProfileName, interaction: ContractInteraction): Promise<VerifiedInteraction> {
    const key = keyOf(profile, interaction.description);
    const known = this.#own.get(key);
    if (known) return known;
    const source = `pacts/${OWN_CONSUMER}-${profile}.json`;
    const name = interaction.description.replace(/^./u, (letter) => letter.toUpperCase());
    // Begun before anybody asks: a rejection would have nobody to hear it.
    const verified = this.#verify(interaction, source, true, name).catch((error) =>
      this.#unverified(interaction, source, brokenDown(String(error))),
    );
    this.#own.set(key, verified);
    return verified;
  }

  async #verify(
    interaction: ContractInteraction,
    source: string,
    own: boolean,
    name: string,
  ): Promise<VerifiedInteraction> {
    const hindrance = hindranceOf(interaction);
    if (hindrance !== null) return this.#unverified(interaction, source, hindrance);
    const { keeper, dispatch, verification } = this.#setting;
    const visit = new Visit(interaction, { keeper, dispatch, own, name });
    const result = await (await verification.local()).single(visit, interaction.provider);
    const { exchanges, judged } = visit;
    if (visit.obstacle) return { ...this.#unverified(interaction, source, visit.obstacle), exchanges };
    if ('fault' in result) {
      return { ...this.#unverified(interaction, source, brokenDown(result.fault)), exchanges };
    }
    return {
      consumer: interaction.consumer,
      provider: interaction.provider,
      description: interaction.description,
      source,
      outcome: result.kept ? 'verified' : 'failed',
      pending: interaction.pending || result.pending,
      mismatches: this.#mismatchesOf(result, exchanges.at(-1)?.failure?.message),
      notChecked: null,
      exchanges,
      response: interaction.response,
      judged,
    };
  }

  async #verifyBroker(): Promise<readonly VerifiedInteraction[]> {
    const { config, keeper, dispatch, verification } = this.#setting;
    if (!config.broker) return [];
    const { url, provider } = config.broker;
    const visit = new BrokerVisit(keeper, dispatch);
    const outcome = await (await verification.remote()).ofBroker(visit, config.broker, config.insecure);
    const common = { provider, source: url, response: null, judged: [] };
    const [error] = 'fault' in outcome ? [brokenDown(outcome.fault).message] : outcome.errors;
    const whole = (reason: string): VerifiedInteraction => ({
      ...common,
      consumer: 'every consumer',
      description: 'every interaction of the broker',
      outcome: 'not-verified',
      pending: false,
      mismatches: [],
      notChecked: new NotChecked('verifier', reason),
      exchanges: [],
    });
    const interactions = 'fault' in outcome ? [] : outcome.interactions;
    // Where the order of requests does not tell which is whose, none is.
    const sightings = visit.sightings.length === interactions.length ? visit.sightings : [];
    const obstacles = visit.sightings.flatMap(({ obstacle }) => obstacle ?? []);
    const verified = interactions.map((result, at): VerifiedInteraction => {
      const sighting = sightings[at];
      const obstacle = sighting ? sighting.obstacle : result.error === null ? null : (obstacles[0] ?? null);
      const exchange = sighting?.exchange ?? null;
      return {
        ...common,
        consumer: result.consumer || 'a consumer of the broker',
        description: result.description,
        outcome: result.kept ? 'verified' : obstacle ? 'not-verified' : 'failed',
        pending: result.pending,
        mismatches: obstacle ? [] : this.#mismatchesOf(result, exchange?.failure?.message),
        notChecked: result.kept ? null : obstacle,
        exchanges: exchange ? [exchange] : [],
      };
    });
    return error === undefined ? verified : [...verified, whole(this.#setting.mask(error))];
  }

  #unverified(interaction: ContractInteraction, source: string, notChecked: NotChecked): VerifiedInteraction {
    return {
      consumer: interaction.consumer,
      provider: interaction.provider,
      description: interaction.description,
      source,
      outcome: 'not-verified',
      pending: interaction.pending,
      mismatches: [],
      notChecked,
      exchanges: [],
      response: interaction.response,
      judged: [],
    };
  }

  #mismatchesOf({ kept, mismatches, error }: InteractionResult, failure: string | undefined): readonly Mismatch[] {
    const { mask } = this.#setting;
    if (kept) return [];
    if (error !== null) {
      const actual = failure === undefined ? mask(error) : `no answer: ${failure}`;
      return [{ path: 'answer', expected: 'an answer', actual, description: mask(error) }];
    }
    return mismatches.map(({ path, expected, actual, description }) => ({
      path: mask(path),
      expected: mask(expected),
      actual: mask(actual),
      description: mask(description),
    }));
  }
}

/** What keeps an interaction from being verified before anything is tried. */
function hindranceOf({ isHttp, states, wantedValues, wantsLocation }: ContractInteraction): NotChecked | null {
  if (!isHttp) return new NotChecked('fixture', 'it is a message, and not a request over HTTP');
  if (wantsLocation) {
    return new NotChecked('fixture', 'it wants a Location, which the verifier follows and cannot compare');
  }
  if (states.length > 0 || wantedValues.length === 0) return null;
  return new NotChecked('fixture', `no provider state gives a value for ${wantedValues.join(', ')}`);
}

function brokenDown(fault: string): NotChecked {
  return new NotChecked('verifier', `the verifier of consumer contracts broke down: ${fault}`);
}

function descriptionOf(name: string): string {
  return name.replace(/^./u, (letter) => letter.toLowerCase());
}

function keyOf(profile: ProfileName, description: string): string {
  return `${profile} ${description}`;
}
