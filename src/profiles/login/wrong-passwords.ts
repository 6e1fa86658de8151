import type { NotApplicable } from '../profile.js';

interface WrongPassword {
  readonly phrase: string;
  readonly of: (right: string, aids: { other: string | undefined; nonce: string }) => string | NotApplicable;
}

/** The clauses are about ordinary passwords of at least this many characters (ES-09, ES-23). */
const SHORTEST = 8;

function ordinary(wrong: string, right: string): string | NotApplicable {
  if (wrong === right) return { notApplicable: 'it would be the right password' };
  if ([...wrong].length < SHORTEST)
    return {
      notApplicable: `it would be shorter than ${SHORTEST} characters, the least that the clause is about`,
    };
  return wrong;
}

/** Part of a text in whole characters: lone surrogates are not judged. */
function part(text: string, from: number, to?: number): string {
  return [...text].slice(from, to).join('');
}

/** The first letter that has another case in it; the text itself where there is none. */
function withOtherCase(text: string): string {
  const characters = [...text];
  const at = characters.findIndex((one) => one.toLowerCase() !== one.toUpperCase());
  const letter = characters[at] ?? '';
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return characters.with(Math.max(0, at), other || (characters[0] ?? '')).join('');
}

/** The plainest of them, which every account has. */
export const WRONG_LOGIN = 'with a completely different password';

/** Wrong passwords of ordinary text, near to and far from the right one (ES-09, CK-12). */
export const WRONG_PASSWORDS: readonly WrongPassword[] = [
  {
    phrase: WRONG_LOGIN,
    of: (right, { nonce }) => ordinary(`Far-${nonce}-9`, right),
  },
  {
    phrase: 'with the right password minus its last character',
    of: (right) => ordinary(part(right, 0, -1), right),
  },
  {
    phrase: 'with the right password minus its first character',
    of: (right) => ordinary(part(right, 1), right),
  },
  { phrase: 'with the right password plus one more character', of: (right) => ordinary(`${right}7`, right) },
  {
    phrase: 'with a wrong password that starts with the same 8 characters',
    of: (right, { nonce }) => ordinary(`${part(right, 0, 8)}${nonce.slice(0, 4)}`, right),
  },
  { phrase: 'with the right password in upper case', of: (right) => ordinary(right.toUpperCase(), right) },
  { phrase: 'with the right password in lower case', of: (right) => ordinary(right.toLowerCase(), right) },
  {
    phrase: 'with the right password, the case of its first letter swapped',
    of: (right) => ordinary(withOtherCase(right), right),
  },
  { phrase: 'with a leading space before the right password', of: (right) => ordinary(` ${right}`, right) },
  { phrase: 'with a trailing space after the right password', of: (right) => ordinary(`${right} `, right) },
  {
    phrase: 'with the password of another user',
    of: (right, { other }) =>
      other === undefined ? { notApplicable: 'no second user is given' } : ordinary(other, right),
  },
];
