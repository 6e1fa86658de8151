import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifierOptions } from '@pact-foundation/pact-core';
import type { BrokerConfig } from '../config/run-config.js';
import type { Mismatch } from './mismatch.js';
import { startVerifier, type Verifier, type VerifierSetting } from './verifier-process.js';
import { openVerifierProxy, type ProxyHandler, type VerifierProxy } from './verifier-proxy.js';
import { type InteractionResult, type Report, readReport } from './verifier-report.js';

type Outcome = Report | { readonly fault: string };

/** What a broker's contracts came to. */
export interface BrokerReport extends Report {
  /** Why results could not be published. */
  readonly unpublished: readonly string[];
}

/**
 * The native verifier and the desk through which it gets everything: contracts, provider states, the target.
 */
export interface Verification {
  /** Verifies the one interaction of the contract that the counter serves. Never rejects. */
  single(counter: ProxyHandler, provider: string): Promise<InteractionResult | { readonly fault: string }>;
  /**
   * Verifies the contracts that a broker has for the provider, and publishes the results if asked to. Never
   * rejects.
   */
  ofBroker(
    counter: ProxyHandler,
    broker: BrokerConfig,
    insecure: boolean,
  ): Promise<BrokerReport | { readonly fault: string }>;
  /** Why verifications do not work any more; `null`: they do. */
  readonly fault: string | null;
  close(): Promise<void>;
}

const UNPUBLISHED = /Publishing of verification results failed with an error: (.*)/g;

/** Our end has its own deadlines, so that the verifier's would only cut off what is still being tried. */
const NEVER_MS = 24 * 3600 * 1000;

/** Verifications that are started when they are first needed, or a little earlier. */
export class LateVerification {
  #local: Promise<Verification> | undefined;
  #remote: Promise<Verification> | undefined;

  /**
   * For contracts that we have.
   * @throws {SuiteError} when this machine has no port to listen on
   */
  local(): Promise<Verification> {
    this.#local ??= startVerification();
    return this.#local;
  }

  /** For contracts that a broker has. @throws {SuiteError} as above */
  remote(): Promise<Verification> {
    this.#remote ??= startVerification({ trustsSystem: true });
    return this.#remote;
  }

  async close(): Promise<void> {
    const started = await Promise.allSettled([this.#local, this.#remote]);
    await Promise.all(started.map((each) => (each.status === 'fulfilled' ? each.value?.close() : undefined)));
  }
}

/** Starts the verifier's process, which takes a moment, and opens the desk. */
export async function startVerification(
  setting: Omit<VerifierSetting, 'isBusy'> = {},
): Promise<Verification> {
  let proxy: VerifierProxy | null = null;
  const verifier = startVerifier({ ...setting, isBusy: () => proxy?.isBusy ?? false });
  proxy = await openVerifierProxy(() => verifier.sign());
  return verificationWith(verifier, proxy);
}

function verificationWith(verifier: Verifier, proxy: VerifierProxy): Verification {
  let fault: string | null = null;

  const run = async (options: VerifierOptions): Promise<Outcome> => {
    const outcome = await verifier.verify({ logLevel: 'error', timeout: NEVER_MS, ...options });
    const report = 'fault' in outcome ? null : readReport(outcome.report);
    if (report !== null) return anonymous(report, proxy);
    const cause = 'fault' in outcome ? outcome.fault : 'its report cannot be read';
    fault ??= proxy.anonymous(cause);
    return { fault: proxy.anonymous(cause) };
  };

  return {
    get fault() {
      return fault ?? verifier.fault;
    },
    async single(counter, provider) {
      const urls = proxy.open(counter);
      const outcome = await run({
        provider,
        providerBaseUrl: urls.target,
        providerStatesSetupUrl: urls.states,
        pactUrls: [urls.contract],
      }).finally(() => urls.leave());
      if ('fault' in outcome) return outcome;
      const [result, ...others] = outcome.interactions;
      // Nothing verified is no pass.
      if (result && others.length === 0) return result;
      const cause = outcome.errors[0] ?? `it verified ${outcome.interactions.length} interactions, not one`;
      fault ??= cause;
      return { fault: cause };
    },
    async ofBroker(counter, broker, insecure) {
      const urls = proxy.open(counter);
      // What could not be published stands in no report, but in the log.
      const folder = await mkdtemp(join(tmpdir(), 'token-assay-'));
      const logFile = join(folder, 'verifier.log');
      try {
        const outcome = await run({
          provider: broker.provider,
          providerBaseUrl: urls.target,
          providerStatesSetupUrl: urls.states,
          logFile,
          ...brokerOptions(broker),
          disableSslVerification: insecure,
        });
        if ('fault' in outcome) return outcome;
        const log = await readFile(logFile, 'utf8').catch(() => '');
        return { ...outcome, unpublished: [...log.matchAll(UNPUBLISHED)].map(([, why = '']) => why) };
      } finally {
        urls.leave();
        await rm(folder, { recursive: true, force: true });
      }
    },
    async close() {
      await verifier.close();
      await proxy.close();
    },
  };
}

function brokerOptions(broker: BrokerConfig): Partial<VerifierOptions> {
  return {
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

/** Nobody should see the desk's addresses: they are ours, and gone. */
function anonymous({ interactions, errors }: Report, proxy: VerifierProxy): Report {
  const tidy = (mismatch: Mismatch): Mismatch => ({
    ...mismatch,
    description: proxy.anonymous(mismatch.description),
    actual: proxy.anonymous(mismatch.actual),
  });
  return {
    errors: errors.map((error) => proxy.anonymous(error)),
    interactions: interactions.map((each) => ({
      ...each,
      mismatches: each.mismatches.map(tidy),
      error: each.error === null ? null : proxy.anonymous(each.error),
    })),
  };
}
