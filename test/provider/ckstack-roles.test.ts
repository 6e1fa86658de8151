import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CKSTACK_USER_KEYS, type CkstackUserKey } from '../../src/profiles/ckstack/fixtures.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { createServer } from '../../src/provider/server.js';
import type { Json } from './support/answers.js';
import { postToken, tokenDocument } from './support/requests.js';

/** Which of the three menus each fixture's user has, company by company (RO-01, RO-03, RO-04). */
const MENUS: Readonly<Record<CkstackUserKey, Readonly<Record<string, readonly string[]>>>> = {
  'system-administrator': { 'Company A': ['ROOT'] },
  'intermediate-administrator': { 'Company A': ['CADMIN'] },
  'general-user': { 'Company A': ['NORMAL'] },
  'no-role': { 'Company A': [] },
  'several-companies': { 'Company A': ['ROOT'], 'Company B': ['NORMAL'], 'Company C': [] },
};

describe('ckstack-token: roles of the embedded fixtures', () => {
  const app = createServer();
  for (const key of CKSTACK_USER_KEYS) {
    test(`${key} has the menus that give the role, and no other of the three`, async () => {
      const user = EMBEDDED_FIXTURES.ckstack?.users?.[key];
      assert.ok(user);
      const answer = await postToken(app, { document: tokenDocument(user.userId, user.password) });
      const companies: Json[] = answer.json().company;
      const menus = companies.map(({ name, groups }) => [
        name,
        groups
          .flatMap((group: Json) => group.menus.map((menu: Json) => menu.name.toUpperCase()))
          .filter((name: string) => ['ROOT', 'CADMIN', 'NORMAL'].includes(name)),
      ]);
      assert.deepEqual(Object.fromEntries(menus), MENUS[key]);
    });
  }

  test('each has further menus that mean nothing, or several groups (RO-04)', async () => {
    const user = EMBEDDED_FIXTURES.ckstack?.users?.['several-companies'];
    assert.ok(user);
    const answer = await postToken(app, { document: tokenDocument(user.userId, user.password) });
    assert.equal(answer.json().company[0].groups.length, 2);
  });

  test('the fixtures say of several companies what the provider answers (RO-03)', () => {
    assert.deepEqual(EMBEDDED_FIXTURES.ckstack?.users?.['several-companies']?.roles, {
      'Company A': ['system-administrator'],
      'Company B': ['general-user'],
      'Company C': [],
    });
  });
});
