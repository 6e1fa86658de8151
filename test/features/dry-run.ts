import { loadSources } from '@cucumber/cucumber/api';
import { scenarioRefOf } from '../../src/engine/scenario-ref.js';
import { type Envelope, planScenarios, runScenarios } from '../../src/engine/scenarios.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import type { ScenarioRef } from '../../src/verdict/check.js';
import { ROOT } from '../architecture/project-files.js';

/** A step of a scenario, as cucumber reads it. */
export interface DryStep {
  readonly text: string;
  readonly keyword: 'Context' | 'Action' | 'Outcome' | 'other';
  /** How many definitions fit: one, or the suite is at fault. */
  readonly definitions: number;
}

/** A scenario, examples filled in. */
export interface DryScenario extends ScenarioRef {
  /** That it is run for. */
  readonly profile: string;
  readonly file: string;
  readonly steps: readonly DryStep[];
}

/** Every scenario that a run of all profiles would select, once for each profile it is run for: nothing is sent. */
export async function dryRun(): Promise<readonly DryScenario[]> {
  const plan = await planScenarios(BUILT_IN_PROFILES, null);
  const documents = new Map<string, NonNullable<Envelope['gherkinDocument']>>();
  const pickles = new Map<string, NonNullable<Envelope['pickle']>>();
  const scenarios: DryScenario[] = [];
  const take = ({ gherkinDocument, pickle, testCase }: Envelope, profile: string) => {
    if (gherkinDocument?.uri !== undefined) documents.set(gherkinDocument.uri, gherkinDocument);
    if (pickle) pickles.set(pickle.id, pickle);
    const own = testCase && pickles.get(testCase.pickleId);
    const document = own && documents.get(own.uri);
    if (!own || !document) return;
    const definitions = new Map(
      testCase.testSteps.map(({ pickleStepId, stepDefinitionIds }) => [pickleStepId, stepDefinitionIds]),
    );
    scenarios.push({
      ...scenarioRefOf(document, own),
      profile,
      file: own.uri,
      steps: own.steps.map(({ id, text, type }) => ({
        text,
        keyword: type === 'Context' || type === 'Action' || type === 'Outcome' ? type : 'other',
        definitions: definitions.get(id)?.length ?? 0,
      })),
    });
  };
  await runScenarios({ id: 'dry' }, plan, take, { dryRun: true });
  return scenarios;
}

/** How many scenarios all feature files hold, whatever their tags. */
export async function scenariosInFiles(): Promise<number> {
  const { plan } = await loadSources(
    {
      paths: ['features/**/*.feature'],
      defaultDialect: 'en',
      names: [],
      tagExpression: '',
      order: 'defined',
    },
    { cwd: ROOT },
  );
  return plan.length;
}
