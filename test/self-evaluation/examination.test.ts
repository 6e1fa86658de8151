import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figuresOf } from '../../tools/detection/figures.js';
import { amissWith, ExaminationProgress } from '../../tools/detection/progress.js';
import { loadConforming } from '../conforming/load.js';
import { coreOf, loadMutants } from '../mutants/load.js';
import { CLAUSES, clausesOf, profilesOf } from '../support/profiles.js';
import { runTasks } from './pool.js';

/** Fixed, so that the selftest says the same of the same code; `npm run detection` takes many. */
const SEED = 20_260_301;
/** Clauses that no example can break: only generated requests speak of them. */
const GENERATED = ['ES-27', 'ES-28', 'CK-29', 'CK-30'];
/** Clauses of which some mutants show in generated logins alone. */
const OF_FUZZING = [...GENERATED, 'ES-17', 'CK-23'];
/** Written without the reference provider. */
const FOREIGN = ['node-http', 'raw-socket', 'express', 'hono', 'python'];

const mutants = await loadMutants();
const core = coreOf(mutants);
const providers = await loadConforming();
const coreProviders = providers.filter(({ id }, at) => FOREIGN.includes(id) || at % 8 === 0);

describe('the mutants', () => {
  test('have ids of their own, and clauses of the catalogue in their profile and at their level', () => {
    assert.equal(new Set(mutants.map(({ id }) => id)).size, mutants.length);
    for (const { id, clauses, level, profile } of mutants) {
      const [first] = clauses;
      const known = (clause: string) =>
        clausesOf(profile).some((one) => one.id === clause && one.level === level);
      assert.ok(known(first), `${id}: ${first} ${level} is no clause of ${profile}`);
    }
  });

  test('are three or more for each MUST clause, one or more for each SHOULD clause', () => {
    assert.ok(core.length >= 80, `only ${core.length} mutants`);
    for (const clause of CLAUSES) {
      const own = mutants.filter(
        ({ clauses, level }) => level === clause.level && clauses.includes(clause.id),
      );
      const least = clause.level === 'MUST' && !GENERATED.includes(clause.id) ? 3 : 1;
      assert.ok(own.length >= least, `${clause.id} ${clause.level} has ${own.length} mutants`);
      for (const profile of profilesOf(clause)) {
        const here = own.filter((mutant) => mutant.profile === profile);
        assert.ok(here.length > 0, `${clause.id} ${clause.level} has no mutant of ${profile}`);
      }
    }
  });
});

describe('the conforming providers', () => {
  test('have ids of their own, and four are written without the reference provider', () => {
    assert.equal(new Set(providers.map(({ id }) => id)).size, providers.length);
    assert.ok(FOREIGN.every((id) => providers.some((provider) => provider.id === id)));
    assert.ok(providers.length >= 25, `only ${providers.length} providers`);
  });
});

/** Enough for the universal clauses; as many as users get where the defect shows in generated logins alone. */
const FEW = 25;
const tasks = [
  ...core.map(({ id, clauses: [clause] }) => ({
    ...{ kind: 'mutant' as const, id, seed: SEED },
    ...(OF_FUZZING.includes(clause) ? {} : { fuzzRuns: FEW }),
  })),
  ...coreProviders.map(({ id }) => ({ kind: 'conforming' as const, id, seed: SEED, fuzzRuns: FEW })),
];

describe('the suite, examined', () => {
  test('kills every mutant by the right clause and leaves every conforming provider alone', async (context) => {
    const progress = new ExaminationProgress(tasks.length);
    const results = await runTasks(tasks, { onResult: progress.onResult });
    for (const result of results) {
      await context.test(`${result.kind}: ${result.id}`, (each) => {
        if (result.kind === 'conforming' && result.unavailable !== null) return each.skip(result.unavailable);
        assert.equal(amissWith(result), null);
      });
    }
    const figures = figuresOf(
      results.filter((result) => result.kind === 'mutant'),
      results.filter((result) => result.kind === 'conforming'),
    );
    await context.test('blames three clauses or fewer in the median', () => {
      assert.ok(figures.blamed.median <= 3, `${figures.blamed.median} in the median`);
    });
  });
});
