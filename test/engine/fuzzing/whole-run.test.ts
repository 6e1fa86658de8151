import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parseConfig } from '../../../src/config/parse-config.js';
import type { RunConfig } from '../../../src/config/run-config.js';
import { runSuite } from '../../../src/engine/run-suite.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import { startProvider } from '../../../src/provider/listen.js';
import type { ClauseVerdict, Verdict } from '../../../src/verdict/verdict.js';
import { FUZZ_MUTANTS } from './mutants.js';

let folder = '';
let fixtures = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'token-assay-'));
  fixtures = join(folder, 'fixtures.json');
  await writeFile(fixtures, JSON.stringify(EMBEDDED_FIXTURES));
});
after(() => rm(folder, { recursive: true }));

/** The verdict on a provider that is wrong on purpose, by a run with these options. */
async function verdictOn(
  url: string,
  options: readonly string[],
  more: Partial<RunConfig> = {},
): Promise<Verdict> {
  const argv = [`--target=${url}`, `--fixtures=${fixtures}`, ...options];
  const invocation = await parseConfig(argv, {}, folder);
  assert.ok(invocation.kind === 'run');
  return runSuite({ ...invocation.config, ...more });
}

async function withMutant<T>(wrong: string, work: (url: string) => Promise<T>): Promise<T> {
  const mutant = FUZZ_MUTANTS.find((one) => one.wrong === wrong);
  const provider = await startProvider(mutant?.provider ?? assert.fail(wrong));
  try {
    return await work(provider.url);
  } finally {
    await provider.close();
  }
}

function clauseOf({ clauses }: Verdict, id: string): ClauseVerdict {
  return clauses.find((clause) => clause.id === id && clause.level === 'MUST') ?? assert.fail(id);
}

const CRASH = 'duplicate members crash it';
const FUZZING = ['--profile=esignon-login', '--seed=5', '--tags=@fuzzing'];

describe('a whole run with generated logins', () => {
  test('reports what they alone find under both clauses, and the replay finds the same', async () => {
    await withMutant(CRASH, async (url) => {
      const verdict = await verdictOn(url, FUZZING);
      assert.equal(verdict.exitCode, 1);
      assert.equal(clauseOf(verdict, 'ES-17').outcome, 'violated');
      const { outcome, evidence } = clauseOf(verdict, 'ES-27');
      assert.equal(outcome, 'violated');
      const [shown] = evidence ?? [];
      assert.match(shown?.request ?? '', /appears twice, .* \(generated: malformed-logins-\d+, smallest of/);
      const command = shown?.replay.split(' -- ')[1]?.split(' ') ?? [];
      assert.ok(command.includes('--seed=5') && command.includes('--tags=@ES-27'), shown?.replay);
      const again = await verdictOn(url, command);
      assert.equal(clauseOf(again, 'ES-27').evidence?.[0]?.request, shown?.request);
    });
  });

  test('leaves out of the generated clause what a written scenario finds as well', async () => {
    await withMutant('truncated JSON is accepted', async (url) => {
      const verdict = await verdictOn(url, [
        '--profile=esignon-login',
        '--seed=5',
        '--tags=@ES-12 or @fuzzing',
      ]);
      assert.equal(clauseOf(verdict, 'ES-12').outcome, 'violated');
      const { outcome, reason } = clauseOf(verdict, 'ES-27');
      assert.deepEqual(
        [outcome, reason],
        ['not-checked', 'its counterexamples fall under ES-12, which is violated'],
      );
      assert.equal(verdict.exitCode, 1);
    });
  });

  test('takes a waiver of the specific clause for the generated one', async () => {
    await withMutant(CRASH, async (url) => {
      const waivers = [{ clause: 'ES-17', reason: 'known', until: '2999-12-31' }];
      const tags = '--tags=@fuzzing or @ES-01';
      const verdict = await verdictOn(url, ['--profile=esignon-login', '--seed=5', tags], { waivers });
      assert.deepEqual([verdict.exitCode, verdict.scenarios.failed], [0, 0]);
      assert.equal(clauseOf(verdict, 'ES-17').outcome, 'waived');
      assert.deepEqual(
        [clauseOf(verdict, 'ES-27').outcome, clauseOf(verdict, 'ES-27').reason],
        ['not-checked', 'its counterexamples fall under ES-17, which is waived'],
      );
    });
  });

  test('tells how far it is, and checks every generated clause on the reference provider', async () => {
    const invocation = await parseConfig(['--seed=9', '--tags=@fuzzing', '--fuzz-runs=20'], {}, folder);
    assert.ok(invocation.kind === 'run');
    const told = new Map<string, string>();
    const verdict = await runSuite(invocation.config, {
      fuzz: ({ property, done, total }) => told.set(property, `${done} of ${total}`),
    });
    assert.equal(told.size, 10);
    assert.deepEqual([...new Set(told.values())], ['20 of 20']);
    const generated = verdict.clauses.filter(({ id }) => ['ES-27', 'ES-28', 'CK-29', 'CK-30'].includes(id));
    assert.equal(generated.length, 6);
    assert.ok(generated.every(({ outcome }) => outcome === 'held'));
    assert.deepEqual(verdict.scenarios, { run: 10, passed: 10, failed: 0, skipped: 0 });
  });
});
