import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TestUsers } from '../../src/engine/test-users.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import { PROFILE_NAMES, type ProfileName } from '../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { type Fixtures, openProfile } from '../support/profiles.js';

const { esignon = {} } = EMBEDDED_FIXTURES;
const AT = 'features/x.feature:12';

function names(
  profile: ProfileName,
  fixtures: Fixtures = EMBEDDED_FIXTURES,
  scenario = AT,
): readonly string[] {
  return new TestUsers().usable(openProfile(profile, fixtures), scenario).map(({ fixture }) => fixture);
}

/** Holds that nothing is built on an account whose good login was refused, and that the clause on it is named. */
function assertNotBuilt(work: () => unknown, clause: string): void {
  assert.throws(work, (error) => {
    assert.ok(error instanceof NotChecked, String(error));
    assert.equal(error.skipCause, 'precondition');
    assert.match(error.message, new RegExp(`is not accepted \\(see ${clause}\\)`));
    return true;
  });
}

describe('the people of a run', () => {
  test('are everybody whom the fixtures give', () => {
    const all = (profile: ProfileName) =>
      new TestUsers().all(openProfile(profile, EMBEDDED_FIXTURES), AT).map(({ fixture }) => fixture);
    assert.deepEqual(all('esignon-login'), ['esignon.user', 'esignon.secondUser']);
    assert.deepEqual(all('esignon-startsimple'), ['esignon.user', 'esignon.secondUser']);
    assert.deepEqual(all('ckstack-token'), [
      'ckstack.users.system-administrator',
      'ckstack.users.intermediate-administrator',
      'ckstack.users.general-user',
      'ckstack.users.no-role',
      'ckstack.users.several-companies',
    ]);
  });

  for (const profile of PROFILE_NAMES) {
    test(`${profile}: who has a turn depends on the scenario alone`, () => {
      const orders = Array.from({ length: 20 }, (_, line) => `features/x.feature:${line}`).map((scenario) => {
        const order = names(profile, EMBEDDED_FIXTURES, scenario);
        assert.deepEqual(names(profile, EMBEDDED_FIXTURES, scenario), order);
        return order;
      });
      const everybody = orders[0]?.length ?? 0;
      assert.ok(orders.every((order) => new Set(order).size === everybody));
      assert.equal(
        new Set(orders.map(([first]) => first)).size,
        everybody,
        'the turns spread over everybody',
      );
    });
  }

  test('login needs no client id, and one user will do', () => {
    const { company, user } = esignon;
    assert.deepEqual(names('esignon-login', { esignon: { company: company!, user: user! } }), [
      'esignon.user',
    ]);
    assert.ok(esignon.clientId && esignon.secondUser);
  });

  test('who is not let in has no turn, in that profile alone', () => {
    const testUsers = new TestUsers();
    const open = openProfile('esignon-login', EMBEDDED_FIXTURES);
    const [mina] = testUsers.all(open, AT);
    assert.ok(mina);
    testUsers.markUnusable(open, mina);
    const fixtures = (profile: ProfileName) =>
      testUsers.usable(openProfile(profile, EMBEDDED_FIXTURES), AT).map(({ fixture }) => fixture);
    assert.deepEqual(fixtures('esignon-login'), ['esignon.secondUser']);
    assert.equal(fixtures('esignon-startsimple').length, 2);
  });

  test('when nobody is let in, nothing is built on them', () => {
    const testUsers = new TestUsers();
    const open = openProfile('ckstack-token', EMBEDDED_FIXTURES);
    for (const testUser of testUsers.all(open, AT)) testUsers.markUnusable(open, testUser);
    assertNotBuilt(() => testUsers.usable(open, AT), 'CK-01');
  });

  test('who is there to show something, but is not let in, shows nothing', () => {
    const testUsers = new TestUsers();
    const open = openProfile('ckstack-token', EMBEDDED_FIXTURES);
    const general = testUsers.as(open, 'general user', AT);
    assert.equal(general.fixture, 'ckstack.users.general-user');
    testUsers.markUnusable(open, general);
    assertNotBuilt(() => testUsers.as(open, 'general user', AT), 'CK-01');
    assert.equal(testUsers.as(open, 'user without a role', AT).fixture, 'ckstack.users.no-role');
  });
});
