import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearMiss } from '../../../src/profiles/ckstack/near-miss.js';

const MISSES: readonly (readonly [name: string, role: string, mistake: RegExp])[] = [
  [' Root', 'system-administrator', /white space round/u],
  ['normal\u00a0', 'general-user', /white space round/u],
  ['\ufeffRoot', 'system-administrator', /white space round/u],
  ['CADM\u0130N', 'intermediate-administrator', /Turkish/u],
  ['cadmi\u0307n', 'intermediate-administrator', /Turkish/u],
  ['Ro\u200bot', 'system-administrator', /not seen/u],
  ['Root\0', 'system-administrator', /not seen/u],
  ['Ｒｏｏｔ', 'system-administrator', /full-width/u],
  ['𝐍𝐨𝐫𝐦𝐚𝐥', 'general-user', /full-width/u],
  ['R\u00f6\u00f6t', 'system-administrator', /accents/u],
  ['no\u0301rmal', 'general-user', /accents/u],
  [' Ｎｏｒｍａｌ\u200b', 'general-user', /several/u],
  [`${' '.repeat(196)}Root`, 'system-administrator', /white space round/u],
  ['RootX', 'system-administrator', /before or after/u],
  ['Sub-CAdmin', 'intermediate-administrator', /before or after/u],
  ['Root Admin', 'system-administrator', /before or after/u],
];

for (const [name, role, mistake] of MISSES) {
  test(`${JSON.stringify(name)} is a near miss`, () => {
    assert.equal(nearMiss(name)?.role, role);
    assert.match(nearMiss(name)?.mistake ?? '', mistake);
  });
}

test('names that give a role, names far from one and other values are none', () => {
  for (const name of [
    'Root',
    'cadmin',
    'cadm\u0131n',
    'Reports',
    'Admin',
    'Ro ot',
    '',
    ' ',
    `${' '.repeat(197)}Root`,
    null,
    7,
    ['Root'],
  ]) {
    assert.equal(nearMiss(name), null, String(name));
  }
});
