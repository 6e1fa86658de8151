import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifierOptions } from '@pact-foundation/pact-core';
import type { BrokerConfig } from '../config/run-config.js';
import { startVerifierProcess, type VerifierProcess, type VerifierSetting } from './verifier-process.js';
import {
  type HandlerUrls,
  openVerifierProxy,
  type ProxyHandler,
  type VerifierProxy,
} from './verifier-proxy.js';
import { type InteractionResult, type Report, readReport } from './verifier-report.js';

/** Why there is no result: the verifier does not work. */
interface VerifierFault {
  readonly fault: string;
}

/** What a broker's contracts came to. */
interface BrokerReport extends Report {
  /** Why results could not be published. */
  readonly unpublished: readonly string[];
}

/** Pact's native verifier, and the proxy through which it gets contracts, provider states and the target. */
export interface ContractVerifier {
  /** Verifies the one interaction of the contract that the handler serves. Never rejects. */
  verifyInteraction(handler: ProxyHandler, provider: string): Promise<InteractionResult | VerifierFault>;
  /** Verifies the contracts that a broker has for the provider, and publishes the results if asked to. */
  verifyBroker(
    handler: ProxyHandler,
    broker: BrokerConfig,
    insecure: boolean,
  ): Promise<BrokerReport | VerifierFault>;
  close(): Promise<void>;
}

const UNPUBLISHED = /Publishing of verification results failed with an error: (.*)/g;

/** Our end has its own deadlines, so that the verifier's would only cut off what is still being tried. */
const NEVER_MS = 24 * 3600 * 1000;

/** Verifiers that are started when they are first needed, or a little earlier. */
export class LazyVerifier {
  #local: Promise<ContractVerifier> | undefined;
  #remote: Promise<ContractVerifier> | undefined;

  /**
   * For contracts that we have.
   * @throws {SuiteError} when this machine has no port to listen on
   */
  local(): Promise<ContractVerifier> {
    this.#local ??= startContractVerifier();
    return this.#local;
  }

  /** For contracts that a broker has. @throws {SuiteError} as above */
  remote(): Promise<ContractVerifier> {
    this.#remote ??= startContractVerifier({ trustsSystem: true });
    return this.#remote;
  }

  async close(): Promise<void> {
    const started = await Promise.allSettled([this.#local, this.#remote]);
    await Promise.all(started.map((each) => (each.status === 'fulfilled' ? each.value?.close() : undefined)));
  }
}

/** Starts the verifier's process, which takes a moment, and opens the proxy. @throws {SuiteError} as above */
export async function startContractVerifier(
  setting: Omit<VerifierSetting, 'isBusy'> = {},
): Promise<ContractVerifier> {
  let proxy: VerifierProxy | null = null;
  const process = startVerifierProcess({ ...setting, isBusy: () => proxy?.isBusy ?? false });
  proxy = await openVerifierProxy(() => process.noteActivity());
  return contractVerifier(process, proxy);
}

function contractVerifier(process: VerifierProcess, proxy: VerifierProxy): ContractVerifier {
  const run = async (
    urls: HandlerUrls,
    options: Partial<VerifierOptions>,
  ): Promise<Report | VerifierFault> => {
    const outcome = await process.verify({
      ...{ logLevel: 'error', timeout: NEVER_MS },
      ...{ providerBaseUrl: urls.target, providerStatesSetupUrl: urls.states },
      ...options,
    });
    if ('fault' in outcome) return { fault: proxy.withoutAddresses(outcome.fault) };
    // Nobody needs to see our addresses, which are gone by then.
    return readReport(proxy.withoutAddresses(outcome.report)) ?? { fault: 'its report cannot be read' };
  };

  return {
    async verifyInteraction(handler, provider) {
      const urls = proxy.open(handler);
      const outcome = await run(urls, { provider, pactUrls: [urls.contract] }).finally(() => urls.close());
      if ('fault' in outcome) return outcome;
      const [result, ...others] = outcome.interactions;
      // Nothing verified is no pass.
      if (result && others.length === 0) return result;
      const count = outcome.interactions.length;
      return { fault: outcome.errors[0] ?? `it verified ${count} interactions instead of one` };
    },
    async verifyBroker(handler, broker, insecure) {
      const urls = proxy.open(handler);
      // What could not be published is in no report, only in the log.
      const folder = await mkdtemp(join(tmpdir(), 'token-assay-'));
      const logFile = join(folder, 'verifier.log');
      try {
        const options = { ...brokerOptions(broker), logFile, disableSslVerification: insecure };
        const outcome = await run(urls, options);
        if ('fault' in outcome) return outcome;
        const log = await readFile(logFile, 'utf8').catch(() => '');
        return { ...outcome, unpublished: [...log.matchAll(UNPUBLISHED)].map(([, why = '']) => why) };
      } finally {
        urls.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
    async close() {
      await process.close();
      await proxy.close();
    },
  };
}

function brokerOptions(broker: BrokerConfig): Partial<VerifierOptions> {
  return {
    provider: broker.provider,
    pactBrokerUrl: broker.url,
    ...credentialsOf(broker),
    consumerVersionSelectors: [...broker.selectors],
    enablePending: broker.enablePending,
    failIfNoPactsFound: false,
    ...(broker.branch === null ? {} : { providerVersionBranch: broker.branch }),
    ...(broker.publishedVersion === null
      ? {}
      : { publishVerificationResult: true, providerVersion: broker.publishedVersion }),
  };
}

function credentialsOf({ credentials }: BrokerConfig): Partial<VerifierOptions> {
  if (credentials === null) return {};
  if ('token' in credentials) return { pactBrokerToken: credentials.token };
  return { pactBrokerUsername: credentials.username, pactBrokerPassword: credentials.password };
}
