import { createHash } from 'node:crypto';
import type { Status, TestResult } from 'allure-js-commons';
import type { Envelope } from '../envelope.js';

type Pickle = NonNullable<Envelope['pickle']>;
type GherkinDocument = NonNullable<Envelope['gherkinDocument']>;
type StepStatus = NonNullable<Envelope['testStepFinished']>['testStepResult']['status'];

/** Where a scenario stands: what Allure's trees are built of. */
export interface ScenarioPlace {
  readonly profile: string;
  readonly feature: string;
  readonly rule: string;
  /** Name of the outline that it comes of, or its own. */
  readonly outline: string;
  /** From the project's root. */
  readonly file: string;
  /** Without their `@`. */
  readonly tags: readonly string[];
  /** Its row of the examples, if it comes of an outline. */
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
  /** What the first step or hook to fail threw, if one did. */
  error: ScenarioError | null;
  /** What the steps last said in plain text: a step that skips its scenario says why. */
  remark: string;
  /** Set when the run ended first. */
  isCutOff: boolean;
}

/** Finds the rule and the outline of a scenario in its document. */
export function placeOf(
  pickle: Pickle,
  document: GherkinDocument | undefined,
  profiles: readonly string[],
): ScenarioPlace {
  const tags = pickle.tags.map(({ name }) => name.replace(/^@/, ''));
  const children = document?.feature?.children ?? [];
  const isOwn = (scenario: { readonly id: string } | undefined) =>
    scenario !== undefined && pickle.astNodeIds.includes(scenario.id);
  const rule = children.find((child) => child.rule?.children.some(({ scenario }) => isOwn(scenario)))?.rule;
  const scenario = (rule?.children ?? children).find((child) => isOwn(child.scenario))?.scenario;
  return {
    profile: tags.find((tag) => profiles.includes(tag)) ?? 'every profile',
    feature: document?.feature?.name ?? '',
    rule: rule?.name ?? '',
    outline: scenario?.name ?? pickle.name,
    // The same in a checkout and in an installed package, so that trends go on.
    file: pickle.uri.replaceAll('\\', '/').replace(/^.*?(?=features\/)/u, ''),
    tags: tags.filter((tag) => !profiles.includes(tag)),
    parameters: scenario?.examples.flatMap((examples) => rowOf(examples, pickle)) ?? [],
  };
}

type Examples = NonNullable<
  NonNullable<GherkinDocument['feature']>['children'][number]['scenario']
>['examples'][number];

function rowOf({ tableHeader, tableBody }: Examples, pickle: Pickle): ScenarioPlace['parameters'] {
  const row = tableBody.find(({ id }) => pickle.astNodeIds.includes(id));
  return (row?.cells ?? []).map(({ value }, at) => ({ name: tableHeader?.cells[at]?.value ?? '', value }));
}

/** Errors of these types are the target's; all others are the suite's own. */
const VIOLATION = /violation|assertion/i;

/**
 * A result as Allure should show it: the tree of profile, feature and rule, severity from the level, a history
 * of its own, and the status that the scenario really had. (By itself Allure shows a scenario as passed when a
 * step of it passed and the next was skipped or has no definition.)
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
    fullName: `${place.file}#${[rule, result.name ?? ''].filter(Boolean).join(': ')}`,
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
    // The categories tell MUST from SHOULD by the message. What broke is the target: no trace of ours.
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
