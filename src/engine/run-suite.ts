import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { packageVersion } from '../config/package-version.js';
import type { RunConfig } from '../config/run-config.js';
import { CutOffError } from '../errors/cut-off-error.js';
import { EmptySelectionError } from '../errors/empty-selection-error.js';
import type { RunError } from '../errors/run-error.js';
import { SuiteError } from '../errors/suite-error.js';
import { ThrottledError } from '../errors/throttled-error.js';
import { UnverifiedContractsError } from '../errors/unverified-contracts-error.js';
import { createClient } from '../http/client.js';
import { LazyVerifier } from '../pact/contract-verifier.js';
import { type ContractsOutcome, createContracts } from '../pact/contracts.js';
import { PROFILE_NAMES, type ProfileName } from '../profiles/built-in.js';
import { clausesOf } from '../profiles/catalogue.js';
import { createSigner } from '../profiles/ckstack/signer.js';
import type { EvaluatedExchange } from '../profiles/login/evaluated-exchange.js';
import { EMBEDDED_FIXTURES } from '../provider/embedded-fixtures.js';
import { startProvider } from '../provider/listen.js';
import type { RedactedExchange } from '../redaction/redacted-exchange.js';
import { createRedactor } from '../redaction/redactor.js';
import { describeAnswer, describeRequest } from '../report/describe.js';
import { headerNames } from '../text/header-field.js';
import { buildVerdict } from '../verdict/build-verdict.js';
import { Ledger } from '../verdict/ledger.js';
import type { ProfileVerdict, Verdict } from '../verdict/verdict.js';
import { waiverVerdicts } from '../verdict/waiver-verdicts.js';
import { isWaived } from '../verdict/waivers.js';
import { contractProfiles } from './contract-profiles.js';
import { ExchangeTally } from './exchange-tally.js';
import { findProfiles } from './find-profiles.js';
import { fixtureSecrets } from './fixture-secrets.js';
import { checkGoodLogins } from './good-logins.js';
import { watchMemory } from './memory-watch.js';
import { nonceOf } from './nonce.js';
import { probe } from './probe.js';
import { replayCommand } from './replay-command.js';
import { type FuzzProgress, type RunContext, register, unregister } from './run-context.js';
import { runErrorOf } from './run-error-of.js';
import { type ScenarioObserver, ScenarioTally } from './scenario-tally.js';
import { type Envelope, planScenarios, preloadSteps, runScenarios, type ScenarioPlan } from './scenarios.js';
import { TargetSession } from './target-session.js';
import { TestUsers } from './test-users.js';

/** Who looks on while a run goes: every method is optional and must not throw. */
export interface RunObserver {
  /** An exchange is over. */
  exchange?(exchange: RedactedExchange): void;
  /** The profiles are found, the scenarios selected. */
  planned?(plan: ScenarioPlan, profiles: readonly ProfileVerdict[]): void;
  /** A message of cucumber's stream, from any of the features under way. */
  envelope?(envelope: Envelope): void;
  readonly scenarios?: ScenarioObserver;
  /** A property of generated requests goes on. */
  fuzz?(progress: FuzzProgress): void;
}

const NO_CONTRACTS: ContractsOutcome = { contracts: [], warnings: [], noVerdictReasons: [] };
/** Exchanges in flight at once: as many as the clauses on simultaneous logins need. */
const MIN_IN_FLIGHT = 16;

/**
 * One run, from configuration to verdict. Writes nothing.
 *
 * @param signal cuts the run off: the verdict then says so
 * @param shared the verifier of several runs, which outlives them; default: one of the run's own
 * Never throws once the embedded provider listens: what a target does, and a fault of the suite, ends in the verdict.
 */
