import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { createRedactor } from '../../src/redaction/redactor.js';
import type { Clause } from '../../src/verdict/clause.js';
import { catalogueDigest, EDITIONS, NEWEST_EDITION, sinceOfCheck } from '../../src/verdict/edition.js';
import { Ledger } from '../../src/verdict/ledger.js';
import { scenarioRef, violatedCheck } from '../engine/sample-run.js';

const ENTRY: Clause = {
  id: 'ES-22',
  level: 'MUST',
  statement: 'It holds.',
  source: 'Response',
  reading: 'So.',
};
const CLAUSES: readonly Clause[] = [
  { ...ENTRY, since: '2026-11' },
  { ...ENTRY, since: '2026-12', statement: 'A further part holds.' },
  { ...ENTRY, id: 'ES-32', since: '2026-12' },
];

test('editions are sorted by age, the newest last', () => {
  assert.deepEqual([...EDITIONS].sort(), EDITIONS);
  assert.equal(EDITIONS.at(-1), NEWEST_EDITION);
});

describe('the entry that a check is about', () => {
  const sinceOf = (check: Parameters<typeof sinceOfCheck>[0]) => sinceOfCheck(check, CLAUSES);

  test('is the one it names, where there is one', () => {
    assert.equal(sinceOf({ clause: 'ES-22', level: 'MUST', since: '2026-12' }), '2026-12');
    assert.equal(sinceOf({ clause: 'ES-32', level: 'MUST', since: '2026-11' }), '2026-12');
  });

  test('is the oldest otherwise', () => {
    assert.equal(sinceOf({ clause: 'ES-22', level: 'MUST' }), '2026-11');
    assert.equal(sinceOf({ clause: 'ES-32', level: 'MUST' }), '2026-12');
    assert.equal(sinceOf({ clause: 'ES-99', level: 'MUST' }), '2026-11');
  });

  test('has a record of its own', () => {
    const ledger = new Ledger(createRedactor(), () => CLAUSES);
    const check = { ...violatedCheck('ES-22'), since: '2026-12' } as const;
    const [violation] = ledger.record('esignon-login', scenarioRef(), [], [check]);
    assert.equal(violation?.since, '2026-12');
    assert.equal(ledger.of('esignon-login', 'ES-22', 'MUST').checks, 0);
    assert.equal(ledger.of('esignon-login', 'ES-22', 'MUST', '2026-12').violations.length, 1);
  });
});

describe('the digest of a catalogue', () => {
  test('is the SHA-256 of its canonical JSON', () => {
    const text =
      '[{"id":"ES-22","level":"MUST","reading":"So.","since":"2026-11","statement":"It holds."},{"id":"ES-33","level":"MUST","since":"2026-11","statement":"It holds."}]';
    const { reading: _, ...silent } = { ...ENTRY, id: 'ES-33' };
    const [first = ENTRY] = CLAUSES;
    assert.equal(catalogueDigest([first, silent]), createHash('sha256').update(text).digest('hex'));
  });

  test('changes with every part that it is of, and with no other', () => {
    const digest = catalogueDigest(CLAUSES);
    const changes: readonly Partial<Clause>[] = [
      { id: 'ES-23' },
      { level: 'SHOULD' },
      { statement: 'It holds, too.' },
      { reading: 'Thus.' },
      { since: '2026-12' },
    ];
    for (const change of changes) {
      assert.notEqual(catalogueDigest([{ ...ENTRY, ...change }, ...CLAUSES.slice(1)]), digest);
    }
    assert.equal(catalogueDigest([{ ...ENTRY, source: 'Request' }, ...CLAUSES.slice(1)]), digest);
  });
});
