import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FUZZ_MUTANTS } from './mutants.js';
import { fuzz } from './support/fuzz-run.js';

/** All seeds are tried by `bench/fuzzing-evidence.ts`; here one each tells whether anything broke. */
const SEED = 3;

describe('a provider that is wrong on purpose is found within 100 generated logins', () => {
  for (const { wrong, profile, kind, clause, provider } of FUZZ_MUTANTS) {
    test(`${profile}: ${wrong}`, async () => {
      const { violations, reports } = await fuzz({ profile, kinds: [kind], seed: SEED, runs: 100, provider });
      const found = violations.find((violation) => violation.clause === clause && violation.level === 'MUST');
      assert.ok(found, `found ${violations.map((violation) => violation.clause).join(', ') || 'nothing'}`);
      const label = found.exchanges[0]?.request.label ?? '';
      assert.match(label, /^[^;]+ \(generated: [\w-]+, smallest of \d+ tries\)$/);
      const report = reports.find((text) => text.includes(label)) ?? '';
      assert.match(
        report,
        /^seed 3, generated request \d+, the smallest of \d+ \(fast-check seed -?\d+, path [\d:]+\)$/m,
      );
      assert.match(report, /^(?:printf .* \| )?curl /m);
    });
  }
});
