import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CKSTACK_USER_KEYS } from '../../../src/profiles/ckstack/fixtures.js';
import {
  companyRoles,
  MENU_OF_ROLE,
  menuNames,
  ROLES,
  type Role,
  roleOfTitle,
  rolesAbove,
  rolesOfMenus,
} from '../../../src/profiles/ckstack/roles.js';

const roleOfMenu = (name: unknown) => [...rolesOfMenus([name])][0] ?? null;

const GIVES: readonly (readonly [name: string, role: Role])[] = [
  ['Root', 'system-administrator'],
  ['ROOT', 'system-administrator'],
  ['rOoT', 'system-administrator'],
  ['CAdmin', 'intermediate-administrator'],
  ['cadmin', 'intermediate-administrator'],
  ['cadm\u0131n', 'intermediate-administrator'],
  ['Normal', 'general-user'],
  ['normal', 'general-user'],
];

const GIVES_NONE: readonly unknown[] = [
  'RootX',
  ' Root',
  'Root ',
  'Ro ot',
  '',
  'Admin',
  'C-Admin',
  'CADM\u0130N',
  'cadmi\u0307n',
  'Ｒｏｏｔ',
  'R\u00d6\u00d6T',
  'Roo\u200bt',
  '\ufeffRoot',
  'R\u043e\u043et',
  'Root\0',
  'Normal,Root',
  'normal\u00a0',
  '𝐍𝐨𝐫𝐦𝐚𝐥',
  'no\u0301rmal',
  ' Ｎｏｒｍａｌ\u200b',
  'Sub-CAdmin',
  'Root Admin',
  'constructor',
  '__proto__',
  null,
  undefined,
  1,
  true,
  ['Root'],
  { name: 'Root' },
  new Map(),
];

describe('the role of a menu', () => {
  for (const [name, role] of GIVES) test(`${name} gives ${role}`, () => assert.equal(roleOfMenu(name), role));
  test('other names and values give none', () => {
    for (const name of GIVES_NONE) assert.equal(roleOfMenu(name), null, String(name));
  });

  test('any casing gives the role, and the same decorated does not', () => {
    const role = fc.constantFrom(...ROLES);
    const seeds = fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 });
    const decoration = fc.constantFrom(
      ' ',
      '\t',
      '\u00a0',
      '\u200b',
      '\ufeff',
      '\u0301',
      '\u0307',
      '.',
      '_',
      '0',
      'X',
      'İ',
      '\0',
      's',
    );
    fc.assert(
      fc.property(role, seeds, decoration, fc.nat({ max: 6 }), (expected, cases, ornament, place) => {
        const name = [...MENU_OF_ROLE[expected]]
          .map((letter, at) => recased(letter, cases[at] ?? 0))
          .join('');
        assert.equal(roleOfMenu(name), expected, name);
        const at = Math.min(place, name.length);
        const decorated = name.slice(0, at) + ornament + name.slice(at);
        assert.equal(roleOfMenu(decorated), null, JSON.stringify(decorated));
      }),
      { numRuns: 2_000 },
    );
  });

  test('does not depend on the locale: the same under Turkish rules', ({ mock }) => {
    const { toLocaleUpperCase } = String.prototype;
    mock.method(String.prototype, 'toLocaleUpperCase', function turkish(this: string) {
      return toLocaleUpperCase.call(this, 'tr');
    });
    assert.equal('cadmin'.toLocaleUpperCase(), 'CADM\u0130N');
    const roles = ['cadmin', 'cadm\u0131n', 'CADM\u0130N'].map(roleOfMenu);
    assert.deepEqual(roles, ['intermediate-administrator', 'intermediate-administrator', null]);
  });

  test('of all characters only the letters themselves and the dotless ı become letters of the names', () => {
    const letters = new Set(Object.values(MENU_OF_ROLE).join(''));
    const others: string[] = [];
    for (let point = 0x80; point <= 0x10ffff; point++) {
      const character = String.fromCodePoint(point);
      if (letters.has(character.toUpperCase())) others.push(character);
    }
    assert.deepEqual(others, ['\u0131']);
  });
});

function recased(letter: string, way: number): string {
  if (way === 0) return letter;
  return way === 2 && letter === 'I' ? '\u0131' : letter.toLowerCase();
}

