import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseList } from '../../src/report/clause-list.js';

test('clauses are listed once, in order, and three in a row become a range', () => {
  assert.equal(clauseList([]), '');
  assert.equal(clauseList(['ES-10', 'ES-09', 'ES-10']), 'ES-09, ES-10');
  assert.equal(clauseList(['CK-10', 'CK-09', 'CK-11', 'ES-01']), 'CK-09…CK-11, ES-01');
  assert.equal(clauseList(['ES-01', 'CK-02', 'ES-03', 'CK-03']), 'CK-02, CK-03, ES-01, ES-03');
});

test('ids of another form are listed as they are', () => {
  assert.equal(clauseList(['pact', 'X-9']), 'X-9, pact');
});
