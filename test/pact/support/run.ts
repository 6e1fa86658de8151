import './no-tracking.js';
import { parseConfig } from '../../../src/config/parse-config.js';
import { runSuite } from '../../../src/engine/run-suite.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { ContractVerdict, Verdict } from '../../../src/verdict/verdict.js';
import type { Fixtures } from '../../support/profiles.js';

/** A run in this process: options as on the command line, the fixtures of the reference provider. */
export async function run(
  argv: readonly string[],
  {
    env = {},
    fixtures = EMBEDDED_FIXTURES,
  }: { readonly env?: NodeJS.ProcessEnv; readonly fixtures?: Fixtures } = {},
  signal?: AbortSignal,
): Promise<Verdict> {
  const invocation = await parseConfig(argv, env, process.cwd());
  if (invocation.kind !== 'run') throw new TypeError('these options ask for no run');
  return runSuite({ ...invocation.config, fixtures, fixturesSource: 'the test' }, {}, signal);
}

/** The contracts of a verdict by what became of them: `esignon-login: a login with right credentials`. */
export function byOutcome({ contracts }: Verdict, outcome: ContractVerdict['outcome']): readonly string[] {
  return contracts
    .filter((contract) => contract.outcome === outcome)
    .map(({ provider, interaction }) => `${provider}: ${interaction}`);
}

/** `ES-08 esignon-login`: the MUST clauses that were violated. */
export function violated({ clauses }: Verdict): readonly string[] {
  return clauses
    .filter(({ level, outcome }) => level === 'MUST' && outcome === 'violated')
    .map(({ id, profile }) => `${id} ${profile}`);
}
