import type { RunConfig } from '../config/run-config.js';
import type { NotChecked } from '../errors/not-checked.js';
import type { Sender } from '../http/request-queue.js';
import type { Redactor } from '../redaction/redactor.js';
import type { Check } from '../verdict/check.js';
import type { ContractVerdict } from '../verdict/verdict.js';
import { verifyBroker } from './broker-contracts.js';
import { contractChecks } from './contract-checks.js';
import type { ContractProfile } from './contract-profile.js';
import type { LazyVerifier } from './contract-verifier.js';
import { InteractionSession } from './interaction-session.js';
import { type ContractInteraction, interactionsOf, unsupportedReason } from './interactions.js';
import { ownInteractions } from './own-contracts.js';
import { ProviderStateResolver } from './provider-state-resolver.js';
import { RequestForwarder, type TargetAccess } from './request-forwarder.js';
import { StateEndpoint } from './state-endpoint.js';
import {
  brokenDown,
  contractVerdict,
  type Mask,
  shownMismatches,
  unverified,
  type VerifiedInteraction,
  verifierFailure,
} from './verified-interaction.js';

export interface ContractsSetting {
  readonly config: Pick<RunConfig, 'pacts' | 'stateUrl' | 'broker' | 'insecure'>;
  /** Those whose contracts the run may speak of, whether they are served or not. */
  readonly profiles: readonly ContractProfile[];
  readonly verifier: LazyVerifier;
  readonly stateResolver: ProviderStateResolver;
  readonly forwarder: RequestForwarder;
  readonly mask: Mask;
}

/** What the contracts of a run came to. */
export interface ContractsOutcome {
  readonly contracts: readonly ContractVerdict[];
  readonly warnings: readonly string[];
  /** Why there is no verdict on some of them: one sentence each. */
  readonly noVerdictReasons: readonly string[];
}

const OWN_FEATURE = /(?:^|[\\/])features[\\/]pacts[\\/]/;

/** The consumer contracts of a run: the project's own, which scenarios ask about, and other people's. */
export class Contracts {
  readonly #setting: ContractsSetting;
  readonly #own = new Map<string, Promise<VerifiedInteraction>>();

  constructor(setting: ContractsSetting) {
    this.#setting = setting;
  }

