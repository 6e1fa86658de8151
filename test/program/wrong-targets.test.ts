import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTargets } from './support/child.js';
import { judge, violatedClauses } from './support/run-main.js';
import { WRONG_TARGETS } from './support/wrong-targets.js';

let targets: Awaited<ReturnType<typeof startTargets>>;
before(async () => {
  targets = await startTargets();
});
after(() => targets.stop());

describe('a target that is wrong on purpose, in another process', () => {
  for (const [what, { violates }] of Object.entries(WRONG_TARGETS)) {
    test(`${what}: ${violates.join(', ')} and no more than two others`, async (context) => {
      const { code, verdict, stdout } = await judge(context, [
        `--target=${targets.urls[what]}`,
        '--fuzz-runs=10',
      ]);
      assert.equal(code, 1, stdout);
      assert.equal(verdict.conformant, false);
      const violated = violatedClauses(verdict);
      for (const clause of violates) assert.ok(violated.includes(clause), `${clause} is not in ${violated}`);
      const others = violated.filter((clause) => !violates.includes(clause));
      assert.ok(others.length <= 2, `others are violated too: ${others}`);
      for (const clause of violates) assert.match(stdout, new RegExp(`\\b${clause}\\b`));
    });
  }
});
