import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { packageVersion } from '../config/package-version.js';
import type { RunConfig } from '../config/run-config.js';
import { CutOffError } from '../errors/cut-off-error.js';
import { EmptySelectionError } from '../errors/empty-selection-error.js';
import type { RunError } from '../errors/run-error.js';
import { SuiteError } from '../errors/suite-error.js';
import { ThrottledError } from '../errors/throttled-error.js';
import { UnreachableTargetError } from '../errors/unreachable-target-error.js';
import { UntestedProfileError } from '../errors/untested-profile-error.js';
import { UnverifiedContractsError } from '../errors/unverified-contracts-error.js';
import { type Client, createClient } from '../http/client.js';
import { LazyVerifier } from '../pact/contract-verifier.js';
import { type Contracts, type ContractsOutcome, createContracts } from '../pact/contracts.js';
import type { EvaluatedExchange, Profile } from '../profiles/profile.js';
import { EMBEDDED_FIXTURES } from '../provider/embedded-fixtures.js';
import { type RunningProvider, startProvider } from '../provider/listen.js';
import type { RedactedExchange } from '../redaction/redacted-exchange.js';
import { createRedactor } from '../redaction/redactor.js';
import { describeAnswer, describeRequest } from '../report/describe.js';
import { headerNames } from '../text/header-field.js';
import { buildVerdict } from '../verdict/build-verdict.js';
import { clausesOf } from '../verdict/clause.js';
import { catalogueDigest, sinceOf } from '../verdict/edition.js';
import { Ledger } from '../verdict/ledger.js';
import type { ProfileVerdict, Verdict } from '../verdict/verdict.js';
import { Waivers } from '../verdict/waivers.js';
import { contractProfiles } from './contract-profiles.js';
import { ContractTarget } from './contract-target.js';
import { ExchangeTally } from './exchange-tally.js';
import { findProfiles } from './find-profiles.js';
import { checkGoodLogins } from './good-logins.js';
import type { Lockout } from './lockout-guard.js';
import { watchMemory } from './memory-watch.js';
import { judgeMissedAnswers } from './missed-answers.js';
import { nonceOf } from './nonce.js';
import { goodLoginOf, probe } from './probe.js';
import { replayCommand } from './replay-command.js';
import { type FuzzProgress, type RunContext, register, unregister } from './run-context.js';
import { runErrorOf } from './run-error-of.js';
import { type ScenarioObserver, ScenarioTally } from './scenario-tally.js';
import {
  type EnvelopeListener,
  planScenarios,
  preloadSteps,
  runScenarios,
  type ScenarioPlan,
} from './scenarios.js';
import { type Evaluate, type SessionSetting, TargetSession } from './target-session.js';
import { type OpenProfile, TestUsers } from './test-users.js';
import { TokenHolders } from './token-comparison.js';
import { untestedProfiles } from './untested-profiles.js';

/** Observer of a run; all methods are optional, none may throw. */
export interface RunObserver {
  /** An exchange is over. */
  exchange?(exchange: RedactedExchange): void;
  /** The profiles are found, the scenarios selected. */
  planned?(plan: ScenarioPlan, profiles: readonly ProfileVerdict[]): void;
  /** A message of cucumber's stream, from any of the features under way. */
  readonly envelope?: EnvelopeListener;
  readonly scenarios?: ScenarioObserver;
  /** A property of generated requests made progress. */
  fuzz?(progress: FuzzProgress): void;
}

/** Most exchanges in flight at a time: as many as the clauses on simultaneous logins need. */
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
  const embedded = config.target === null ? await startProvider() : null;
  const verifier = shared ?? new LazyVerifier();
  const run = new SuiteRun(config, observer, config.target ?? embedded?.url ?? '', verifier);
  const interrupt = () => run.abort('it was interrupted');
  signal?.addEventListener('abort', interrupt);
  try {
    await run.execute();
  } finally {
    signal?.removeEventListener('abort', interrupt);
    await close(run, shared ? null : verifier, embedded);
  }
  return run.verdict();
}

async function close(
  run: SuiteRun,
  verifier: LazyVerifier | null,
  embedded: RunningProvider | null,
): Promise<void> {
  await verifier?.close();
  await run.close();
  await embedded?.close();
}

