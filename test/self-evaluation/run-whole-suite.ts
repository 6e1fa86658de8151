import { tmpdir } from 'node:os';
import { parseConfig } from '../../src/config/parse-config.js';
import type { RunConfig } from '../../src/config/run-config.js';
import { runSuite } from '../../src/engine/run-suite.js';
import { LazyVerifier } from '../../src/pact/contract-verifier.js';
import type { ProfileName } from '../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import type { Verdict } from '../../src/verdict/verdict.js';

/** What the self-evaluation sets for a run; everything else has its default. */
export interface SuiteSetting extends Partial<RunConfig> {
  readonly target: string;
  readonly profiles: readonly ProfileName[] | null;
  readonly seed: number;
}

/** Of all runs of this process: to start its own would take a run half its time. It ends with the process. */
const verifier = new LazyVerifier();

/** One whole run of the suite, in this process. */
export async function runWholeSuite(setting: SuiteSetting): Promise<Verdict> {
  const invocation = await parseConfig([`--target=${setting.target}`], {}, tmpdir());
  if (invocation.kind !== 'run') throw new TypeError('a target alone asks for a run');
  const config = {
    ...invocation.config,
    fixtures: EMBEDDED_FIXTURES,
    fixturesSource: 'the fixtures of the self-evaluation',
    ...setting,
  };
  return runSuite(config, {}, undefined, verifier);
}
