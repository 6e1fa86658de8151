import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { menuName } from '../../../../src/profiles/ckstack/arbitraries/menu-name.js';
import { roleOfMenu } from '../../../../src/profiles/ckstack/roles.js';

test('a generated menu name gives the role that it was made to give (RO-02)', () => {
  fc.assert(
    fc.property(menuName, ({ name, role }) => assert.equal(roleOfMenu(name), role, name)),
    { numRuns: 2_000 },
  );
});

test('half of them give a role, in cases of every kind', () => {
  const made = fc.sample(menuName, { numRuns: 500, seed: 1 });
  const giving = made.filter(({ role }) => role !== null).map(({ name }) => name);
  assert.ok(giving.length > 180 && giving.length < 320, String(giving.length));
  for (const name of ['ROOT', 'root']) assert.ok(giving.includes(name), name);
  assert.ok(giving.some((name) => name.includes('ı')));
});
