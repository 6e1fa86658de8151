import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import { hasCompanyRoles, hasMenus, hasNoRole, hasRole } from '../../../src/profiles/ckstack/role-checks.js';
import type { Check } from '../../../src/verdict/check.js';
import { evaluateExchange } from '../../support/profiles.js';
import {
  answered,
  ckstackRefusal,
  ckstackRequest,
  ckstackSuccess,
  evaluated,
  failed,
} from '../login/sample-exchanges.js';

let request: OutgoingRequest;
before(async () => {
  request = await ckstackRequest();
});

/** The answer of a user with these menus in one company, or with another value for `company`. */
function answer(menus: readonly string[], name = 'A', company?: unknown) {
  const groups = [{ id: 'g', name: 'g', menus: menus.map((menu) => ({ name: menu })) }];
  const body = { ...ckstackSuccess(), company: company ?? [{ id: 'a', name, groups }] };
  return evaluated(request, { body });
}

/** What is read of a violation. */
function said({ clause, level, held, expected, actual }: Check) {
  return held ? `${clause} holds` : [clause, level, expected, actual];
}

describe('what a violation of the roles says', () => {
  test('of one role: the menu that is asked for, and those that came', () => {
    const [role] = hasRole(answer(['Help', ' Root']), 'system-administrator').map(said);
    assert.deepEqual(role, [
      'RO-01',
      'MUST',
      'a menu named ROOT (system-administrator) and none of a higher role',
      'menus named ["Help"," Root"]',
    ]);
  });

  test('of no role: the roles that came', () => {
    assert.deepEqual(hasNoRole(answer(['Help', 'Root', 'normal'])).map(said), [
      [
        'RO-04',
        'MUST',
        'no menu named ROOT, CADMIN or NORMAL in any case',
        'menus named ["Help","Root","normal"], which give system-administrator, general-user',
      ],
    ]);
  });

  test('of several companies: each that differs', () => {
    const wanted = { A: ['general-user'], B: ['system-administrator', 'general-user'] };
    assert.deepEqual(hasCompanyRoles(answer(['Root', 'Normal']), wanted).map(said), [
      [
        'RO-03',
        'MUST',
        '"A": general-user; "B": system-administrator, general-user',
        '"A": system-administrator, general-user; "B": not there',
      ],
    ]);
    const none = hasCompanyRoles(answer([]), { A: ['general-user'] }).map(said);
    assert.deepEqual(none[0], ['RO-03', 'MUST', '"A": general-user', '"A": no role']);
  });

  test('as many roles, but others, are a violation', () => {
    const [check] = hasCompanyRoles(answer(['Root']), { A: ['general-user'] });
    assert.equal(check?.held, false);
  });

  test('a role that is listed twice is one', () => {
    const [check] = hasCompanyRoles(answer(['Normal']), { A: ['general-user', 'general-user'] });
    assert.equal(check?.held, true);
  });
});

describe('whether menus can be read', () => {
  test('where companies, groups and menus are as documented', () => {
    assert.equal(hasMenus(answer(['Root'])), true);
    assert.equal(hasMenus(answer([], 'A', [])), true);
    assert.equal(hasMenus(answer([], 'A', {})), false);
    assert.equal(hasMenus(answer([], 'A', [{ id: 'a', name: 'A', groups: [{}] }])), false);
  });

  test('not in a refusal, in what is no JSON, or without an answer', () => {
    for (const exchange of [
      answered(request, { body: ckstackRefusal() }),
      answered(request, { body: '<p>' }),
      failed(request),
    ]) {
      const one = evaluateExchange(exchange);
      assert.equal(hasMenus(one), false);
      assert.equal(hasNoRole(one)[0]?.held, true);
    }
  });
});
