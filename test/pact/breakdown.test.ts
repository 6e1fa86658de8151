import './support/no-tracking.js';
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type ProgramRun, program } from './support/cli.js';
import { byOutcome } from './support/run.js';
import { tempPacts } from './support/temp-pacts.js';

/**
 * The program with a verifier process that does something else: the content of NODE_OPTIONS runs in every
 * process of the program, and finds out which one it is in.
 */
async function sabotaged(context: TestContext, script: string): Promise<ProgramRun> {
  const folder = await tempPacts(context, {});
  const file = join(folder, 'sabotage.mjs');
  await writeFile(file, `if (process.argv[1]?.endsWith('verifier-child.js')) { ${script} }`);
  const options = `--import=${pathToFileURL(file).href}`;
  return program(context, ['--tags=@pacts or @ES-01', '--seed=3'], { NODE_OPTIONS: options });
}

describe('a verifier that breaks down gives no verdict, and never a pass', () => {
  const cases: readonly (readonly [what: string, script: string, cause: RegExp])[] = [
    ['it dies as it starts', 'process.exit(7);', /it ended by itself \(exit code 7\)/],
    [
      'it dies at work',
      "process.on('message', () => process.kill(process.pid, 'SIGSEGV'));",
      /it was ended by SIGSEGV/,
    ],
    [
      'it sends rubbish',
      "process.on('message', () => process.send({ kind: 'verified', job: 1, report: 'all is well' }));",
      /its report cannot be read/,
    ],
    [
      'it sends what is no message',
      "process.on('message', () => process.send('OK'));",
      /it sent something that is not a result/,
    ],
  ];
  for (const [what, script, cause] of cases) {
    test(what, async (context) => {
      const { exitCode, verdict, stdout } = await sabotaged(context, script);
      assert.ok(verdict);
      assert.equal(exitCode, 3);
      assert.equal(verdict.conformant, null);
      assert.match(verdict.reason ?? '', /^the verifier of consumer contracts broke down: /);
      assert.match(verdict.reason ?? '', cause);
      assert.match(stdout, cause);
      const left = verdict.skipped.filter((skipped) => skipped.cause === 'verifier');
      assert.ok(left.length > 0);
      assert.equal(left.length, byOutcome(verdict, 'not-verified').length);
      // The ordinary scenarios came to their own results.
      assert.equal(verdict.clauses.find(({ id }) => id === 'ES-01')?.outcome, 'held');
    });
  }
});
