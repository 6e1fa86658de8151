import fc, { type Arbitrary } from 'fast-check';
import { among, indexAt, pick, place } from '../../login/arbitraries/pick.js';
import { MENU_OF_ROLE, ROLES, type Role } from '../roles.js';

/** A spelling of a menu's name, and the role that it was made to give by RO-02. */
export interface MenuName {
  readonly name: string;
  readonly role: Role | null;
}

/** Letter by letter: as it stands in upper case, in lower case, or for I the dotless ı, whose upper case it is. */
const cases: Arbitrary<readonly number[]> = fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 });

const ORNAMENTS = [
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
];

/** A name in any case, or the same with something more. */
export const menuName: Arbitrary<MenuName> = fc
  .record({
    role: among(...ROLES),
    cases,
    ornament: pick<string | null>([1, fc.constant(null)], [1, among<string | null>(...ORNAMENTS)]),
    at: place,
  })
  .map(({ role, cases: chosen, ornament, at }) => {
    const letters = [...MENU_OF_ROLE[role]].map((letter, index) => recased(letter, chosen[index] ?? 0));
    if (ornament === null) return { name: letters.join(''), role };
    letters.splice(indexAt(at, letters.length + 1), 0, ornament);
    return { name: letters.join(''), role: null };
  });

function recased(letter: string, way: number): string {
  if (way === 0) return letter;
  return way === 2 && letter === 'I' ? 'ı' : letter.toLowerCase();
}
