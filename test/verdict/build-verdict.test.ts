import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildVerdict } from '../../src/verdict/build-verdict.js';
import { clause, error, type SampleFacts, SMALL_CATALOGUE, skipped, verdictFacts } from './verdict-facts.js';
import { verdictProblems } from './verdict-schema.js';

function verdictOf(sample: SampleFacts = {}) {
  const verdict = buildVerdict(verdictFacts(sample));
  assert.deepEqual(verdictProblems(verdict), []);
  return verdict;
}

/** The whole judgement of a run in three words. */
function judgement(sample: SampleFacts) {
  const { conformant, exitCode, reason } = verdictOf(sample);
  return { conformant, exitCode, reason };
}

const SERVED = [{ name: 'esignon-login', served: true, how: 'accepts' }] as const;
const ABSENT = [
  { name: 'esignon-login', served: false, how: 'answers like a path that does not exist' },
] as const;
const UNCHECKED = ['ES-01', 'ES-09', 'ES-18', 'ES-18 SHOULD'];

describe('the exit code', () => {
  test('0: everything held', () => {
    assert.deepEqual(judgement({}), { conformant: true, exitCode: 0, reason: null });
  });

  test('0: what was not checked is counted and does not count', () => {
    const verdict = verdictOf({ unchecked: ['ES-09'], skipped: [skipped()] });
    assert.deepEqual([verdict.exitCode, verdict.conformant, verdict.complete], [0, true, false]);
    assert.equal(verdict.counts.MUST.notChecked, 1);
  });

  test('1: a MUST clause was violated', () => {
    assert.deepEqual(judgement({ violated: ['ES-09'] }), { conformant: false, exitCode: 1, reason: null });
  });

  test('a violated SHOULD counts with --strict alone', () => {
    assert.equal(judgement({ violated: ['ES-18 SHOULD'] }).exitCode, 0);
    assert.equal(judgement({ violated: ['ES-18 SHOULD'], strict: true }).exitCode, 1);
  });

  test('a waived violation does not count, a waived one beside another does not help', () => {
    assert.equal(judgement({ waived: ['ES-09'] }).exitCode, 0);
    assert.equal(judgement({ waived: ['ES-18 SHOULD'], strict: true }).exitCode, 0);
    assert.equal(judgement({ waived: ['ES-09'], violated: ['ES-18'] }).exitCode, 1);
  });

  test('a clause of a later edition is shown, and counts for nothing', () => {
    const later = [...SMALL_CATALOGUE.slice(0, 4), { ...clause('ES-32', 'MUST'), since: '2026-12' as const }];
    const clausesOf = () => later;
    for (const [sample, outcome] of [
      [{ violated: ['ES-32'] }, 'violated'],
      [{ unchecked: ['ES-32'], mustBeComplete: true }, 'not-checked'],
    ] as const) {
      const older = { edition: { name: '2026-11', digest: 'a'.repeat(64) }, clausesOf } as const;
      const verdict = buildVerdict({ ...verdictFacts(sample), ...older });
      assert.deepEqual([verdict.exitCode, verdict.conformant, verdict.complete], [0, true, true]);
      assert.equal(verdict.counts.MUST.total, 3);
      assert.equal(verdict.clauses.find(({ id }) => id === 'ES-32')?.outcome, outcome);
      const newest = buildVerdict({ ...verdictFacts(sample), clausesOf });
      assert.notEqual(newest.exitCode, 0);
    }
  });

  test('1: a profile named by --profile is not served', () => {
    const { exitCode, reason, conformant } = judgement({ profiles: ABSENT, pinned: ['esignon-login'] });
    assert.deepEqual([exitCode, conformant], [1, false]);
    assert.match(reason ?? '', /^esignon-login is not served: it answers like a path/);
  });

  test('3: a profile that is not named is not served, nor is any other', () => {
    const { exitCode, reason, conformant } = judgement({ profiles: ABSENT });
    assert.deepEqual([exitCode, conformant], [3, null]);
    assert.match(reason ?? '', /^the target serves none of the profiles: esignon-login answers like/);
  });

  test('3: nothing was checked', () => {
    const left = [skipped({ clauses: ['ES-01'], reason: 'no company is given' })];
    assert.deepEqual(judgement({ unchecked: UNCHECKED, skipped: left }), {
      conformant: null,
      exitCode: 3,
      reason: 'nothing was checked: no company is given',
    });
  });

  test('3: the good login of a served profile was not checked', () => {
    const { exitCode, reason } = judgement({
      unchecked: ['ES-01'],
      skipped: [skipped({ clauses: ['ES-01'], reason: 'no user is given' })],
    });
    assert.equal(exitCode, 3);
    assert.equal(reason, 'the good login of esignon-login was not checked: no user is given');
  });

  test('3: of two served profiles the good login of one was not checked', () => {
    const profiles = [...SERVED, { name: 'ckstack-token', served: true, how: 'answers' }] as const;
    assert.equal(judgement({ profiles }).exitCode, 0);
    const { exitCode, reason } = judgement({ profiles, unchecked: ['CK-01'] });
    assert.equal(exitCode, 3);
    assert.match(reason ?? '', /good login of ckstack-token/);
  });

  test('3: something stood in the way, which is the reason', () => {
    const errors = [error('the run was cut off: it was interrupted'), error('another')];
    assert.deepEqual(judgement({ errors }), {
      conformant: null,
      exitCode: 3,
      reason: 'the run was cut off: it was interrupted',
    });
    assert.deepEqual(verdictOf({ errors }).error, {
      code: 'ASSAY_CUT_OFF',
      message: 'the run was cut off: it was interrupted; run it again.',
    });
  });

  test('3: --complete asks for every MUST clause', () => {
    const { exitCode, reason, conformant } = judgement({ unchecked: ['ES-09'], mustBeComplete: true });
    assert.deepEqual([exitCode, conformant], [3, true]);
    assert.match(reason ?? '', /--complete .* 1 of 3 were not checked/);
    assert.equal(judgement({ mustBeComplete: true }).exitCode, 0);
    assert.equal(judgement({ unchecked: ['ES-18 SHOULD'], mustBeComplete: true }).exitCode, 0);
  });

  test('a violation outranks whatever stood in the way', () => {
    const inTheWay: readonly SampleFacts[] = [
      { errors: [error('the run was cut off')] },
      { mustBeComplete: true, unchecked: ['ES-18'] },
      { unchecked: ['ES-01'] },
    ];
    for (const sample of inTheWay) {
      const { exitCode, conformant } = judgement({ ...sample, violated: ['ES-09'] });
      assert.deepEqual([exitCode, conformant], [1, false]);
    }
    assert.equal(judgement({ errors: [error('cut off')], violated: ['ES-09'] }).reason, 'cut off');
  });

  test('an obstacle outranks a waived violation', () => {
    assert.equal(judgement({ errors: [error('cut off')], waived: ['ES-09'] }).exitCode, 3);
  });
});

