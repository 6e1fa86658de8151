import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Figures } from '../../tools/detection/figures.js';
import { type PeersReport, peersSection } from '../../tools/detection/peers-section.js';

const OWN: Figures = {
  MUST: { runs: 200, killed: 200, named: 199 },
  SHOULD: { runs: 40, killed: 39, named: 39 },
  blamed: { median: 1, mean: 1.2, most: 5, within3: 230 },
  byClause: [],
  conforming: { providers: 60, runs: 1500, generatedOnly: 0, failed: 0, unavailable: 1 },
};

const REPORT: PeersReport = {
  mutants: { MUST: 200, SHOULD: 40 },
  conforming: 60,
  tools: [
    {
      name: 'Dredd',
      version: '14.1.0',
      how: 'with hooks',
      killed: { MUST: 50, SHOULD: 4 },
      falseAlarms: ['answers-with-bom', 'no-should-kept'],
    },
    {
      name: 'Pact',
      version: '19.2.0',
      how: 'alone',
      killed: { MUST: 20, SHOULD: 0 },
      falseAlarms: ['no-should-kept'],
    },
  ],
  together: { MUST: 60, SHOULD: 4 },
};

describe('the section on peers', () => {
  test('is not there before the bench was run', () => {
    assert.deepEqual(peersSection(null, OWN), []);
  });

  test('puts the suite and its peers side by side', () => {
    const rows = peersSection(REPORT, OWN).filter((line) => line.startsWith('|'));
    assert.deepEqual(rows.slice(2), [
      '| token-assay | 200 of 200 (100.0 %) | 39 of 40 (97.5 %) | 0 of 1500 runs |',
      '| Dredd 14.1.0 | 50 of 200 (25.0 %) | 4 of 40 (10.0 %) | 2 of 60 |',
      '| Pact 19.2.0 | 20 of 200 (10.0 %) | 0 of 40 (0.0 %) | 1 of 60 |',
      '| Dredd, Pact together | 60 of 200 (30.0 %) | 4 of 40 (10.0 %) | 2 of 60 |',
    ]);
  });

  test('says how each is driven, and where it raises false alarms', () => {
    const text = peersSection(REPORT, OWN).join('\n');
    assert.match(text, /^- Dredd is driven with hooks\.$/m);
    assert.match(text, /^False alarms of Dredd: `answers-with-bom`, `no-should-kept`\.$/m);
    assert.match(text, /^False alarms of Pact: `no-should-kept`\.$/m);
  });

  test('has figures of a bench that was run: every tool finds something, and none finds all', () => {
    const file = new URL('../../../docs/peers.json', import.meta.url);
    const report: PeersReport = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual(
      report.tools.map(({ name }) => name),
      ['Dredd', 'Prism', 'Pact'],
    );
    for (const level of ['MUST', 'SHOULD'] as const) {
      const together = report.together[level];
      assert.ok(together <= report.mutants[level]);
      for (const { name, killed } of report.tools) {
        assert.ok(killed[level] > 0 && killed[level] <= together, `${name}: ${level}`);
      }
    }
  });
});
