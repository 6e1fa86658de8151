import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type IPlannedPickle,
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSources,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import { SuiteError } from '../errors/suite-error.js';
import type { ProfileName } from '../profiles/built-in.js';
import type { RunContext } from './run-context.js';

/** A message of cucumber's stream. */
export type Envelope = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0];

/** The scenarios of a run, selected and counted, but not run. */
export interface ScenarioPlan {
  readonly configuration: IRunConfiguration;
  readonly support: ISupportCodeLibrary;
  /** Parts of feature files, as cucumber takes them: `features/x.feature:7:12`. */
  readonly parts: readonly string[];
  readonly pickles: readonly Pick<IPlannedPickle, 'uri' | 'name'>[];
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
  return { configuration, support, parts: partsOf(plan), pickles: plan, total: plan.length };
}

/**
 * Runs the selected scenarios: one cucumber run a feature file, or part of a long one, all at the same time in this process, so that
 * independent scenarios need not wait for each other while one ledger and one login budget serve them all.
 */
export async function runScenarios(
  run: Pick<RunContext, 'id'>,
  plan: ScenarioPlan,
  onEnvelope: (envelope: Envelope) => void,
  { dryRun = false } = {},
): Promise<void> {
  const { configuration } = plan;
  // The steps are loaded; their patterns would be looked up again in every run, any one file costs less.
  const support = {
    ...plan.support,
    originalCoordinates: { ...plan.support.originalCoordinates, importPaths: ['cucumber.js'] },
  };
  const environment = quietEnvironment();
  // Each cucumber run listens for uncaught exceptions.
  process.setMaxListeners(Math.max(process.getMaxListeners(), 500));
  await Promise.all(
    plan.parts.map((part) =>
      runCucumber(
        {
          ...configuration,
          support,
          sources: { ...configuration.sources, paths: [part] },
          runtime: { ...configuration.runtime, dryRun, worldParameters: { runId: run.id } },
        },
        environment,
        onEnvelope,
      ),
    ),
  );
}

/** So many scenarios go one after another at most. */
const PART = 8;

function partsOf(plan: readonly IPlannedPickle[]): readonly string[] {
  const linesOf = new Map<string, number[]>();
  for (const { uri, location } of plan) linesOf.set(uri, [...(linesOf.get(uri) ?? []), location.line]);
  return [...linesOf].flatMap(([uri, lines]) => {
    if (lines.length <= PART) return [uri];
    const count = Math.ceil(lines.length / PART);
    const size = Math.ceil(lines.length / count);
    return Array.from({ length: count }, (_, at) =>
      [uri, ...lines.slice(at * size, (at + 1) * size)].join(':'),
    );
  });
}

let support: Promise<ISupportCodeLibrary> | undefined;

/** Steps register themselves when they are imported, which happens once in a process. */
function supportCode(configuration: IRunConfiguration): Promise<ISupportCodeLibrary> {
  support ??= loadSupport(configuration, quietEnvironment());
  return support;
}

/**
 * Begins to load the steps, which takes a while: a run does so before it has found out what is served.
 * A fault shows where the scenarios are planned.
 */
export function preloadSteps(): void {
  loadConfiguration({ file: 'cucumber.js' }, quietEnvironment())
    .then(({ runConfiguration }) => supportCode(runConfiguration))
    .catch(() => undefined);
}

/** Nothing of cucumber's own reaches the console. */
function quietEnvironment() {
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  return { cwd: HOME, stdout: nowhere(), stderr: nowhere(), env: { CUCUMBER_PUBLISH_ENABLED: 'false' } };
}
