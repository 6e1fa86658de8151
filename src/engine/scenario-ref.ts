import type { GherkinDocument, Pickle } from '@cucumber/messages';
import type { ScenarioRef } from '../verdict/check.js';

/** Where a pickle stands: its feature, rule and line. */
export function scenarioRefOf(document: GherkinDocument, pickle: Pickle): ScenarioRef {
  const children = document.feature?.children ?? [];
  const [scenarioId = '', exampleId] = pickle.astNodeIds;
  const rule = children.find(({ rule }) =>
    rule?.children.some(({ scenario }) => scenario?.id === scenarioId),
  )?.rule;
  const scenarios = children.flatMap(({ scenario, rule: within }) => [
    scenario,
    ...(within?.children.map((child) => child.scenario) ?? []),
  ]);
  const scenario = scenarios.find((candidate) => candidate?.id === scenarioId);
  const rows = scenario?.examples.flatMap(({ tableBody }) => tableBody) ?? [];
  const line = rows.find(({ id }) => id === exampleId)?.location.line ?? scenario?.location.line ?? 0;
  return {
    name: pickle.name,
    rule: rule?.name ?? '',
    feature: document.feature?.name ?? '',
    location: `${pickle.uri}:${line}`,
    tags: pickle.tags.map(({ name }) => name),
  };
}
