import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import { hasCompanyRoles, hasNoRole, hasRole } from '../../../src/profiles/ckstack/role-checks.js';
import type { EvaluatedExchange } from '../../../src/profiles/profile.js';
import { ckstackRequest, ckstackSuccess, evaluated, violated } from '../login/sample-exchanges.js';

let request: OutgoingRequest;
before(async () => {
  request = await ckstackRequest();
});

/** The answer of a user with these companies: name → names of menus. */
function answer(companies: Readonly<Record<string, readonly string[]>>): EvaluatedExchange {
  const company = Object.entries(companies).map(([name, menus]) => ({
    id: name,
    name,
    groups: [{ id: 'g', name: 'g', menus: menus.map((menu) => ({ name: menu })) }],
  }));
  return of({ ...ckstackSuccess(), company });
}

function of(body: unknown): EvaluatedExchange {
  return evaluated(request, { body });
}

const ROLE_ROWS: readonly (readonly [
  role: 'system-administrator' | 'intermediate-administrator' | 'general-user',
  menus: readonly string[],
  violated: readonly string[],
])[] = [
  ['system-administrator', ['Root'], []],
  ['system-administrator', ['rOOt', 'Help'], []],
  ['system-administrator', ['Root', 'CAdmin', 'Normal'], []],
  ['system-administrator', ['CAdmin'], ['RO-01']],
  ['system-administrator', [], ['RO-01']],
  ['system-administrator', ['Ro0t', 'Help'], ['RO-01']],
  ['system-administrator', [' Root'], ['RO-01']],
  ['system-administrator', ['RootX'], ['RO-01']],
  ['intermediate-administrator', ['cadmin'], []],
  ['intermediate-administrator', ['cadmın'], []],
  ['intermediate-administrator', ['CADMİN'], ['RO-01']],
  ['intermediate-administrator', ['CAdmin', 'Normal'], []],
  ['intermediate-administrator', ['CAdmin', 'Root'], ['RO-01']],
  ['intermediate-administrator', ['CAdmin', 'RootX'], []],
  ['general-user', ['NORMAL'], []],
  ['general-user', ['Normal', 'CAdmin'], ['RO-01']],
  ['general-user', ['Ｎｏｒｍａｌ'], ['RO-01']],
];

describe('the role of a user (RO-01)', () => {
  for (const [role, menus, clauses] of ROLE_ROWS) {
    test(`${role} by ${JSON.stringify(menus)}: ${clauses.join(', ') || 'nothing'} is violated`, () => {
      assert.deepEqual(violated(hasRole(answer({ 'Company A': menus }), role)), clauses);
    });
  }

  test('the menus of all companies count', () => {
    assert.deepEqual(violated(hasRole(answer({ A: ['Help'], B: ['Normal'] }), 'general-user')), []);
    assert.deepEqual(violated(hasRole(answer({ A: ['Root'], B: ['Normal'] }), 'general-user')), ['RO-01']);
  });

  test('an answer without companies has no menu', () => {
    for (const company of [undefined, null, 'Root', {}, [{ groups: 'Root' }], [{ name: 'Root' }]]) {
      assert.deepEqual(violated(hasRole(of({ ...ckstackSuccess(), company }), 'general-user')), ['RO-01']);
    }
  });

  test('what lies below a menu gives no role', () => {
    const menus = [{ name: 'Help', menus: [{ name: 'Root' }] }];
    const company = [{ id: 'a', name: 'A', groups: [{ id: 'g', name: 'g', menus }] }];
    assert.deepEqual(violated(hasRole(of({ ...ckstackSuccess(), company }), 'system-administrator')), [
      'RO-01',
    ]);
    assert.deepEqual(violated(hasNoRole(of({ ...ckstackSuccess(), company }))), []);
  });
});

describe('a user without a role (RO-04)', () => {
  for (const [menus, clauses] of [
    [['Help', 'Dashboard'], []],
    [[], []],
    [['RootX', ' root', 'Norma'], []],
    [['normal'], ['RO-04']],
    [['Help', 'ROOT'], ['RO-04']],
  ] as const) {
    test(`${JSON.stringify(menus)}: ${clauses.join() || 'nothing'} is violated`, () => {
      assert.deepEqual(violated(hasNoRole(answer({ A: menus }))), clauses);
    });
  }
});

describe('a user of several companies (RO-03)', () => {
  const WANTED = { A: ['system-administrator'], B: ['general-user', 'intermediate-administrator'], C: [] };
  const rows: readonly (readonly [
    what: string,
    companies: Readonly<Record<string, readonly string[]>>,
    violated: readonly string[],
  ])[] = [
    ['just the roles listed', { A: ['Root'], B: ['normal', 'CAdmin'], C: ['Help'] }, []],
    ['companies that are not listed', { A: ['Root'], B: ['Normal', 'CAdmin'], D: ['Root'] }, []],
    ['a company without a role that is left out', { A: ['Root'], B: ['Normal', 'CAdmin'] }, []],
    ['one role of two lost', { A: ['Root'], B: ['Normal'], C: [] }, ['RO-03']],
    ['a role of another company', { A: ['Root'], B: ['Normal', 'CAdmin'], C: ['Root'] }, ['RO-03']],
    ['roles joined over companies', { A: ['Root', 'Normal'], B: ['Normal', 'CAdmin'] }, ['RO-03']],
    ['a company left out', { B: ['Normal', 'CAdmin'], C: [] }, ['RO-03']],
    ['a name that only looks like it', { A: ['Root '], B: ['Normal', 'CAdmin'] }, ['RO-03']],
    ['names of companies in other case', { a: ['Root'], B: ['Normal', 'CAdmin'] }, ['RO-03']],
  ];
  for (const [what, companies, clauses] of rows) {
    test(`${what}: ${clauses.join(', ') || 'nothing'} is violated`, () => {
      assert.deepEqual(violated(hasCompanyRoles(answer(companies), WANTED)), clauses);
    });
  }

  test('companies of one name are joined', () => {
    const company = ['Root', 'Normal'].map((menu) => ({
      id: menu,
      name: 'A',
      groups: [{ id: 'g', name: 'g', menus: [{ name: menu }] }],
    }));
    const wanted = { A: ['general-user', 'system-administrator'] };
    assert.deepEqual(violated(hasCompanyRoles(of({ ...ckstackSuccess(), company }), wanted)), []);
  });

  test('expected and actual name the companies that differ', () => {
    const [check] = hasCompanyRoles(answer({ B: ['Normal', 'CAdmin'], C: ['Root'] }), WANTED);
    assert.equal(check?.expected, '"A": system-administrator; "C": no role');
    assert.equal(check?.actual, '"A": not there; "C": system-administrator');
  });
});
