import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { parseConfig } from '../../../src/config/parse-config.js';
import type { RunConfig } from '../../../src/config/run-config.js';

/** The configuration of a run; without a folder, in one that has no files of ours. */
export async function runConfig(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd: string = tmpdir(),
): Promise<RunConfig> {
  const invocation = await parseConfig(argv, env, cwd);
  assert.ok(invocation.kind === 'run', `not a run but ${invocation.kind}`);
  return invocation.config;
}
