import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObject, memberOf } from '../../src/text/json-members.js';

test('an object is neither null, nor an array, nor anything else of JSON', () => {
  assert.equal(isObject({}), true);
  for (const value of [null, [], [{}], 'text', 7, true, undefined]) assert.equal(isObject(value), false);
});

test('a member is an own one of an object', () => {
  const value: unknown = JSON.parse('{"a":1,"b":null,"__proto__":{"c":2}}');
  assert.equal(memberOf(value, 'a'), 1);
  assert.equal(memberOf(value, 'b'), null);
  assert.deepEqual(memberOf(value, '__proto__'), { c: 2 });
  assert.equal(memberOf(value, 'c'), undefined);
  assert.equal(memberOf({}, 'toString'), undefined);
  assert.equal(memberOf([1], '0'), undefined);
  assert.equal(memberOf('text', 'length'), undefined);
  assert.equal(memberOf(null, 'a'), undefined);
});
