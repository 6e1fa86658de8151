import type { RunConfig } from '../../config/run-config.js';
import type { Fixtures } from '../../contract/fixtures.js';
import { isProfileName, type ProfileName } from '../../contract/profile.js';
import type { Sender } from '../../exchange/lane.js';
import type { Masker } from '../../exchange/masker.js';
import type { LateVerification } from '../../pact/verification.js';
import type { Signer } from '../../requests/ckstack/login.js';
import type { ContractVerdict } from '../../verify/verdict.js';
import type { Callers } from '../callers.js';
import type { Courier } from '../courier.js';
import { contractVerdicts, contractWarnings } from './contract-verdicts.js';
import { Contracts } from './contracts.js';
import { Dispatch } from './dispatch.js';
import { ProviderStates } from './provider-states.js';
import { StateEndpoint } from './state-endpoint.js';
import { StateKeeper } from './state-keeper.js';

export interface ContractRunSetting {
  readonly config: RunConfig;
  readonly fixtures: Fixtures;
  readonly served: readonly ProfileName[];
  readonly callers: Callers;
  readonly courier: Courier;
  readonly client: Sender;
  readonly signer: Signer;
  readonly pathPrefix: string;
  readonly masker: Masker;
  readonly signal: AbortSignal;
  readonly verification: LateVerification;
}

/** What the contracts of a run came to. */
export interface ContractsOutcome {
  readonly contracts: readonly ContractVerdict[];
  readonly warnings: readonly string[];
  /** Why there is no verdict on some of them: one sentence each. */
  readonly obstacles: readonly string[];
}

/** The contracts of one run, with all that their verification needs. */
export class ContractRun {
  readonly contracts: Contracts;
  readonly #courier: Courier;
  readonly #endpoint: StateEndpoint | null;

  constructor(setting: ContractRunSetting) {
    const { config, fixtures, served, callers, courier, client, signer, pathPrefix, masker } = setting;
    const credentials = Object.values(config.broker?.credentials ?? {});
    for (const secret of credentials) masker.add(secret);
    this.#courier = courier;
    this.#endpoint =
      config.stateUrl === null
        ? null
        : new StateEndpoint({ ...config, url: config.stateUrl, masker, signal: setting.signal });
    this.contracts = new Contracts({
      config,
      verification: setting.verification,
      keeper: new StateKeeper(new ProviderStates(callers, fixtures, served), this.#endpoint),
      dispatch: new Dispatch({
        courier,
        client,
        profile: served[0] ?? 'esignon-login',
        signer,
        apiKey: fixtures.ckstack?.apiKey ?? '',
        pathPrefix,
      }),
      mask: (text) => masker.mask(text),
    });
  }

  /**
   * Begins with the own contracts, as far as their scenarios were selected.
   * @throws {SuiteError} when one of them cannot be read
   */
  async begin(pickles: readonly { readonly uri: string; readonly name: string }[]): Promise<void> {
    const names = new Map<ProfileName, string[]>();
    for (const { uri, name } of pickles) {
      const profile = /(?:^|[\\/])features[\\/]pacts[\\/](.+)\.feature$/.exec(uri)?.[1] ?? '';
      if (isProfileName(profile)) names.set(profile, [...(names.get(profile) ?? []), name]);
    }
    await Promise.all([...names].map(([profile, wanted]) => this.contracts.begin(profile, wanted)));
  }

  /**
   * Verifies other people's contracts, once the scenarios are done: their states may change what scenarios
   * rely on.
   */
  async finish(): Promise<ContractsOutcome> {
    const { verified: others, warnings } = await this.contracts.verifyOthers(this.#courier.cutOff);
    const own = await this.contracts.verifiedOwn();
    await this.#endpoint?.close();
    const broken = [...own, ...others].flatMap(({ notChecked }) =>
      notChecked?.skipCause === 'verifier' ? [notChecked.message] : [],
    );
    return {
      contracts: contractVerdicts(own, others),
      warnings: [...contractWarnings(others), ...warnings],
      obstacles: [...new Set(broken)],
    };
  }
}