export async function runSuite(
  config: RunConfig,
  observer: RunObserver = {},
  signal?: AbortSignal,
  shared?: LazyVerifier,
): Promise<Verdict> {
  const startedAt = new Date();
  const begin = performance.now();
  const embedded = config.target === null ? await startProvider() : null;
  const cutOff = new AbortController();
  // Every exchange in flight listens.
  setMaxListeners(0, cutOff.signal);
  const redactor = createRedactor();
  const baseUrl = config.target ?? embedded?.url ?? '';
  const fixtures =
    config.target === null && config.fixturesSource === null ? EMBEDDED_FIXTURES : config.fixtures;
  for (const secret of fixtureSecrets(fixtures)) redactor.addSecret(secret);
  const sent = new ExchangeTally();
  const client = createClient({
    baseUrl,
    timeoutMs: config.timeoutMs,
    rate: config.rate,
    maxInFlight: Math.max(MIN_IN_FLIGHT, config.concurrency),
    headers: config.headers,
    ca: config.ca,
    insecure: config.insecure,
    userAgent: `token-assay/${packageVersion()}`,
    redactor,
    onExchange: (exchange) => {
      sent.note(exchange);
      observer.exchange?.(exchange);
    },
    signal: cutOff.signal,
  });
  const format = fixtures.esignon?.expireDateFormat;
  const settings = format === undefined ? {} : { expireDateFormat: format };
  const sources = {
    fixtures,
    nonce: nonceOf(config.seed),
    signer: createSigner(fixtures.ckstack?.signature),
    pathPrefix: new URL(baseUrl).pathname.replace(/\/$/, ''),
    addedHeaders: headerNames(config.headers),
  };
  const testUsers = new TestUsers(sources);
  const session = new TargetSession(client, settings, config.maxFailedLogins);
  const ledger = new Ledger(redactor);
  const tally = new ScenarioTally(observer.scenarios);
  const verifier = shared ?? new LazyVerifier();
  let contracts: ContractsOutcome = NO_CONTRACTS;
  const suiteErrors: string[] = [];
  const errors: RunError[] = [];
  let profiles: readonly ProfileVerdict[] = [];
  const interrupt = () => {
    session.abort('it was interrupted');
    cutOff.abort();
  };
  signal?.addEventListener('abort', interrupt);
  const memory = watchMemory((used) => {
    session.abort(`the answers of the target take too much memory (${used} MiB in use)`);
    cutOff.abort();
  });

  try {
    preloadSteps();
    // Its process takes a while to start; with a selection of scenarios it may not be needed.
    if (config.tags === null) await verifier.local();
    const probed = new Map<ProfileName, EvaluatedExchange>();
    const found = await findProfiles(
      config.profiles ?? PROFILE_NAMES,
      // Each by a courier of its own: what one endpoint leaves unanswered says nothing of another.
      (profile) => {
        const first = new TargetSession(client, settings, 1, []);
        return probe(profile, first, testUsers, sources, (evaluated) => probed.set(profile, evaluated));
      },
    );
    // It quotes the target, which may say back what it was told.
    profiles = found.map((profile) => ({ ...profile, how: redactor.text(profile.how) }));
    const served = profiles.filter((profile) => profile.served).map(({ name }) => name);
    const contractRun = createContracts({
      config,
      profiles: contractProfiles(sources, testUsers, served),
      verifier,
      target: session,
      client,
      redactor,
      signal: cutOff.signal,
    });
    const run: RunContext = {
      id: randomUUID(),
      config,
      fixtures,
      baseUrl,
      nonce: sources.nonce,
      served,
      session,
      users: testUsers,
      ledger,
      signer: sources.signer,
      redactor,
      onFuzz: (progress) => observer.fuzz?.(progress),
      probed,
      shared: new Map(),
      contracts: contractRun,
      suiteErrors,
    };
    register(run);
    try {
      const plan = await planScenarios(served, config.tags);
      observer.planned?.(plan, profiles);
      if (plan.total === 0 && served.length > 0) {
        errors.push(new EmptySelectionError(config.tags, served));
      } else {
        await contractRun.begin(plan.pickles);
        await checkGoodLogins(run);
        await runScenarios(run, plan, (envelope) => {
          tally.onEnvelope(envelope);
          observer.envelope?.(envelope);
        });
        contracts = await contractRun.finish();
        await session.drain();
      }
    } finally {
      unregister(run);
    }
  } catch (error) {
    errors.push(runErrorOf(error));
  } finally {
    signal?.removeEventListener('abort', interrupt);
    memory.stop();
    if (!shared) await verifier.close();
    await client.close();
    await embedded?.close();
  }

  if (session.cutOff !== null) errors.push(new CutOffError(session.cutOff));
  for (const fault of [...tally.suiteFaults, ...suiteErrors]) errors.push(new SuiteError(fault));
  if (session.throttled) errors.push(new ThrottledError());
  for (const reason of contracts.noVerdictReasons) errors.push(new UnverifiedContractsError(reason));
  return buildVerdict({
    tool: { name: 'token-assay', version: packageVersion() },
    target: config.target ?? 'embedded',
    seed: config.seed,
    fuzzRuns: config.fuzzRuns,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - begin),
    strict: config.strict,
    profiles,
    exchanges: sent.count,
    scenarios: tally.counts,
    waivers: waiverVerdicts(config.waivers, profiles, ledger),
    contracts: contracts.contracts,
    warnings: [
      ...(config.insecure ? ['TLS certificates were not verified (--insecure)'] : []),
      ...sent.warnings,
      ...contracts.warnings,
    ],
    clausesOf,
    factsOf: (profile, { id, level }) => ({
      ...ledger.of(profile, id, level),
      waived: isWaived(config.waivers, id, level),
    }),
    skipped: ledger.skipped,
    pinned: config.profiles,
    mustBeComplete: config.complete,
    errors: errors.map(({ code, reason, message }) => ({
      code,
      reason: redactor.text(reason),
      message: redactor.text(message),
    })),
    describe: (exchange) => ({
      request: redactor.text(describeRequest(exchange)),
      answer: redactor.text(describeAnswer(exchange)),
    }),
    replay: (violation) => replayCommand(config, violation),
  });
}