/** The parts of one run, and its steps in their order. */
class SuiteRun {
  readonly #config: RunConfig;
  readonly #observer: RunObserver;
  readonly #verifier: LazyVerifier;
  readonly #startedAt = new Date();
  readonly #begin = performance.now();
  readonly #cutOff = new AbortController();
  readonly #redactor = createRedactor();
  readonly #sent = new ExchangeTally();
  readonly #ledger: Ledger;
  readonly #waivers: Waivers;
  readonly #tally: ScenarioTally;
  readonly #client: Client;
  readonly #users = new TestUsers();
  readonly #candidates: readonly OpenProfile[];
  readonly #session: TargetSession;
  readonly #suiteErrors: string[] = [];
  readonly #warnings: string[] = [];
  /** Why the run could not do all its work. */
  readonly #errors: RunError[] = [];
  #profiles: readonly ProfileVerdict[] = [];
  /** Profiles that something in the way may hide. */
  #gated: readonly string[] = [];
  /** Families that the fixtures file of the user describes. */
  readonly #described = new Set<string>();
  #contracts: ContractsOutcome = { contracts: [], warnings: [], noVerdictReasons: [] };

  constructor(config: RunConfig, observer: RunObserver, baseUrl: string, verifier: LazyVerifier) {
    this.#config = config;
    this.#observer = observer;
    this.#verifier = verifier;
    // Every exchange in flight listens.
    setMaxListeners(0, this.#cutOff.signal);
    this.#ledger = new Ledger(this.#redactor, (name) => this.#profileOf(name).clauses);
    this.#waivers = new Waivers(config.waivers, this.#startedAt);
    this.#tally = new ScenarioTally(observer.scenarios);
    this.#client = this.#createClient(baseUrl);
    this.#candidates = this.#openProfiles(new URL(baseUrl).pathname.replace(/\/$/, ''));
    this.#session = new TargetSession(this.#sessionSetting(config.maxFailedLogins));
  }

  /** From now on nothing is sent any more; the verdict gives the reason. */
  abort(reason: string): void {
    this.#session.abort(reason);
    this.#cutOff.abort();
  }

  /** Probe, good logins, scenarios, contracts of other consumers, and a good login as the last of every account. */
  async execute(): Promise<void> {
    const memory = watchMemory((used) =>
      this.abort(`the answers of the target take too much memory (${used} MiB in use)`),
    );
    try {
      preloadSteps();
      // Its process takes a while to start, and selected scenarios may not need it.
      if (this.#config.tags === null) await this.#verifier.local();
      const probed = await this.#probe();
      const served = this.#served;
      const contracts = createContracts({
        config: this.#config,
        profiles: contractProfiles(this.#candidates, served),
        verifier: this.#verifier,
        target: new ContractTarget(this.#session, () => context),
        client: this.#client,
        redactor: this.#redactor,
        signal: this.#cutOff.signal,
      });
      const context = this.#contextOf(served, probed, contracts);
      await this.#check(context);
    } catch (error) {
      this.#errors.push(runErrorOf(error));
    } finally {
      memory.stop();
    }
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  verdict(): Verdict {
    const config = this.#config;
    const recordOf = this.#ledger.of.bind(this.#ledger);
    return buildVerdict({
      tool: { name: 'token-assay', version: packageVersion() },
      target: config.target ?? 'embedded',
      seed: config.seed,
      fuzzRuns: config.fuzzRuns,
      startedAt: this.#startedAt.toISOString(),
      durationMs: Math.round(performance.now() - this.#begin),
      strict: config.strict,
      edition: { name: config.edition, digest: catalogueDigest(clausesOf(config.knownProfiles)) },
      profiles: this.#profiles,
      exchanges: this.#sent.count,
      scenarios: this.#tally.counts,
      waivers: this.#waivers.verdicts(
        this.#served.map(({ profile }) => profile),
        recordOf,
      ),
      contracts: this.#contracts.contracts,
      warnings: [
        ...(config.insecure ? ['TLS certificates were not verified (--insecure)'] : []),
        ...this.#sent.warnings,
        ...this.#warnings,
        ...this.#lockouts.map(({ reason }) => reason),
        ...this.#contracts.warnings,
      ],
      clausesOf: (name) => this.#profileOf(name).clauses,
      goodLoginOf: (name) => this.#profileOf(name).roles.goodLogin,
      factsOf: (profile, clause) => {
        const record = recordOf(profile, clause.id, clause.level, sinceOf(clause));
        return this.#isCutShort(profile, clause.id) ? { ...record, checks: 0 } : record;
      },
      isWaived: (violation) => this.#waivers.accept(violation),
      skipped: this.#ledger.skipped,
      pinned: config.profiles?.filter((name) => !this.#gated.includes(name)) ?? null,
      mustBeComplete: config.complete,
      errors: this.#allErrors().map(({ code, reason, message }) => ({
        code,
        reason: this.#redactor.text(reason),
        message: this.#redactor.text(message),
      })),
      describe: (exchange) => ({
        request: this.#redactor.text(describeRequest(exchange)),
        answer: this.#redactor.text(describeAnswer(exchange)),
      }),
      replay: (violation) => replayCommand(config, violation),
    });
  }

  /** Accounts that are locked although no more logins failed in a row than the budget allows for. */
  get #lockouts(): readonly Lockout[] {
    return this.#session.lockouts.filter(({ isWithinBudget }) => !isWithinBudget);
  }

  /** Whether a clause cannot be said to hold, since an account was locked before all of it was checked. */
  #isCutShort(profile: string, clause: string): boolean {
    const { loginAfterRefusals, goodLogin } = this.#profileOf(profile).roles;
    if (clause !== loginAfterRefusals || clause === goodLogin) return false;
    return this.#lockouts.some((lockout) => lockout.profile === profile);
  }

  #createClient(baseUrl: string): Client {
    const config = this.#config;
    return createClient({
      baseUrl,
      timeoutMs: config.timeoutMs,
      rate: config.rate,
      maxInFlight: Math.max(MIN_IN_FLIGHT, config.concurrency),
      headers: config.headers,
      ca: config.ca,
      insecure: config.insecure,
      userAgent: `token-assay/${packageVersion()}`,
      redactor: this.#redactor,
      onExchange: (exchange) => {
        this.#sent.note(exchange);
        this.#observer.exchange?.(exchange);
      },
      signal: this.#cutOff.signal,
    });
  }

