import fc, { type Arbitrary } from 'fast-check';
import { among, pick } from '../../login/arbitraries/pick.js';
import { percentEncoded } from '../../login/percent-encoding.js';

/** A `tid` as it goes into the query. */
export interface TransactionId {
  readonly words: string;
  /** Percent-encoded: what follows `tid=`. */
  readonly encoded: string;
}

/** Parts of transaction ids that code is known to mishandle. */
const PARTS = [
  ...['a', 'Z', '7', '0', '-', '_', '.', '~'],
  ...[
    '&',
    '=',
    '+',
    '%',
    '#',
    '?',
    '/',
    '\\',
    '"',
    "'",
    '<',
    '>',
    ';',
    ',',
    ':',
    '@',
    '!',
    '$',
    '(',
    '[',
    '{',
    '|',
    '^',
    '`',
    ' ',
  ],
  ...['%41', '&amp;', '%2B', '\\u0041', '${a}', '</b>', 'null'],
  ...['é', 'e\u0301', 'ß', 'ı', 'İ', 'ñ', 'Ω', 'Ж', 'א', 'ع', 'ไ', '가', '각', '東', '京', 'ｱ', '①', '€'],
  ...['😀', '👩‍👩‍👧', '🇰🇷', '𠮷', '𝒳'],
] as const;

/** Printable characters of any script: the answer returns them to the character (CK-02). */
const printable: Arbitrary<string> = fc
  .array(among(...PARTS), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''));

/** Letters and digits, up to the length that the contract names. */
const long: Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 256 }), fc.nat({ max: 9 }))
  .map(([length, digit]) => `${digit}123456789abcdef`.repeat(16).slice(0, length));

/** Shrinks towards a short one. */
export const transactionId: Arbitrary<TransactionId> = pick<string>([2, long], [3, printable]).map(
  (text) => ({
    words: `the transaction id ${shown(text)}`,
    encoded: percentEncoded(text),
  }),
);

/** What the contract does not mention: control characters, not UTF-8, oversize. Any answer but a server error will do. */
export const oddTransactionId: Arbitrary<TransactionId> = pick<string>(
  [3, among('%00', '%0A', '%0D%0A', '%1B', '%7F', 'a%00b', '%EF%BF%BE', '%E2%80%AE')],
  [3, among('%FF', '%C0%AF', '%ED%A0%80', '%E2%82', '%', '%zz', '%u0041', 'a+b', '')],
  [2, fc.integer({ min: 257, max: 1_500 }).map((length) => 'x'.repeat(length))],
).map((encoded) => ({ words: `the transaction id ${shown(encoded)} as encoded in the query`, encoded }));

function shown(text: string): string {
  return text.length <= 40 ? JSON.stringify(text) : `of ${text.length} characters`;
}
