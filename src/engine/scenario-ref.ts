import { relative, resolve } from 'node:path';
import type { GherkinDocument, Pickle } from '@cucumber/messages';
import type { ScenarioRef } from '../verdict/check.js';
import { PACKAGE_FOLDER } from './package-folder.js';

/** Where a pickle comes from: its feature, rule and line. */
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
    location: `${shownPath(pickle.uri)}:${line}`,
    tags: pickle.tags.map(({ name }) => name),
  };
}

/** Cucumber's path from the package; that of a file outside of it is shown from the working folder. */
function shownPath(uri: string): string {
  return uri.startsWith('..') ? relative(process.cwd(), resolve(PACKAGE_FOLDER, uri)) : uri;
}