describe('the order of roles', () => {
  test('system administrator, intermediate administrator, general user', () => {
    assert.deepEqual(ROLES, ['system-administrator', 'intermediate-administrator', 'general-user']);
    assert.deepEqual(rolesAbove('general-user'), ['system-administrator', 'intermediate-administrator']);
    assert.deepEqual(rolesAbove('intermediate-administrator'), ['system-administrator']);
    assert.deepEqual(rolesAbove('system-administrator'), []);
  });
  test('the names of roles are those of the accounts in the fixtures', () => {
    assert.deepEqual(
      ROLES.map((role) => roleOfTitle(role.replace('-', ' '))),
      ROLES,
    );
    assert.deepEqual(CKSTACK_USER_KEYS.slice(0, ROLES.length), ROLES);
    for (const title of ['no role', 'ROOT']) assert.throws(() => roleOfTitle(title), TypeError);
  });
});

test('roles of menus: each once, other names ignored', () => {
  assert.deepEqual(
    [...rolesOfMenus(['normal', 'Reports', 'ROOT', 'Normal', 7])],
    ['general-user', 'system-administrator'],
  );
  assert.deepEqual([...rolesOfMenus([])], []);
});

const company = (name: unknown, ...groups: unknown[]) => ({ name, groups });
const group = (...menus: unknown[]) => ({ name: 'a group', menus });
const menu = (name: unknown) => ({ name });
const shown = (value: unknown) => [...companyRoles(value)].map(([name, roles]) => [name, [...roles]]);

describe('the roles in each company', () => {
  test('are those of the menus of all its groups', () => {
    assert.deepEqual(
      shown([
        company('Maple', group(menu('Root'), menu('Reports')), group(menu('normal'))),
        company('Birch', group(menu('CADMIN'))),
        company('Willow', group(menu('Reports')), group()),
        company('Elm'),
      ]),
      [
        ['Maple', ['system-administrator', 'general-user']],
        ['Birch', ['intermediate-administrator']],
        ['Willow', []],
        ['Elm', []],
      ],
    );
  });

  test('are joined where companies have one name, to the character', () => {
    assert.deepEqual(
      shown([
        company('Maple', group(menu('Root'))),
        company('maple'),
        company('Maple', group(menu('Normal'))),
      ]),
      [
        ['Maple', ['system-administrator', 'general-user']],
        ['maple', []],
      ],
    );
  });

  test('count menus of groups only, nothing beside or below them', () => {
    const below = {
      name: 'Reports',
      menus: [menu('Root')],
      groups: [group(menu('Root'))],
      children: [menu('Root')],
    };
    const beside = {
      ...company('Maple', { ...group(below), name: 'Root' }),
      menus: [menu('Root')],
      menu: menu('Root'),
    };
    assert.deepEqual(shown([beside]), [['Maple', []]]);
  });

  test('are kept under names that objects have of their own', () => {
    assert.deepEqual(shown([company('__proto__', group(menu('Root')))]), [
      ['__proto__', ['system-administrator']],
    ]);
  });

  test('do not exist where the shape is another', () => {
    const shapes: unknown[] = [
      undefined,
      null,
      1,
      'Root',
      {},
      [],
      [null],
      [[]],
      ['Root'],
      company('Maple', group(menu('Root'))),
    ];
    for (const shape of shapes) assert.deepEqual(shown(shape), [], JSON.stringify(shape));
    assert.deepEqual(shown([company(1, group(menu('Root'))), company(null), {}]), []);
    for (const groups of [
      undefined,
      null,
      'Root',
      { menus: [menu('Root')] },
      [null, 'Root', { menus: menu('Root') }, { menus: ['Root', null, {}, menu(['Root'])] }],
    ]) {
      assert.deepEqual(shown([{ name: 'Maple', groups }]), [['Maple', []]], JSON.stringify(groups));
    }
  });

  test('never throw, whatever JSON came', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.ok(companyRoles(value) instanceof Map)));
  });
});

test('menu names: of all companies, in order, those in text', () => {
  assert.deepEqual(
    menuNames([
      company('Maple', group(menu('Root'), menu(1)), group(menu('b'))),
      company(null, group(menu('Root'))),
    ]),
    ['Root', 'b', 'Root'],
  );
  assert.deepEqual(menuNames({ groups: [] }), []);
});
