import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CONTRACT_DOCUMENT, contractDocument } from '../../tools/contract/contract-document.js';
import { CLAUSES } from '../support/profiles.js';

test('docs/contract.md is what the catalogue makes (else: npm run docs)', () => {
  assert.equal(readFileSync(CONTRACT_DOCUMENT, 'utf8'), contractDocument());
});

test('the document has every clause once, with its statement, source and reading', () => {
  const text = contractDocument();
  for (const { id, statement, source, reading } of CLAUSES) {
    assert.equal(text.split(`\n### ${id}\n`).length, 2, id);
    for (const part of [statement, source, reading ?? '']) assert.ok(text.includes(part), `${id}: ${part}`);
  }
});
