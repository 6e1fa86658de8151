import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildVerdict, type ClauseFacts } from '../../src/verdict/build-verdict.js';
import type { Clause } from '../../src/verdict/clause.js';
import type { ContractVerdict } from '../../src/verdict/verdict.js';
import type { Plain } from '../redaction/redacted.js';
import { verdictFacts, violationOf } from './verdict-facts.js';
import { verdictProblems } from './verdict-schema.js';

describe('consumer contracts', () => {
  const contract = (changes: Plain<Partial<ContractVerdict>> = {}): Plain<ContractVerdict> => ({
    consumer: 'A client',
    provider: 'login',
    interaction: 'A login',
    source: 'pacts/a.json',
    outcome: 'failed',
    counts: true,
    mismatches: [{ path: 'status', expected: '200', actual: '400', description: 'expected 200 but was 400' }],
    exchanges: ['x-1'],
    ...changes,
  });

  test('one that is not kept makes the run not conformant, and is the reason', () => {
    const contracts = [contract(), contract({ interaction: 'Another', outcome: 'verified', mismatches: [] })];
    const { conformant, exitCode, reason } = buildVerdict(verdictFacts({ contracts }));
    assert.deepEqual([conformant, exitCode], [false, 1]);
    assert.match(reason ?? '', /^1 of 2 interactions .* not kept \(A client\)$/);
  });

  test('one that does not count by itself does not', () => {
    assert.equal(buildVerdict(verdictFacts({ contracts: [contract({ counts: false })] })).exitCode, 0);
  });
});

describe('counterexamples of generated requests', () => {
  const generated = (instanceOf: string) => ({
    ...verdictFacts(),
    factsOf: (_: string, { id }: Clause): ClauseFacts => {
      const fuzzing = {
        ...violationOf(id, 'MUST'),
        scenario: { ...violationOf(id, 'MUST').scenario, tags: ['@fuzzing'] },
      };
      if (id === 'ES-18')
        return {
          checks: 9,
          violations: [{ violation: { ...fuzzing, instanceOf }, times: 1 }],
        };
      const violations = id === 'ES-09' ? [{ violation: violationOf(id, 'MUST'), times: 1 }] : [];
      return { checks: 3, violations };
    },
  });

  test('fall under the specific clause where a written scenario shows the same', () => {
    const verdict = buildVerdict(generated('ES-09'));
    assert.deepEqual(verdictProblems(verdict), []);
    const entry = verdict.clauses.find(({ id, level }) => id === 'ES-18' && level === 'MUST');
    assert.equal(entry?.outcome, 'not-checked');
    assert.match(entry.reason ?? '', /fall under ES-09, which is violated/);
  });

  test('stand by themselves where nothing else is violated', () => {
    const verdict = buildVerdict(generated('ES-01'));
    assert.equal(
      verdict.clauses.find(({ id, level }) => id === 'ES-18' && level === 'MUST')?.outcome,
      'violated',
    );
  });
});
