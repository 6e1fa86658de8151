import { Writable } from 'node:stream';
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
import type { Profile } from '../profiles/profile.js';
import { PACKAGE_FOLDER } from './package-folder.js';
import type { RunContext } from './run-context.js';

/** A message of cucumber's stream. */
export type Envelope = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0];

/** Hears every message of every cucumber run, with the profile that the scenarios are run for. */
export type EnvelopeListener = (envelope: Envelope, profile: string) => void;

/** The scenarios of a run, selected and counted, but not run. */
export interface ScenarioPlan {
  readonly support: ISupportCodeLibrary;
  readonly parts: readonly ScenarioPart[];
  readonly pickles: readonly PlannedPickle[];
  readonly total: number;
}

/** Scenarios of one feature file that are run one after another. */
interface ScenarioPart {
  readonly profile: string;
  readonly configuration: IRunConfiguration;
  /** As cucumber takes it: `features/x.feature:7:12`. */
  readonly path: string;
}

interface PlannedPickle {
  readonly profile: string;
  readonly uri: string;
  readonly name: string;
}

/**
 * Selects the scenarios of the profiles: one that is tagged with several profiles is run once for each.
 * @param tags further tag expression of the user's, `null` for none
 * @throws {SuiteError} when a feature cannot be parsed
 */
export async function planScenarios(
  profiles: readonly Profile[],
  tags: string | null,
): Promise<ScenarioPlan> {
  const { runConfiguration } = await loadConfiguration({ file: 'cucumber.js' }, quietEnvironment());
  // In quotes the formatter is a name of cucumber's; it writes to a stream that goes nowhere.
  const common = {
    ...runConfiguration,
    formats: { stdout: 'summary', files: {}, publish: false as const, options: {} },
  };
  const [support, plans] = await Promise.all([
    supportCode(common),
    Promise.all(profiles.map((profile) => planProfile(profile, common, tags))),
  ]);
  const pickles = plans.flatMap((plan) => plan.pickles);
  return { support, parts: plans.flatMap(({ parts }) => parts), pickles, total: pickles.length };
}

async function planProfile(
  { name, features }: Profile,
  common: IRunConfiguration,
  tags: string | null,
): Promise<Pick<ScenarioPlan, 'parts' | 'pickles'>> {
  const tagExpression = tags === null ? `@${name}` : `@${name} and (${tags})`;
  const configuration = {
    ...common,
    sources: { ...common.sources, paths: [...features], tagExpression },
  };
  const { plan, errors } = await loadSources(configuration.sources, quietEnvironment());
  const [error] = errors;
  if (error) throw new SuiteError(`${error.uri} cannot be parsed: ${error.message}`);
  return {
    parts: partsOf(plan).map((path) => ({ profile: name, configuration, path })),
    pickles: plan.map(({ uri, name: scenario }) => ({ profile: name, uri, name: scenario })),
  };
}

/**
 * Runs the selected scenarios: one cucumber run a feature file, or part of a long one, all at the same time in this
 * process, so that independent scenarios need not wait for each other while one ledger and one login budget serve them
 * all.
 */
export async function runScenarios(
  run: Pick<RunContext, 'id'>,
  plan: ScenarioPlan,
  onEnvelope: EnvelopeListener,
  { dryRun = false } = {},
): Promise<void> {
  // The steps are loaded; their patterns would be looked up again in every run, any one file costs less.
  const support = {
    ...plan.support,
    originalCoordinates: { ...plan.support.originalCoordinates, importPaths: ['cucumber.js'] },
  };
  const environment = quietEnvironment();
  // Each cucumber run listens for uncaught exceptions.
  process.setMaxListeners(Math.max(process.getMaxListeners(), 2_000));
  await Promise.all(
    plan.parts.map(({ profile, configuration, path }) =>
      runCucumber(
        {
          ...configuration,
          support,
          sources: { ...configuration.sources, paths: [path] },
          runtime: { ...configuration.runtime, dryRun, worldParameters: { runId: run.id, profile } },
        },
        environment,
        (envelope) => onEnvelope(envelope, profile),
      ),
    ),
  );
}

/** The most scenarios that go one after another. */
const PART = 8;

function partsOf(plan: readonly IPlannedPickle[]): readonly string[] {
  const linesOf = new Map<string, number[]>();
  for (const { uri, location } of plan) linesOf.set(uri, [...(linesOf.get(uri) ?? []), location.line]);
  return [...linesOf].flatMap(([uri, lines]) => {
    if (lines.length <= PART) return [[uri, ...lines].join(':')];
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
  return {
    cwd: PACKAGE_FOLDER,
    stdout: nowhere(),
    stderr: nowhere(),
    env: { CUCUMBER_PUBLISH_ENABLED: 'false' },
  };
}
