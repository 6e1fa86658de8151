import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startProvider } from '../../src/provider/listen.js';
import type { Edition } from '../../src/verdict/edition.js';
import { loadMutants } from '../mutants/load.js';
import { runWholeSuite } from './run-whole-suite.js';

/** It breaks an entry that came with the edition 2026-12, and nothing else. */
const MUTANT = 'login/byte-order-mark-before-refusals';

test('what an older edition does not have is shown, and does not count', async () => {
  const mutant = (await loadMutants()).find(({ id }) => id === MUTANT);
  assert.ok(mutant);
  const provider = await startProvider(mutant.options());
  const judge = (edition: Edition) =>
    runWholeSuite({
      ...{ target: provider.url, profiles: [mutant.profile], seed: 1, strict: true, edition },
      tags: '(@ES-01 or @ES-18) and not @fuzzing and not @pacts',
    });
  try {
    const [older, newest] = [await judge('2026-11'), await judge('2026-12')];
    const outcome = older.clauses.filter(({ outcome }) => outcome === 'violated');
    assert.deepEqual(
      outcome.map(({ id, level, since }) => [id, level, since]),
      [['ES-18', 'SHOULD', '2026-12']],
    );
    assert.deepEqual([older.exitCode, older.conformant, older.edition.name], [0, true, '2026-11']);
    assert.deepEqual([newest.exitCode, newest.conformant], [1, false]);
    assert.equal(older.edition.digest, newest.edition.digest);
  } finally {
    await provider.close();
  }
});
