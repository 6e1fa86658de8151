import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFILE_NAMES, type ProfileName } from '../../src/profiles/documents.js';
import { sinceOf } from '../../src/verdict/edition.js';
import { CLAUSES, clausesOf, findClause, profilesOf } from '../support/profiles.js';

const ESIGNON: readonly ProfileName[] = ['esignon-startsimple', 'esignon-login'];
const CKSTACK: readonly ProfileName[] = ['ckstack-token'];

/** Ids of a group: M a MUST, S a SHOULD, B both, - none. Copied from the contract by hand, one letter a clause. */
const GROUPS: readonly (readonly [prefix: string, levels: string, profiles: readonly ProfileName[]])[] = [
  // ES-01 …  05      10      15      20      25      30
  ['ES', 'MMBMM MMMBB SBMBM MMBMS SBMMM BMMMM SB', ESIGNON],
  ['SS', 'MMSSS', ['esignon-startsimple']],
  ['LG', 'BMMM', ['esignon-login']],
  ['CK', 'MBMMM MMBMM MMBSM BBMMS SBMMS BMMMM BMMS', CKSTACK],
  ['RO', 'M-MM', CKSTACK],
];

/** Entries of which a later edition has tightened a part: it has one more entry. */
const TIGHTENED = ['ES-18 SHOULD', 'ES-19 MUST', 'CK-20 SHOULD', 'CK-24 MUST', 'CK-31 SHOULD', 'LG-01 MUST'];
/** Entries that came with the edition 2026-12. */
const LATER = [
  ...['ES-09', 'ES-10', 'ES-12', 'ES-14', 'CK-13', 'CK-16', 'CK-17', 'ES-26', 'CK-26'].map(
    (id) => `${id} SHOULD`,
  ),
  'ES-32 MUST',
  'ES-32 SHOULD',
  'CK-32 MUST',
  'CK-33 MUST',
  'CK-34 SHOULD',
  'LG-01 SHOULD',
  ...TIGHTENED,
];

const EXPECTED = GROUPS.flatMap(([prefix, levels, profiles]) =>
  [...levels.replaceAll(' ', '')].flatMap((letter, at) => {
    const id = `${prefix}-${String(at + 1).padStart(2, '0')}`;
    if (letter === '-') return [];
    const named = letter === 'B' ? ['MUST', 'SHOULD'] : [letter === 'M' ? 'MUST' : 'SHOULD'];
    return named.flatMap((level) => {
      const entry = `${id} ${level}`;
      return [entry, ...TIGHTENED.filter((other) => other === entry)].map(
        (each) => `${each} ${profiles.join(' ')}`,
      );
    });
  }),
);

test('the catalogue has every clause of the contract, at its levels and for its profiles, in order', () => {
  assert.deepEqual(
    CLAUSES.map((clause) => `${clause.id} ${clause.level} ${profilesOf(clause).join(' ')}`),
    EXPECTED,
  );
});

test('the contract has 98 MUST and 47 SHOULD entries over the three profiles', () => {
  const count = (profile: ProfileName) => {
    const musts = clausesOf(profile).filter(({ level }) => level === 'MUST').length;
    return [musts, clausesOf(profile).length - musts];
  };
  assert.deepEqual(PROFILE_NAMES.map(count), [
    [31, 17],
    [34, 15],
    [33, 15],
  ]);
});

test('an id has one entry a level and edition', () => {
  const keys = CLAUSES.map((clause) => `${clause.id} ${clause.level} ${sinceOf(clause)}`);
  assert.equal(new Set(keys).size, keys.length);
});

test('what came with the edition 2026-12 is dated so, and nothing else', () => {
  const later = CLAUSES.filter((clause) => sinceOf(clause) === '2026-12');
  assert.deepEqual(later.map(({ id, level }) => `${id} ${level}`).sort(), [...LATER].sort());
});

test('exactly ES-27, ES-28, CK-29 and CK-30 are generated', () => {
  const generated = CLAUSES.filter((clause) => clause.generated).map(({ id }) => id);
  assert.deepEqual(generated, ['ES-27', 'ES-28', 'CK-29', 'CK-30']);
});

test('every statement is one sentence that stands by itself', () => {
  for (const { id, level, statement } of CLAUSES) {
    const where = `${id} ${level}: ${statement}`;
    assert.match(statement, /^[`A-Z1]/u, where);
    assert.match(statement, /[^.]\.$/u, where);
    assert.doesNotMatch(statement, /[.!?] /u, where);
    assert.doesNotMatch(statement, /\b(?:should|shall|will be)\b/iu, where);
    assert.doesNotMatch(statement, /\b(?:ES|SS|LG|CK|RO)-\d/u, where);
    assert.doesNotMatch(statement, /[\n|]|\s\s/u, where);
  }
});

test('every source is a phrase, every reading whole sentences', () => {
  for (const { id, source, reading } of CLAUSES) {
    assert.match(source, /^\S.*[^.\s]$/u, id);
    if (reading !== undefined) assert.match(reading, /^[A-Z].*\.$/u, id);
  }
});

test('statements and readings cite clauses that exist', () => {
  for (const { id, source, reading } of CLAUSES) {
    for (const cited of `${source} ${reading ?? ''}`.match(/\b[A-Z]{2}-\d\d\b/gu) ?? []) {
      assert.ok(findClause(cited), `${id} cites ${cited}`);
    }
  }
});

test('a clause of two levels is found by either, and by its id as the MUST', () => {
  assert.equal(findClause('ES-18')?.level, 'MUST');
  assert.equal(findClause('ES-18', 'SHOULD')?.level, 'SHOULD');
  assert.notEqual(findClause('ES-18', 'SHOULD')?.statement, findClause('ES-18')?.statement);
});

test('a clause of one level is found by that level only', () => {
  assert.equal(findClause('ES-11')?.level, 'SHOULD');
  assert.equal(findClause('ES-11', 'MUST'), undefined);
});

test('what is no clause id is found nowhere', () => {
  for (const id of ['ES-99', 'es-01', 'ES-1', 'ES-01 ', '', 'toString']) {
    assert.equal(findClause(id), undefined, id);
  }
  assert.ok(findClause('RO-04'));
});
