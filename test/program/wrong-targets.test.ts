import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PROFILE_NAMES } from '../../src/contract/profile.js';
import { startTargets } from './support/child.js';
import { type Judged, judge } from './support/run-main.js';
import { WRONG_TARGETS } from './support/wrong-targets.js';

let targets: Awaited<ReturnType<typeof startTargets>>;
before(async () => {
  targets = await startTargets();
});
after(() => targets.stop());

for (const [at, target] of WRONG_TARGETS.entries()) {
  describe(`a target in another process of which ${target.map(({ what }) => what).join(', and ')}`, () => {
    let ended: Judged;
    test('is not conformant', async (context) => {
      ended = await judge(context, [`--target=${targets.urls[`wrong ${at}`]}`, '--fuzz-runs=5']);
      assert.equal(ended.code, 1, ended.stdout);
      assert.equal(ended.verdict.conformant, false);
    });

    const violatedIn = (profile: string): readonly string[] =>
      ended.verdict.clauses
        .filter((clause) => clause.profile === profile && clause.level === 'MUST')
        .filter(({ outcome }) => outcome === 'violated')
        .map(({ id }) => id);

    for (const { what, profile, violates } of target) {
      test(`${what}: ${violates.join(', ')} and no more than two others`, () => {
        const violated = violatedIn(profile);
        for (const clause of violates) {
          assert.ok(violated.includes(clause), `${clause} is not in ${violated}`);
          assert.match(ended.stdout, new RegExp(`\\b${clause}\\b`));
        }
        const others = violated.filter((clause) => !violates.includes(clause));
        assert.ok(others.length <= 2, `others are violated too: ${others}`);
      });
    }

    for (const profile of PROFILE_NAMES.filter((name) => !target.some((wrong) => wrong.profile === name))) {
      test(`${profile}, with nothing wrong: no clause`, () => assert.deepEqual(violatedIn(profile), []));
    }
  });
}