  /**
   * Begins to verify the own contracts, as far as their scenarios were selected, so that they are done when the
   * scenarios ask. An interaction has its scenario's name except for the case of the first letter.
   * @param pickles the scenarios of the run
   * @throws {SuiteError} when a contract cannot be read
   */
  async begin(
    pickles: readonly { readonly profile: string; readonly uri: string; readonly name: string }[],
  ): Promise<void> {
    const begun = this.#setting.profiles.map(async (profile) => {
      const own = pickles.filter((pickle) => pickle.profile === profile.name && OWN_FEATURE.test(pickle.uri));
      const wanted = own.map(({ name }) => descriptionOf(name));
      if (wanted.length === 0) return;
      for (const interaction of await ownInteractions(profile)) {
        if (wanted.includes(interaction.description)) void this.#verifyOwn(profile, interaction);
      }
    });
    await Promise.all(begun);
  }

  /**
   * What became of an interaction of an own contract.
   * @param profile its name
   * @throws {Error} when the contract has none of that name: a fault of the suite
   */
  async own(profile: string, name: string): Promise<VerifiedInteraction> {
    const description = descriptionOf(name);
    const begun = this.#own.get(keyOf(profile, description));
    if (begun) return begun;
    const known = this.#profile(profile);
    const found = (await ownInteractions(known)).find((each) => each.description === description);
    if (!found) throw new Error(`the contract with ${profile} has no interaction "${description}"`);
    return this.#verifyOwn(known, found);
  }

  /**
   * What an interaction of an own contract says of the clauses of its scenario, the first its own.
   * @throws {Error} as {@link own}
   */
  async checks(profile: string, name: string, clauses: readonly string[]): Promise<readonly Check[]> {
    return contractChecks(await this.own(profile, name), this.#profile(profile), clauses);
  }

  /**
   * Verifies other people's contracts, those of `--pacts` and then the broker's, once the scenarios are done: their
   * states may change what scenarios rely on.
   */
  async finish(): Promise<ContractsOutcome> {
    const { mask, forwarder } = this.#setting;
    const { cutOff } = forwarder;
    const ofFiles = await this.#verifyFiles(cutOff);
    const ofBroker = cutOff ? { verified: [], warnings: [] } : await verifyBroker(this.#setting);
    const others = [...ofFiles, ...ofBroker.verified];
    const own = await Promise.all(this.#own.values());
    await this.#setting.stateResolver.close();
    const broken = [...own, ...others].flatMap(({ notChecked }) =>
      notChecked?.skipCause === 'verifier' ? [notChecked.message] : [],
    );
    return {
      contracts: [
        // They count by their clauses alone.
        ...inOrder(own).map((verified) => contractVerdict(verified, false, mask)),
        ...others.map((verified) => contractVerdict(verified, !verified.pending, mask)),
      ],
      warnings: [...unverifiedWarning(others), ...ofBroker.warnings],
      noVerdictReasons: [...new Set(broken)],
    };
  }

  #profile(name: string): ContractProfile {
    const profile = this.#setting.profiles.find((known) => known.name === name);
    if (!profile) throw new Error(`the project has no contract with ${name}`);
    return profile;
  }

  #verifyOwn(profile: ContractProfile, interaction: ContractInteraction): Promise<VerifiedInteraction> {
    const key = keyOf(profile.name, interaction.description);
    const known = this.#own.get(key);
    if (known) return known;
    const source = profile.contracts.file;
    const name = interaction.description.replace(/^./u, (letter) => letter.toUpperCase());
    // Begun before anybody asks: nobody would handle a rejection.
    const verified = this.#verify(interaction, source, true, name).catch((error) =>
      unverified(interaction, source, brokenDown(String(error))),
    );
    this.#own.set(key, verified);
    return verified;
  }

  /** One after another where an endpoint sets states up: they may exclude each other. */
  async #verifyFiles(cutOff: NotChecked | null): Promise<readonly VerifiedInteraction[]> {
    const { pacts, stateUrl } = this.#setting.config;
    const verifications = pacts.flatMap(({ document, shown }) =>
      interactionsOf(document).map((interaction) => async () => {
        if (cutOff) return unverified(interaction, shown, cutOff);
        const name = `${interaction.consumer}: ${interaction.description}`;
        return this.#verify(interaction, shown, false, name);
      }),
    );
    if (stateUrl === null) return Promise.all(verifications.map((verify) => verify()));
    const verified: VerifiedInteraction[] = [];
    for (const verify of verifications) verified.push(await verify());
    return verified;
  }

  async #verify(
    interaction: ContractInteraction,
    source: string,
    own: boolean,
    name: string,
  ): Promise<VerifiedInteraction> {
    const unsupported = unsupportedReason(interaction);
    if (unsupported !== null) return unverified(interaction, source, unsupported);
    const { mask } = this.#setting;
    let { session, result, notVerified } = await this.#run(interaction, own, name);
    // A verifier that stumbled is given a second try: it says nothing of the target.
    if (notVerified?.skipCause === 'verifier' && !('fault' in result)) {
      ({ session, result, notVerified } = await this.#run(interaction, own, name));
    }
    const { exchanges, evaluated } = session;
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

  async #run(interaction: ContractInteraction, own: boolean, name: string) {
    const { stateResolver, forwarder, verifier, mask } = this.#setting;
    const session = new InteractionSession(interaction, { stateResolver, forwarder, own, name });
    const result = await (await verifier.local()).verifyInteraction(session, interaction.provider);
    const failure = 'fault' in result ? null : verifierFailure(result, session.exchanges.at(-1), mask);
    return { session, result, notVerified: session.notVerified ?? failure };
  }
}

export interface ContractRunSetting extends Pick<ContractsSetting, 'profiles' | 'verifier'> {
  readonly config: RunConfig;
  readonly target: TargetAccess;
  readonly client: Sender;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
}

/** The contracts of a run, with all that their verification needs. */
export function createContracts(setting: ContractRunSetting): Contracts {
  const { config, profiles, verifier, target, client, redactor, signal } = setting;
  const { stateUrl: url, broker } = config;
  for (const secret of Object.values(broker?.credentials ?? {})) redactor.addSecret(secret);
  const endpoint = url === null ? null : new StateEndpoint({ ...config, url, redactor, signal });
  const [profile] = [...profiles.filter(({ isServed }) => isServed), ...profiles];
  return new Contracts({
    config,
    profiles,
    verifier,
    stateResolver: new ProviderStateResolver(profiles, endpoint),
    forwarder: new RequestForwarder({
      target,
      client,
      profile: profile?.name ?? '',
    }),
    mask: (text) => redactor.text(text),
  });
}

/** Own contracts are verified at once and end in any order; in a fixed one, two runs are easily compared. */
function inOrder(all: readonly VerifiedInteraction[]): readonly VerifiedInteraction[] {
  const key = ({ source, consumer, provider, description }: VerifiedInteraction) =>
    [consumer, provider, source, description].join('\n');
  return all.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** A sentence on further contracts that were not verified, where there are any. */
function unverifiedWarning(others: readonly VerifiedInteraction[]): readonly string[] {
  const left = others.filter(({ outcome }) => outcome === 'not-verified');
  if (left.length === 0) return [];
  const reasons = [...new Set(left.map(({ notChecked }) => notChecked?.message ?? ''))];
  const more = reasons.length > 1 ? `, and ${reasons.length - 1} more: see verdict.json` : '';
  const of = `${left.length} of ${others.length} interactions of further consumer contracts`;
  return [`${of} were not verified (${reasons[0]}${more})`];
}

function descriptionOf(name: string): string {
  return name.replace(/^./u, (letter) => letter.toLowerCase());
}

function keyOf(profile: string, description: string): string {
  return `${profile} ${description}`;
}
