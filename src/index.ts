import type { RunConfig } from './config/run-config.js';
import { loadConfig, type SuiteOptions } from './config/suite-options.js';
import { joinObservers } from './engine/join-observers.js';
import { type RunObserver, runSuite as runEngine } from './engine/run-suite.js';
import { openReports } from './report/run-reports.js';
import type { Verdict } from './verdict/verdict.js';

/** What else a program can give to a run. */
export interface RunHooks {
  /** Hears how the run goes. */
  readonly observer?: RunObserver;
  /** Cuts the run off: the verdict then says so. */
  readonly signal?: AbortSignal;
}

/**
 * Tests a target. Ends no process and prints nothing; writes reports only where the options name a folder for them.
 *
 * @param options what to test and how, or what `loadConfig` made of it
 * @returns the verdict, also where there is none: then `conformant` is `null` and `error` says why
 * @throws {AssayError} of exit code 2 for a mistake in options or files; nothing was sent
 */
export async function runSuite(
  options: SuiteOptions | RunConfig = {},
  { observer = {}, signal }: RunHooks = {},
): Promise<Verdict> {
  const config = 'knownProfiles' in options ? options : await loadConfig(options);
  const reports = await openReports(config.reportsDir, { html: config.html, env: process.env });
  try {
    const verdict = await runEngine(config, joinObservers(reports.observer, observer), signal);
    const { notes } = await reports.write(verdict);
    return { ...verdict, warnings: [...verdict.warnings, ...notes] };
  } finally {
    await reports.close();
  }
}

export type { BrokerConfig, BrokerCredentials, Fixtures, RunConfig, Waiver } from './config/run-config.js';
export { type FixturesContent, loadConfig, type SuiteOptions } from './config/suite-options.js';
export type { FuzzProgress } from './engine/run-context.js';
export type { RunObserver } from './engine/run-suite.js';
export type { ScenarioObserver } from './engine/scenario-tally.js';
export { AssayError, type ErrorExitCode } from './errors/assay-error.js';
export { NotChecked } from './errors/not-checked.js';
export type {
  Answer,
  Exchange,
  Failure,
  FailureKind,
  OutgoingRequest,
  RequestFacts,
  SignatureFreshness,
} from './http/exchange.js';
export { describeStatus } from './http/status.js';
export {
  type Ambiguity,
  type CheckedFixtures,
  type ClauseRoles,
  type ContractSupport,
  type Deviation,
  type EvaluatedExchange,
  type Evaluation,
  type FixturesContext,
  type FixturesPart,
  type FuzzProperty,
  isNotApplicable,
  type NotApplicable,
  type PendingRequest,
  type PreparedRequest,
  type PreparedState,
  type Profile,
  type ProfileRun,
  type ProfileSetting,
  type ProviderState,
  type RequestFactory,
  type TestUser,
} from './profiles/profile.js';
export type { RedactedExchange, RedactedText } from './redaction/redacted-exchange.js';
export { type HeaderField, headerValue } from './text/header-field.js';
export { type JsonAnswer, readJson } from './text/json-answer.js';
export type { Check, ScenarioRef, Violation } from './verdict/check.js';
export type { Clause, Level } from './verdict/clause.js';
export type { Edition, JudgedEdition } from './verdict/edition.js';
export type {
  ClauseVerdict,
  ContractMismatch,
  ContractVerdict,
  Evidence,
  Outcome,
  OutcomeCounts,
  ProfileVerdict,
  SkipCause,
  SkippedScenario,
  Verdict,
  VerdictError,
  WaiverVerdict,
} from './verdict/verdict.js';
