import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSources,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { ProfileName } from '../contract/profile.js';
import { SuiteError } from '../errors/suite-error.js';
import type { RunContext } from './run-context.js';

/** A message of cucumber's stream. */
export type Envelope = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0];

/** The scenarios of a run, selected and counted, but not run. */
export interface ScenarioPlan {
  readonly configuration: IRunConfiguration;
  readonly support: ISupportCodeLibrary;
  /** Feature files with at least one selected scenario. */
  readonly files: readonly string[];
  readonly total: number;
}

/** Where `features`, `cucumber.js` and the compiled steps are: the package's own folder. */
const HOME = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Selects the scenarios of the profiles.
 * @param tags further tag expression of the user's, `null` for none
 * @throws {SuiteError} when a feature cannot be parsed
 */
export async function planScenarios(
  profiles: readonly ProfileName[],
  tags: string | null,
): Promise<ScenarioPlan> {
  const own = profiles.length === 0 ? '@none' : profiles.map((name) => `@${name}`).join(' or ');
  const expression = tags === null ? own : `(${own}) and (${tags})`;
  const environment = quietEnvironment();
  const { runConfiguration } = await loadConfiguration(
    { file: 'cucumber.js', provided: { tags: expression } },
    environment,
  );
  // In quotes the formatter is a name of cucumber's; it writes to a stream that goes nowhere.
  const configuration = {
    ...runConfiguration,
    formats: { stdout: 'summary', files: {}, publish: false as const, options: {} },
  };
  const [support, { plan, errors }] = await Promise.all([
    supportCode(configuration),
    loadSources(configuration.sources, environment),
  ]);
  const [error] = errors;
  if (error) throw new SuiteError(`${error.uri} cannot be parsed: ${error.message}`);
  return { configuration, support, files: [...new Set(plan.map(({ uri }) => uri))], total: plan.length };
}

/**
 * Runs the selected scenarios: one cucumber run a feature file, all at the same time in this process, so that
 * independent scenarios need not wait for each other while one ledger and one login budget serve them all.
 */
export async function runScenarios(
  run: Pick<RunContext, 'id'>,
  plan: ScenarioPlan,
  onEnvelope: (envelope: Envelope) => void,
  { dryRun = false } = {},
): Promise<void> {
  const { configuration, support } = plan;
  const environment = quietEnvironment();
  // Each cucumber run listens for uncaught exceptions.
  process.setMaxListeners(Math.max(process.getMaxListeners(), 500));
  await Promise.all(
    plan.files.map((file) =>
      runCucumber(
        {
          ...configuration,
          support,
          sources: { ...configuration.sources, paths: [file] },
          runtime: { ...configuration.runtime, dryRun, worldParameters: { runId: run.id } },
        },
        environment,
        onEnvelope,
      ),
    ),
  );
}

let support: Promise<ISupportCodeLibrary> | undefined;

/** Steps register themselves when they are imported, which happens once in a process. */
function supportCode(configuration: IRunConfiguration): Promise<ISupportCodeLibrary> {
  support ??= loadSupport(configuration, quietEnvironment());
  return support;
}

/** Nothing of cucumber's own reaches the console. */
function quietEnvironment() {
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  return { cwd: HOME, stdout: nowhere(), stderr: nowhere(), env: { CUCUMBER_PUBLISH_ENABLED: 'false' } };
}
