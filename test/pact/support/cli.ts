import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '../../../src/verdict/verdict.js';

const PROGRAM = fileURLToPath(new URL('../../../src/cli/token-assay.js', import.meta.url));

/** The outcome of a run of the program in a process of its own. */
export interface ProgramRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** `null`: it wrote none. */
  readonly verdict: Verdict | null;
  /** All files of `allure-results`, one after another. */
  readonly allure: string;
  readonly junit: string;
}

/** Runs the program without HTML, with reports in a folder of its own. */
export async function program(
  context: TestContext,
  argv: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ProgramRun> {
  const folder = await mkdtemp(join(tmpdir(), 'token-assay-reports-'));
  context.after(() => rm(folder, { recursive: true }));
  const child = spawn(process.execPath, [PROGRAM, '--no-html', `--reports=${folder}`, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GITHUB_STEP_SUMMARY: '', ...env },
    cwd: tmpdir(),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [exitCode] = await once(child, 'close');
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  const results = await readdir(join(folder, 'allure-results')).catch(() => []);
  const verdict = await read('verdict.json');
  return {
    exitCode,
    stdout,
    stderr,
    verdict: verdict === '' ? null : JSON.parse(verdict),
    allure: (await Promise.all(results.map((name) => read(join('allure-results', name))))).join('\n'),
    junit: await read('junit.xml'),
  };
}
