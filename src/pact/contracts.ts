import type { RunConfig } from '../config/run-config.js';
import { NotChecked } from '../errors/not-checked.js';
import type { ProfileName } from '../profiles/built-in.js';
import { type BrokerOutcome, verifyBroker } from './broker-contracts.js';
import { InteractionSession } from './interaction-session.js';
import type { ContractInteraction } from './interactions.js';
import { otherInteractions } from './other-contracts.js';
import { OWN_CONSUMER, ownInteractions } from './own-contracts.js';
import type { ProviderStateResolver } from './provider-state-resolver.js';
import type { RequestForwarder } from './request-forwarder.js';
import { unsupportedReason } from './unsupported-interactions.js';
import type { LateVerification } from './verification.js';
import {
  brokenDown,
  shownMismatches,
  unverified,
  type VerifiedInteraction,
  verifierFailure,
} from './verified-interaction.js';

export interface ContractsSetting {
  readonly config: RunConfig;
  readonly verification: LateVerification;
  readonly stateResolver: ProviderStateResolver;
  readonly forwarder: RequestForwarder;
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
   * @throws {SuiteError} when the contract cannot be read
   */
  async begin(profile: ProfileName, names: readonly string[]): Promise<void> {
    const wanted = new Set(names.map(descriptionOf));
    for (const interaction of await ownInteractions(profile)) {
      if (wanted.has(interaction.description)) void this.#verifyOwn(profile, interaction);
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
   * Verifies other people's contracts: of `--pacts`, then of the broker. Where their states change something
   * in the target, one after another.
   * @param cutOff why there is nothing to be sent any more; `null`: there is
   */
  async verifyOthers(cutOff: string | null): Promise<BrokerOutcome> {
    const { config } = this.#setting;
    const over = cutOff === null ? null : new NotChecked('cut-off', `the run was cut off: ${cutOff}`);
    const ofFiles = await otherInteractions(
      config.pacts,
      config.stateUrl !== null,
      async (interaction, file) =>
        over
          ? unverified(interaction, file, over)
          : this.#verify(interaction, file, false, `${interaction.consumer}: ${interaction.description}`),
    );
    const ofBroker = over ? { verified: [], warnings: [] } : await verifyBroker(this.#setting);
    return { ...ofBroker, verified: [...ofFiles, ...ofBroker.verified] };
  }

  #verifyOwn(profile: ProfileName, interaction: ContractInteraction): Promise<VerifiedInteraction> {
    const key = keyOf(profile, interaction.description);
    const known = this.#own.get(key);
    if (known) return known;
    const source = `pacts/${OWN_CONSUMER}-${profile}.json`;
    const name = interaction.description.replace(/^./u, (letter) => letter.toUpperCase());
    // Begun before anybody asks: a rejection would have nobody to hear it.
    const verified = this.#verify(interaction, source, true, name).catch((error) =>
      unverified(interaction, source, brokenDown(String(error))),
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
    const hindrance = unsupportedReason(interaction);
    if (hindrance !== null) return unverified(interaction, source, hindrance);
    const { mask } = this.#setting;
    let { interactionSession, result, notVerified } = await this.#interactionSession(interaction, own, name);
    // A verifier that stumbled is given a second try: it says nothing of the target.
    if (notVerified?.skipCause === 'verifier' && !('fault' in result)) {
      ({ interactionSession, result, notVerified } = await this.#interactionSession(interaction, own, name));
    }
    const { exchanges, evaluated } = interactionSession;
    const { consumer, provider, description, pending, response } = interaction;
    if (notVerified || 'fault' in result) {
      const why = notVerified ?? brokenDown('fault' in result ? mask(result.fault) : '');
      return { ...unverified(interaction, source, why), exchanges, evaluated };
    }
    return {
      ...{ consumer, provider, description, source, response, exchanges, evaluated },
      outcome: result.kept ? 'verified' : 'failed',
      pending: pending || result.pending,
      mismatches: shownMismatches(result, exchanges.at(-1), mask),
      notChecked: null,
    };
  }

  async #interactionSession(interaction: ContractInteraction, own: boolean, name: string) {
    const { stateResolver, forwarder, verification, mask } = this.#setting;
    const interactionSession = new InteractionSession(interaction, { stateResolver, forwarder, own, name });
    const result = await (await verification.local()).single(interactionSession, interaction.provider);
    const failure =
      'fault' in result ? null : verifierFailure(result, interactionSession.exchanges.at(-1), mask);
    return { interactionSession, result, notVerified: interactionSession.notVerified ?? failure };
  }
}

function descriptionOf(name: string): string {
  return name.replace(/^./u, (letter) => letter.toLowerCase());
}

function keyOf(profile: ProfileName, description: string): string {
  return `${profile} ${description}`;
}
