import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { TestResult } from 'allure-js-commons';
import { createAllureSink } from '../../src/report/allure/sink.js';
import { envelopesOf, PROFILE, type SampleScenario, SINK } from './envelopes.js';

export async function folder(t: TestContext): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'report-'));
  t.after(() => rm(dir, { recursive: true }));
  return join(dir, 'allure-results');
}

/** Runs scenarios into a folder and reads their results back. */
export async function resultsOf(t: TestContext, ...samples: readonly SampleScenario[]) {
  const resultsDir = await folder(t);
  const sink = createAllureSink({ resultsDir, ...SINK });
  for (const sample of samples)
    for (const envelope of envelopesOf(sample)) sink.onEnvelope(envelope, sample.profile ?? PROFILE);
  await sink.finish();
  return { resultsDir, results: await read(resultsDir) };
}

export async function read(resultsDir: string): Promise<readonly TestResult[]> {
  const names = (await readdir(resultsDir)).filter((name) => name.endsWith('-result.json'));
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(resultsDir, name), 'utf8'))));
}

export function labels(result: TestResult | undefined, name: string): readonly string[] {
  return (result?.labels ?? []).filter((label) => label.name === name).map(({ value }) => value);
}

/** An error of a step that says what was violated. */
export const VIOLATION = {
  type: 'ViolationError',
  message: 'ES-09 MUST: refused\nexpected: "10"\nactual:   "00"',
};
