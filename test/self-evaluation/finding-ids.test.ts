import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { startProvider } from '../../src/provider/listen.js';
import type { Verdict } from '../../src/verdict/verdict.js';
import { loadMutants } from '../mutants/load.js';
import type { Mutant } from '../mutants/mutant.js';
import { runWholeSuite } from './run-whole-suite.js';

/** Two deviations of each clause; the tags of the scenarios that have to be run for it. */
const PAIRS: readonly (readonly [clause: string, tags: string, one: string, other: string])[] = [
  ['ES-09', '@ES-09 and not @pacts', 'login/last-character-not-compared', 'login/first-letter-in-any-case'],
  ['ES-16', '(@ES-16 or @ES-27) and not @pacts', 'login/refusal-message-null', 'login/refusal-code-number'],
  ['ES-12', '(@ES-12 or @ES-27) and not @pacts', 'login/malformed-is-10', 'login/truncated-repaired'],
];
const SEEDS = Array.from({ length: 6 }, (_, at) => 7 * at + 1);
const FUZZ_RUNS = 30;

let mutants: readonly Mutant[] = [];

before(async () => {
  mutants = await loadMutants();
});

describe('the ids of findings', () => {
  for (const [clause, tags, one, other] of PAIRS) {
    test(`${clause}: the same for the same deviation over 6 seeds, others for another`, async () => {
      const [first, second] = [await idsOf(one, clause, tags), await idsOf(other, clause, tags)];
      assert.ok(first.length > 0 && second.length > 0);
      assert.deepEqual(
        first.filter((id) => second.includes(id)),
        [],
      );
    });
  }
});

/** The findings of a clause against a mutant, which must be those of the first seed with every other. */
async function idsOf(id: string, clause: string, tags: string): Promise<readonly string[]> {
  const mutant = mutants.find((each) => each.id === id);
  assert.ok(mutant, id);
  let first: readonly string[] | undefined;
  for (const seed of SEEDS) {
    const provider = await startProvider(mutant.options());
    try {
      const { profile } = mutant;
      const verdict = await runWholeSuite({
        ...{ target: provider.url, profiles: [profile], seed, tags, fuzzRuns: FUZZ_RUNS },
      });
      const ids = findingsOf(verdict, clause);
      first ??= ids;
      assert.deepEqual(ids, first, `seed ${seed}`);
    } finally {
      await provider.close();
    }
  }
  return first ?? [];
}

function findingsOf({ clauses }: Verdict, clause: string): readonly string[] {
  const entries = clauses.filter(({ id, outcome }) => id === clause && outcome === 'violated');
  return [
    ...new Set(entries.flatMap(({ evidence }) => evidence?.map(({ finding }) => finding) ?? [])),
  ].sort();
}
