import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { headerFields, headerNames, headerValue, headerValues } from '../../src/text/header-field.js';

const FIELDS = [
  ['X-A', '1'],
  ['x-b', ''],
  ['x-a', '3'],
] as const;

describe('a header', () => {
  test('has its name in any case, and values in their order', () => {
    assert.deepEqual(headerValues(FIELDS, 'x-a'), ['1', '3']);
    assert.deepEqual(headerValues(FIELDS, 'x-c'), []);
    assert.equal(headerValue(FIELDS, 'x-a'), '1');
    assert.equal(headerValue(FIELDS, 'x-b'), '');
    assert.equal(headerValue(FIELDS, 'x-c'), undefined);
  });

  test('is read from a list of names and values', () => {
    assert.deepEqual(headerFields(['X-A', '1', 'x-b', '', 'x-a', '3']), FIELDS);
    assert.deepEqual(headerFields([]), []);
  });

  test('has a name in lower case', () => {
    assert.deepEqual([...headerNames(FIELDS)], ['x-a', 'x-b']);
  });
});
