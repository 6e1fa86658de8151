import { fileURLToPath } from 'node:url';
import type { RunConfig } from '../config/run-config.js';
import { shellWord } from '../text/shell-word.js';
import type { Violation } from '../verdict/check.js';
import { NEWEST_EDITION } from '../verdict/edition.js';
import { clausesOfTags } from './scenario-tags.js';

const DEFAULT_FUZZ_RUNS = 100;

/** How the reader starts the program: as a dependency, or in a checkout. */
const PROGRAM = startedAs(fileURLToPath(import.meta.url));

/** @param module path of a module of the program */
export function startedAs(module: string): string {
  return /[\\/]node_modules[\\/]/.test(module) ? 'npx token-assay' : 'npm test --';
}

/**
 * The command that makes a violation happen again: the scenarios of its clause, with the same seed, against
 * the same target. It omits options with secrets: their values come from where they came from before.
 */
export function replayCommand(config: RunConfig, { clause, profile, scenario }: Violation): string {
  const tagged = clausesOfTags(scenario.tags);
  const own = tagged.find((id) => id === clause) ?? tagged[0];
  const words = [
    ...(config.target === null ? [] : [`--target=${config.target}`]),
    ...config.profileModules.map((file) => `--profile-module=${file}`),
    `--profile=${profile}`,
    ...(config.fixturesSource === null || config.fixturesSource === 'embedded'
      ? []
      : [`--fixtures=${config.fixturesSource}`]),
    `--seed=${config.seed}`,
    ...(config.fuzzRuns === DEFAULT_FUZZ_RUNS ? [] : [`--fuzz-runs=${config.fuzzRuns}`]),
    ...(own === undefined ? [] : [`--tags=@${own}`]),
    ...(config.strict ? ['--strict'] : []),
    ...(config.edition === NEWEST_EDITION ? [] : [`--edition=${config.edition}`]),
    ...(config.caSource === null ? [] : [`--ca=${config.caSource}`]),
    ...(config.rate === null ? [] : [`--rate=${config.rate}`]),
    ...(config.insecure ? ['--insecure'] : []),
  ];
  return `${PROGRAM} ${words.map(shellWord).join(' ')}`;
}
