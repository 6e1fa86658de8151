import { createHash } from 'node:crypto';
import type { Status, TestResult } from 'allure-js-commons';
import type { Envelope } from '../envelope.js';

type Pickle = NonNullable<Envelope['pickle']>;
type GherkinDocument = NonNullable<Envelope['gherkinDocument']>;
type Scenario = NonNullable<NonNullable<GherkinDocument['feature']>['children'][number]['scenario']>;
type StepStatus = NonNullable<Envelope['testStepFinished']>['testStepResult']['status'];

/** Where a scenario belongs: the levels of Allure's trees. */
export interface ScenarioPlace {
  /** The profile that it is run for. */
  readonly profile: string;
  readonly feature: string;
  readonly rule: string;
  /** Name of the outline that it comes from, or its own. */
  readonly outline: string;
  /** Path from the project's root. */
  readonly file: string;
  /** Without their `@`. */
  readonly tags: readonly string[];
  /** Its row of the examples, if it comes from an outline. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export interface ScenarioError {
  /** Name of its class. */
  readonly type: string;
  readonly message: string;
  readonly trace: string;
}

/** A scenario while it runs. */
export interface RunningScenario {
  readonly place: ScenarioPlace;
  readonly statuses: StepStatus[];
  /** What the first failed step or hook threw. */
  error: ScenarioError | null;
  /** The last plain text that the steps attached: a step that skips its scenario says why. */
  remark: string;
  /** The run ended first. */
  isCutOff: boolean;
}

/** A scenario in a feature file. */
export interface ScenarioNode {
  readonly feature: string;
  readonly rule: string;
  readonly scenario: Scenario;
}

/** The scenarios of a document by their ids, which no other document has: not even another of the same file. */
export function scenarioNodes({ feature }: GherkinDocument): ReadonlyMap<string, ScenarioNode> {
  const nodes = new Map<string, ScenarioNode>();
  for (const { rule, scenario: own } of feature?.children ?? []) {
    for (const scenario of [own, ...(rule?.children.map((child) => child.scenario) ?? [])]) {
      if (scenario)
        nodes.set(scenario.id, { feature: feature?.name ?? '', rule: rule?.name ?? '', scenario });
    }
  }
  return nodes;
}

/**
 * @param node the scenario of the pickle
 * @param profile that it is run for
 * @param profiles names of all profiles: a shared feature file is tagged with several
 */
export function placeOf(
  pickle: Pickle,
  node: ScenarioNode | undefined,
  profile: string,
  profiles: readonly string[],
): ScenarioPlace {
  const tags = pickle.tags.map(({ name }) => name.replace(/^@/, ''));
  return {
    profile,
    feature: node?.feature ?? '',
    rule: node?.rule ?? '',
    outline: node?.scenario.name ?? pickle.name,
    // The same in a checkout and in an installed package, so that trends continue.
    file: pickle.uri.replaceAll('\\', '/').replace(/^.*?(?=features\/)/u, ''),
    tags: tags.filter((tag) => tag !== profile && !profiles.includes(tag)),
    parameters: node?.scenario.examples.flatMap((examples) => rowOf(examples, pickle)) ?? [],
  };
}

function rowOf(
  { tableHeader, tableBody }: Scenario['examples'][number],
  pickle: Pickle,
): ScenarioPlace['parameters'] {
  const row = tableBody.find(({ id }) => pickle.astNodeIds.includes(id));
  return (row?.cells ?? []).map(({ value }, at) => ({ name: tableHeader?.cells[at]?.value ?? '', value }));
}

/** Errors of these types are due to the target; all others are faults of the suite. */
const VIOLATION = /violation|assertion/i;

/**
 * A result as Allure should show it: in trees of profile, feature and rule, with the severity of its level, a history
 * of its own for each profile, and its actual status. (By itself, Allure shows a scenario as passed when one of its
 * steps passed and the next was skipped or has no definition.)
 */
export function finishResult(result: TestResult, { place, ...run }: RunningScenario): TestResult {
  const { profile, feature, rule, tags } = place;
  const severity = tags.includes('must') ? 'critical' : tags.includes('should') ? 'minor' : 'normal';
  const own = {
    epic: profile,
    feature,
    story: rule,
    parentSuite: profile,
    suite: feature,
    subSuite: rule,
    severity,
  };
  const identity = [profile, place.file, rule, place.outline];
  const row = place.parameters.map(({ name, value }) => `${name}=${value}`);
  return {
    ...result,
    ...statusOf(run, tags),
    labels: [
      ...result.labels.filter(({ name }) => !(name in own) && name !== 'tag'),
      ...Object.entries(own)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => ({ name, value })),
      ...tags.map((value) => ({ name: 'tag', value })),
    ],
    fullName: `${profile}: ${place.file}#${[rule, result.name ?? ''].filter(Boolean).join(': ')}`,
    testCaseId: digest(identity),
    historyId: digest([...identity, result.name ?? '', ...row]),
    parameters: [...place.parameters],
  };
}

function statusOf(
  { statuses, error, remark, isCutOff }: Omit<RunningScenario, 'place'>,
  tags: readonly string[],
): Partial<TestResult> {
  if (error !== null) {
    const { message, trace } = error;
    if (!VIOLATION.test(error.type)) return { status: 'broken' as Status, statusDetails: { message, trace } };
    // The categories distinguish MUST and SHOULD by the message. No stack trace: the target is at fault.
    const level = /\b(?:MUST|SHOULD)\b/.test(message) ? '' : tags.includes('should') ? 'SHOULD: ' : 'MUST: ';
    return { status: 'failed' as Status, statusDetails: { message: level + message } };
  }
  if (isCutOff) return skipped('Not checked: the run was cut off before this scenario ended.');
  if (statuses.includes('SKIPPED' as StepStatus)) return skipped(remark);
  return {};
}

function skipped(message: string): Partial<TestResult> {
  return { status: 'skipped' as Status, statusDetails: { message } };
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
