import fc, { type Arbitrary } from 'fast-check';
import { among, indexAt, pick, place } from './pick.js';

/** A change to the right text that a careless comparison does not notice. */
export interface NearText {
  /** Continues "the right password": `minus its last 3 characters`. */
  readonly words: string;
  readonly apply: (right: string) => string;
}

const near = (words: string, apply: NearText['apply']): NearText => ({ words, apply });

/** White space by its name. */
const SPACES: readonly (readonly [name: string, space: string])[] = [
  ['a space', ' '],
  ['two spaces', '  '],
  ['a tab', '\t'],
  ['a line feed', '\n'],
  ['a carriage return and a line feed', '\r\n'],
  ['a no-break space', '\u00a0'],
  ['an ideographic space', '\u3000'],
];

/** Prefixes and extensions. */
const cutOrLonger: Arbitrary<NearText> = pick<NearText>(
  [
    3,
    fc
      .integer({ min: 1, max: 40 })
      .map((cut) =>
        near(`minus its last ${characters(cut)}`, (right) => right.slice(0, Math.max(1, right.length - cut))),
      ),
  ],
  [
    1,
    fc
      .integer({ min: 1, max: 6 })
      .map((cut) => near(`minus its first ${characters(cut)}`, (right) => right.slice(cut))),
  ],
  [
    3,
    among('7', 'x', '!', '-more', '0000000000').map((more) =>
      near(`followed by ${more}`, (right) => `${right}${more}`),
    ),
  ],
  [1, fc.constant(near('repeated twice', (right) => right.repeat(2)))],
);

/** The same beginning, another end. */
const otherEnd: Arbitrary<NearText> = fc.integer({ min: 1, max: 9 }).map((kept) =>
  near('with a different ending', (right) => {
    const keep = Math.max(Math.min(8, right.length - 1), right.length - kept);
    return right.slice(0, keep) + [...right.slice(keep)].map(nextLetter).join('');
  }),
);

const otherCase: Arbitrary<NearText> = pick<NearText>(
  [2, fc.constant(near('in upper case', (right) => right.toUpperCase()))],
  [2, fc.constant(near('in lower case', (right) => right.toLowerCase()))],
  [1, fc.constant(near('with its letter case swapped', (right) => [...right].map(swapped).join('')))],
  [
    2,
    place.map((at) =>
      near('with the case of one letter swapped', (right) => {
        const letters = [...right.matchAll(/\p{Lu}|\p{Ll}/gu)].map(({ index }) => index);
        const index = letters[indexAt(at, letters.length)] ?? 0;
        return right.slice(0, index) + swapped(right[index] ?? '') + right.slice(index + 1);
      }),
    ),
  ],
);

const spaced: Arbitrary<NearText> = pick<NearText>(
  [2, among(...SPACES).map(([name, space]) => near(`followed by ${name}`, (right) => `${right}${space}`))],
  [2, among(...SPACES).map(([name, space]) => near(`preceded by ${name}`, (right) => `${space}${right}`))],
  [
    1,
    among(...SPACES).map(([name, space]) =>
      near(`with ${name} at both ends`, (right) => `${space}${right}${space}`),
    ),
  ],
);

const withNul: Arbitrary<NearText> = among(
  near('followed by a NUL', (right) => `${right}\0`),
  near('followed by a NUL and more text', (right) => `${right}\0more`),
  near('preceded by a NUL', (right) => `\0${right}`),
);

/** Look-alikes, and forms that some Unicode normalisation makes equal: the latter are left open. */
const lookAlike: Arbitrary<NearText> = pick<NearText>(
  [
    2,
    among(
      near('with Cyrillic letters', (right) => mapped(right, 'aceopxyABCEHKMOPTX', 'асеорхуАВСЕНКМОРТХ')),
      near('with Greek letters', (right) => mapped(right, 'ovABEHIKMNOPTXZ', 'ονΑΒΕΗΙΚΜΝΟΡΤΧΖ')),
      near('with an accent', (right) => right.replace(/[aeiou]/, (letter) => `${letter}\u0301`)),
      near('with a dotless ı', (right) => right.replace(/i/, 'ı')),
    ),
  ],
  [
    1,
    among(
      near('in full-width characters', (right) =>
        right.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      ),
      near('with a zero-width space', (right) => `${right.slice(0, 3)}\u200b${right.slice(3)}`),
      near('with a soft hyphen', (right) => `${right.slice(0, 2)}\u00ad${right.slice(2)}`),
      near('in the form NFD', (right) => right.normalize('NFD')),
      near('in the form NFKC', (right) => right.normalize('NFKC')),
    ),
  ],
);

/** Texts near to the right one (ES-09, CK-12, ES-26). The oracle decides by the bytes which of them are wrong. */
export const nearText: Arbitrary<NearText> = pick<NearText>(
  [20, cutOrLonger],
  [10, otherEnd],
  [18, otherCase],
  [18, spaced],
  [10, withNul],
  [12, lookAlike],
);

function characters(count: number): string {
  return count === 1 ? 'character' : `${count} characters`;
}

function nextLetter(character: string): string {
  if (/[a-yA-Y0-8]/.test(character)) return String.fromCharCode(character.charCodeAt(0) + 1);
  return character === 'z' ? 'b' : '7';
}

function swapped(character: string): string {
  return character === character.toUpperCase() ? character.toLowerCase() : character.toUpperCase();
}

function mapped(text: string, from: string, to: string): string {
  return [...text].map((character) => to[from.indexOf(character)] ?? character).join('');
}