  #sessionSetting(maxFailedLogins: number): SessionSetting {
    return {
      client: this.#client,
      evaluate: this.#evaluate,
      goodLogin: async (name) => {
        const open = this.#candidates.find(({ profile }) => profile.name === name);
        return open && goodLoginOf(open.run);
      },
      maxFailedLogins,
    };
  }

  #openProfiles(pathPrefix: string): readonly OpenProfile[] {
    const { target, fixturesSource, fixtures: given, knownProfiles, seed, headers } = this.#config;
    const fixtures = target === null && fixturesSource === null ? EMBEDDED_FIXTURES : given;
    const common = {
      nonce: nonceOf(seed),
      pathPrefix,
      addedHeaders: headerNames(headers),
    };
    return knownProfiles.map((profile) => {
      const part: unknown = (fixtures as Readonly<Record<string, unknown>>)[profile.family];
      if (part !== undefined) {
        if (target !== null) this.#described.add(profile.family);
        for (const secret of profile.fixtures.secrets(part)) this.#redactor.addSecret(secret);
      }
      return { profile, run: profile.open({ ...common, fixtures: part }) };
    });
  }

  /** @returns the answer to the good login of each profile, where one was sent */
  async #probe(): Promise<ReadonlyMap<string, EvaluatedExchange>> {
    const pinned = this.#config.profiles;
    const probed = new Map<string, EvaluatedExchange>();
    const found = await findProfiles(
      this.#candidates.filter(({ profile }) => pinned?.includes(profile.name) ?? true),
      pinned,
      // Each in its own session: a missing answer of one endpoint says nothing about another.
      async (open) => {
        const { name, family } = open.profile;
        if (this.#config.target === null && !Object.hasOwn(EMBEDDED_FIXTURES, family))
          return { name, served: false, how: 'is not part of the embedded reference provider' };
        const first = new TargetSession({ ...this.#sessionSetting(1), reconnectWaits: [] });
        return probe(open, first, (evaluated) => {
          probed.set(name, evaluated);
          const account = evaluated.exchange.request.facts?.account;
          if (account && evaluated.isAccepted) this.#session.noteGoodLogin(account);
        });
      },
    );
    // It quotes text from the target, which may echo secrets.
    this.#profiles = found.map(({ name, served, how }) => ({ name, served, how: this.#redactor.text(how) }));
    this.#gated = found.filter(({ isGated }) => isGated).map(({ name }) => name);
    const untested = untestedProfiles(this.#candidates, found, this.#described, pinned);
    if (untested.length > 0)
      this.#errors.push(new UntestedProfileError(untested.map((text) => this.#redactor.text(text))));
    return probed;
  }

  async #check(context: RunContext): Promise<void> {
    register(context);
    try {
      const { tags } = this.#config;
      const plan = await planScenarios(
        context.served.map(({ profile }) => profile),
        tags,
      );
      this.#observer.planned?.(plan, this.#profiles);
      if (plan.total === 0 && context.served.length > 0) {
        const names = context.served.map(({ profile }) => profile.name);
        this.#errors.push(new EmptySelectionError(tags, names));
        return;
      }
      await context.contracts.begin(plan.pickles);
      await checkGoodLogins(context);
      await runScenarios(context, plan, (envelope, profile) => {
        this.#tally.onEnvelope(envelope, profile);
        this.#observer.envelope?.(envelope, profile);
      });
      this.#contracts = await context.contracts.finish();
      await this.#session.drain();
      for (const { profile, reason } of this.#lockouts) {
        const { loginAfterRefusals } = this.#profileOf(profile).roles;
        const scenario = 'A user can still log in after refused requests';
        this.#ledger.skip({
          ...{ scenario, location: 'the whole run', profile, reason },
          clauses: [loginAfterRefusals],
          level: 'MUST' as const,
          cause: 'precondition',
        });
      }
      this.#warnings.push(...judgeMissedAnswers(context, this.#session.missed, this.#client.starvedShare));
    } finally {
      unregister(context);
    }
  }

  #contextOf(
    served: readonly OpenProfile[],
    probed: ReadonlyMap<string, EvaluatedExchange>,
    contracts: Contracts,
  ): RunContext {
    return {
      id: randomUUID(),
      config: this.#config,
      served,
      session: this.#session,
      users: this.#users,
      ledger: this.#ledger,
      waivers: this.#waivers,
      redactor: this.#redactor,
      onFuzz: (progress) => this.#observer.fuzz?.(progress),
      probed,
      shared: new Map(),
      tokens: new TokenHolders(),
      contracts,
      suiteErrors: this.#suiteErrors,
    };
  }

  #allErrors(): readonly RunError[] {
    const { cutOff, throttled, obstacles } = this.#session;
    return [
      ...this.#errors,
      ...(cutOff === null ? [] : [new CutOffError(cutOff)]),
      ...[...this.#tally.suiteFaults, ...this.#suiteErrors].map((fault) => new SuiteError(fault)),
      ...(throttled ? [new ThrottledError()] : []),
      ...obstacles.map((reason) => new UnreachableTargetError(reason)),
      ...this.#contracts.noVerdictReasons.map((reason) => new UnverifiedContractsError(reason)),
    ];
  }

  readonly #evaluate: Evaluate = (exchange) => {
    const open = this.#candidates.find(({ profile }) => profile.name === exchange.request.profile);
    if (!open) throw new Error(`a request of the unknown profile ${exchange.request.profile}`);
    return open.run.evaluate(exchange);
  };

  get #served(): readonly OpenProfile[] {
    return this.#candidates.filter(({ profile }) =>
      this.#profiles.some(({ name, served }) => served && name === profile.name),
    );
  }

  #profileOf(name: string): Profile {
    const open = this.#candidates.find(({ profile }) => profile.name === name);
    if (!open) throw new Error(`there is no profile ${name}`);
    return open.profile;
  }
}
