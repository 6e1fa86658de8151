import type { RunConfig } from '../config/run-config.js';
import { clausesOfTags, levelOfTags } from '../engine/scenario-tags.js';
import { type PlannedScenario, ScenarioTally } from '../engine/scenario-tally.js';
import { planScenarios, runScenarios } from '../engine/scenarios.js';
import { EmptySelectionError } from '../errors/empty-selection-error.js';
import type { Profile } from '../profiles/profile.js';
import { pluralise } from '../text/plural.js';
import type { ProcessContext } from './main.js';

/**
 * Prints the clauses and the scenarios that would run, by profile. Sends nothing.
 * @returns 0
 * @throws {EmptySelectionError} when the tags select nothing
 */
export async function listScenarios(config: RunConfig, { stdout }: ProcessContext): Promise<number> {
  const profiles = config.knownProfiles.filter(({ name }) => config.profiles?.includes(name) ?? true);
  const plan = await planScenarios(profiles, config.tags);
  if (plan.total === 0)
    throw new EmptySelectionError(
      config.tags,
      profiles.map(({ name }) => name),
    );
  const tally = new ScenarioTally();
  await runScenarios({ id: 'list' }, plan, (envelope, profile) => tally.onEnvelope(envelope, profile), {
    dryRun: true,
  });
  const parts = profiles.map((profile) => listed(profile, tally.scenarios));
  stdout.write(`${parts.flat().join('\n')}\n${pluralise(plan.total, 'scenario')}; nothing was sent.\n`);
  return 0;
}

/** The lines of one profile: what it is, its clauses, then the scenarios by feature and rule. */
function listed(profile: Profile, all: readonly PlannedScenario[]): readonly string[] {
  const scenarios = all
    .filter((planned) => planned.profile === profile.name)
    .map(({ scenario }) => scenario)
    .sort((one, other) => one.location.localeCompare(other.location, 'en', { numeric: true }));
  if (scenarios.length === 0) return [];
  const checked = new Set(
    scenarios.flatMap(({ tags }) => clausesOfTags(tags).map((id) => `${id} ${levelOfTags(tags)}`)),
  );
  const clauses = profile.clauses
    .filter(({ id, level }) => checked.has(`${id} ${level}`))
    .map(({ id, level, statement }) => `  ${id} ${level.padEnd(6)} ${statement}`);
  const { name, title, endpoint, document } = profile;
  const lines = [`${name}: ${title}`, `  ${endpoint}; the clauses cite ${document}`, '', ...clauses];
  let place = '';
  for (const { location, rule, name, tags } of scenarios) {
    const [file, line] = location.split(':');
    if (place !== `${file} ${rule}`) lines.push('', `  ${file}: ${rule}`);
    place = `${file} ${rule}`;
    lines.push(`    ${clausesOfTags(tags).join(' ')}  ${name} (line ${line})`);
  }
  return [...lines, ''];
}
