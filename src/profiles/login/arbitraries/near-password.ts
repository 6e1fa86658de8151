import fc, { type Arbitrary } from 'fast-check';
import { among, indexAt, pick, place } from './pick.js';

/** A text made of the right one: what a careless comparison takes for it. */
export interface NearText {
  /** Continues «the right password»: `less its last 3 characters`. */
  readonly words: string;
  readonly of: (right: string) => string;
}

const near = (words: string, of: NearText['of']): NearText => ({ words, of });

/** White space by its names. */
const SPACES: readonly (readonly [name: string, space: string])[] = [
  ['a blank', ' '],
  ['two blanks', '  '],
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
      .map((cut) => near(`less its last ${cut}`, (right) => right.slice(0, Math.max(1, right.length - cut)))),
  ],
  [
    1,
    fc.integer({ min: 1, max: 6 }).map((cut) => near(`less its first ${cut}`, (right) => right.slice(cut))),
  ],
  [
    3,
    among('7', 'x', '!', '-more', '0000000000').map((more) =>
      near(`and ${more}`, (right) => `${right}${more}`),
    ),
  ],
  [1, fc.constant(near('twice', (right) => right.repeat(2)))],
);

/** The same beginning, another end. */
const otherEnd: Arbitrary<NearText> = fc.integer({ min: 1, max: 9 }).map((kept) =>
  near('with another end', (right) => {
    const keep = Math.max(Math.min(8, right.length - 1), right.length - kept);
    return right.slice(0, keep) + [...right.slice(keep)].map(nextLetter).join('');
  }),
);

const otherCase: Arbitrary<NearText> = pick<NearText>(
  [2, fc.constant(near('in capitals', (right) => right.toUpperCase()))],
  [2, fc.constant(near('in small letters', (right) => right.toLowerCase()))],
  [1, fc.constant(near('with its letter case swapped', (right) => [...right].map(swapped).join('')))],
  [
    2,
    place.map((at) =>
      near('with one letter in the other case', (right) => {
        const letters = [...right.matchAll(/\p{Lu}|\p{Ll}/gu)].map(({ index }) => index);
        const index = letters[indexAt(at, letters.length)] ?? 0;
        return right.slice(0, index) + swapped(right[index] ?? '') + right.slice(index + 1);
      }),
    ),
  ],
);

const spaced: Arbitrary<NearText> = pick<NearText>(
  [2, among(...SPACES).map(([name, space]) => near(`before ${name}`, (right) => `${right}${space}`))],
  [2, among(...SPACES).map(([name, space]) => near(`behind ${name}`, (right) => `${space}${right}`))],
  [
    1,
    among(...SPACES).map(([name, space]) =>
      near(`between ${name} and ${name}`, (right) => `${space}${right}${space}`),
    ),
  ],
);

const withNul: Arbitrary<NearText> = among(
  near('and a NUL', (right) => `${right}\0`),
  near('and a NUL and more', (right) => `${right}\0more`),
  near('behind a NUL', (right) => `\0${right}`),
);

/** Unicode's look-alikes, and forms that some normalisation makes equal: those are left open. */
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
      near('in full width', (right) =>
        right.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      ),
      near('with a zero-width space', (right) => `${right.slice(0, 3)}\u200b${right.slice(3)}`),
      near('with a soft hyphen', (right) => `${right.slice(0, 2)}\u00ad${right.slice(2)}`),
      near('in the form NFD', (right) => right.normalize('NFD')),
      near('in the form NFKC', (right) => right.normalize('NFKC')),
    ),
  ],
);

/** Wrong texts near to the right one (ES-09, CK-12, ES-26). Which of them are wrong, the bytes decide. */
export const nearText: Arbitrary<NearText> = pick<NearText>(
  [20, cutOrLonger],
  [10, otherEnd],
  [18, otherCase],
  [18, spaced],
  [10, withNul],
  [12, lookAlike],
);

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
