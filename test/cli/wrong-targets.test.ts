import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PROFILE_NAMES } from '../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
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
      // Generated requests cost time: once is enough, where they find the most.
      const more = at === 2 ? ['--fuzz-runs=5', '--seed=7'] : ['--tags=not @fuzzing'];
      ended = await judge(context, [`--target=${targets.urls[`wrong ${at}`]}`, ...more]);
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

describe('fixtures of which one account is refused', () => {
  test('violate the clause on the good login alone: the other account does for the rest', async (context) => {
    const { esignon, ckstack } = EMBEDDED_FIXTURES;
    const user = { email: 'mina@example.com', password: 'Not-The-Right-1' };
    const files = { 'assay.fixtures.json': { esignon: { ...esignon, user }, ckstack } };
    const argv = ['--profile=esignon-login', '--tags=not @fuzzing and not @pacts'];
    const { code, verdict, stdout } = await judge(context, [`--target=${targets.urls.conforming}`, ...argv], {
      files,
    });
    assert.equal(code, 1);
    const entries = verdict.clauses.filter(({ level }) => level === 'MUST');
    assert.deepEqual(
      entries.filter(({ outcome }) => outcome === 'violated').map(({ id }) => id),
      ['ES-01'],
    );
    const login = entries.find(({ id }) => id === 'ES-01');
    assert.match(login?.evidence?.[0]?.actual ?? '', /\(esignon\.user\)/);
    assert.match(
      login?.evidence?.[0]?.hint ?? '',
      /^the fixtures may be wrong: check the login of esignon\.user first$/,
    );
    assert.match(stdout, /✗ ES-01 MUST .*\n(?: {2}.*\n)?\s+first\s+the fixtures may be wrong/);
    assert.match(entries.find(({ id }) => id === 'ES-24')?.reason ?? '', /every other user is not accepted/);
    assert.ok(verdict.counts.MUST.held > 25);
  });
});
