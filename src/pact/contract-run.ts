import type { RunConfig } from '../config/run-config.js';
import type { TargetSession } from '../engine/target-session.js';
import type { TestUsers } from '../engine/test-users.js';
import type { Sender } from '../http/request-queue.js';
import { isProfileName, type ProfileName } from '../profiles/built-in.js';
import type { Signer } from '../profiles/ckstack/requests/login.js';
import type { Fixtures } from '../profiles/fixtures.js';
import type { Redactor } from '../redaction/redactor.js';
import type { ContractVerdict } from '../verdict/verdict.js';
import { contractVerdicts, contractWarnings } from './contract-verdicts.js';
import { Contracts } from './contracts.js';
import { ProviderStateResolver } from './provider-state-resolver.js';
import { ProviderStates } from './provider-states.js';
import { RequestForwarder } from './request-forwarder.js';
import { StateEndpoint } from './state-endpoint.js';
import type { LateVerification } from './verification.js';

export interface ContractRunSetting {
  readonly config: RunConfig;
  readonly fixtures: Fixtures;
  readonly served: readonly ProfileName[];
  readonly testUsers: TestUsers;
  readonly session: TargetSession;
  readonly client: Sender;
  readonly signer: Signer;
  readonly pathPrefix: string;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  readonly verification: LateVerification;
}

/** What the contracts of a run came to. */
export interface ContractsOutcome {
  readonly contracts: readonly ContractVerdict[];
  readonly warnings: readonly string[];
  /** Why there is no verdict on some of them: one sentence each. */
  readonly noVerdictReasons: readonly string[];
}

/** The contracts of one run, with all that their verification needs. */
export class ContractRun {
  readonly contracts: Contracts;
  readonly #session: TargetSession;
  readonly #endpoint: StateEndpoint | null;

  constructor(setting: ContractRunSetting) {
    const { config, fixtures, served, testUsers, session, client, signer, pathPrefix, redactor } = setting;
    const credentials = Object.values(config.broker?.credentials ?? {});
    for (const secret of credentials) redactor.addSecret(secret);
    this.#session = session;
    this.#endpoint =
      config.stateUrl === null
        ? null
        : new StateEndpoint({ ...config, url: config.stateUrl, redactor, signal: setting.signal });
    this.contracts = new Contracts({
      config,
      verification: setting.verification,
      stateResolver: new ProviderStateResolver(
        new ProviderStates(testUsers, fixtures, served),
        this.#endpoint,
      ),
      forwarder: new RequestForwarder({
        session,
        client,
        profile: served[0] ?? 'esignon-login',
        signer,
        apiKey: fixtures.ckstack?.apiKey ?? '',
        pathPrefix,
      }),
      mask: (text) => redactor.text(text),
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
    const { verified: others, warnings } = await this.contracts.verifyOthers(this.#session.cutOff);
    const own = await this.contracts.verifiedOwn();
    await this.#endpoint?.close();
    const broken = [...own, ...others].flatMap(({ notChecked }) =>
      notChecked?.skipCause === 'verifier' ? [notChecked.message] : [],
    );
    return {
      contracts: contractVerdicts(own, others),
      warnings: [...contractWarnings(others), ...warnings],
      noVerdictReasons: [...new Set(broken)],
    };
  }
}