describe('the entries of clauses', () => {
  const entryOf = (sample: SampleFacts, id = 'ES-09') =>
    verdictOf(sample).clauses.find((one) => one.id === id);

  test('there is one for every clause, profile and level that applies', () => {
    const names = verdictOf().clauses.map(({ id, level, profile }) => `${id} ${level} ${profile}`);
    assert.deepEqual(names, [
      'ES-01 MUST esignon-login',
      'ES-09 MUST esignon-login',
      'ES-18 MUST esignon-login',
      'ES-18 SHOULD esignon-login',
    ]);
  });

  test('a violation has its evidence', () => {
    const entry = entryOf({ violated: ['ES-09'] });
    assert.equal(entry?.outcome, 'violated');
    assert.deepEqual(entry.evidence, [
      {
        finding: 'ES-09.a-login.deviates',
        scenario: 'A login',
        location: 'features/a.feature:3',
        expected: 'this',
        actual: 'that',
        exchanges: ['x-1'],
        request: 'POST /api/acme/login',
        answer: 'HTTP 200',
        times: 2,
        replay: 'npm test -- --tags=@ES-09',
      },
    ]);
    assert.equal(entryOf({ waived: ['ES-09'] })?.outcome, 'waived');
  });

  test('what held says what of it was left out', () => {
    assert.equal(entryOf({})?.reason, undefined);
    const entry = entryOf({ skipped: [skipped(), skipped(), skipped({ reason: 'too short' })] });
    assert.deepEqual(
      [entry?.outcome, entry?.reason],
      ['held', 'left out: no second user is given; too short'],
    );
  });

  test('what was not checked has its reason: that of its scenarios, an obstacle, or the selection', () => {
    const unchecked = ['ES-09'];
    const other = skipped({ profile: 'ckstack-token', reason: 'of another profile' });
    assert.equal(entryOf({ unchecked, skipped: [skipped(), other] })?.reason, 'no second user is given');
    assert.equal(entryOf({ unchecked, errors: [error('cut off')] })?.reason, 'cut off');
    assert.equal(entryOf({ unchecked })?.reason, 'no scenario that was selected checks it');
  });

  test('of a profile that is not served there are none', () => {
    assert.deepEqual(verdictOf({ profiles: ABSENT }).clauses, []);
    assert.equal(verdictOf({ profiles: ABSENT }).complete, false);
  });
});

test('whatever came, the verdict is one of the schema, its counts add up, and nothing unchecked is 0', () => {
  const clauses = fc.subarray(UNCHECKED);
  const sample = fc.record({
    violated: clauses,
    waived: clauses,
    unchecked: clauses,
    strict: fc.boolean(),
    mustBeComplete: fc.boolean(),
    errors: fc.constantFrom([], [error('cut off')]),
    pinned: fc.constantFrom(null, ['esignon-login'] as const),
    profiles: fc.constantFrom(SERVED, ABSENT, []),
  });
  fc.assert(
    fc.property(sample, (facts) => {
      const verdict = verdictOf(facts);
      for (const level of ['MUST', 'SHOULD'] as const) {
        const { total, held, violated, waived, notChecked } = verdict.counts[level];
        assert.equal(held + violated + waived + notChecked, total);
      }
      const broken = verdict.clauses.some(
        ({ outcome, level }) => outcome === 'violated' && (level === 'MUST' || facts.strict),
      );
      if (broken) assert.equal(verdict.exitCode, 1);
      if (verdict.exitCode !== 0) return;
      assert.ok(verdict.clauses.some(({ id, checks }) => id === 'ES-01' && checks > 0));
      assert.deepEqual([verdict.conformant, verdict.reason], [true, null]);
    }),
    { numRuns: 500 },
  );
});
