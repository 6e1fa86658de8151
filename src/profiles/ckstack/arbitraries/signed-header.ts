import fc, { type Arbitrary } from 'fast-check';
import { among, indexAt, pick, place, severalOf } from '../../login/arbitraries/pick.js';
import { dateForm } from './http-date-form.js';

/** What is right for `H-Authorization` of the request that is sent. */
interface RightAuthorization {
  readonly apiKey: string;
  readonly signature: string;
}

/** Faults in the signed headers of ckstack. Each part is absent where the header is as it must be. */
export interface SignedHeaderFault {
  readonly words: readonly string[];
  /** `null`: the header is left out. */
  readonly authorization?: (right: RightAuthorization) => string | null;
  readonly date?: (now: Date) => string | null;
  readonly service?: (right: string) => string | null;
}

type AuthorizationFault = NonNullable<SignedHeaderFault['authorization']>;

const authorization = (words: string, of: AuthorizationFault): SignedHeaderFault => ({
  words: [words],
  authorization: of,
});

const scheme: Arbitrary<SignedHeaderFault> = pick<SignedHeaderFault>(
  [1, fc.constant(authorization('no H-Authorization', () => null))],
  [1, fc.constant(authorization('an empty H-Authorization', () => ''))],
  [
    3,
    among('Basic', 'Bearer', 'Opened', 'Ope', '"Open"', 'Digest').map((name) =>
      authorization(`the scheme ${name}`, (right) => `${name} ${pair(right)}`),
    ),
  ],
  [
    1,
    among('open', 'OPEN').map((name) =>
      authorization(`the scheme ${name}`, (right) => `${name} ${pair(right)}`),
    ),
  ],
  [1, fc.constant(authorization('no scheme', pair))],
  [1, fc.constant(authorization('the scheme alone', () => 'Open'))],
  [
    1,
    among(';', ' ', '::', '').map((between) =>
      authorization(
        `${JSON.stringify(between)} between key and signature`,
        ({ apiKey, signature }) => `Open ${apiKey}${between}${signature}`,
      ),
    ),
  ],
);

const key: Arbitrary<SignedHeaderFault> = pick<readonly [string, (apiKey: string) => string]>(
  [1, fc.constant(['another API key', () => 'unknown-key-0'])],
  [1, fc.constant(['no API key', () => ''])],
  [1, fc.constant(['the API key minus its last character', (apiKey) => apiKey.slice(0, -1)])],
  [1, fc.constant(['the API key plus one character', (apiKey) => `${apiKey}0`])],
  [1, among('*', '%', "' OR '1'='1", '../').map((text) => [`the API key ${text}`, () => text] as const)],
).map(([words, of]) => authorization(words, ({ apiKey, signature }) => `Open ${of(apiKey)}:${signature}`));

/** One character is another, at any place. */
const changedSignature: Arbitrary<SignedHeaderFault> = fc
  .tuple(place, fc.nat({ max: 15 }))
  .map(([at, shift]) =>
    authorization('a signature that differs in one character', ({ apiKey, signature }) => {
      const index = indexAt(at, signature.length);
      return `Open ${apiKey}:${signature.slice(0, index)}${other(signature[index] ?? '', shift)}${signature.slice(index + 1)}`;
    }),
  );

const otherSignature: Arbitrary<SignedHeaderFault> = pick<readonly [string, (signature: string) => string]>(
  [
    2,
    place.map(
      (at) =>
        ['a signature that is cut short', (text: string) => text.slice(0, indexAt(at, text.length))] as const,
    ),
  ],
  [
    1,
    among('A', '0', '=', 'AAAA').map(
      (more) => [`a signature followed by ${more}`, (text: string) => `${text}${more}`] as const,
    ),
  ],
  [1, fc.constant(['a signature of zeros', (text: string) => text.replace(/[A-Za-z0-9]/g, '0')] as const)],
  [1, fc.constant(['a signature in reverse', (text: string) => [...text].reverse().join('')] as const)],
  [
    1,
    fc.constant([
      'the first half of the signature twice',
      (text: string) => text.slice(0, text.length / 2).repeat(2),
    ] as const),
  ],
).map(([words, of]) => authorization(words, ({ apiKey, signature }) => `Open ${apiKey}:${of(signature)}`));

const service: Arbitrary<SignedHeaderFault> = among<readonly [string, (right: string) => string | null]>(
  ['no Ck-Service', () => null],
  ['an empty Ck-Service', () => ''],
  ['an unknown Ck-Service', () => 'unknown-service-0'],
  ['the Ck-Service *', () => '*'],
  ['the Ck-Service minus its last character', (right) => right.slice(0, -1)],
  ['a very long Ck-Service', () => 's'.repeat(1_000)],
).map(([words, of]) => ({ words: [words], service: of }));

const fault: Arbitrary<SignedHeaderFault> = pick<SignedHeaderFault>(
  [30, changedSignature],
  [10, otherSignature],
  [14, scheme],
  [8, key],
  [30, dateForm.map(({ words, format }) => ({ words: [words], date: format }))],
  [8, service],
);

/** One fault in the signed headers (CK-19, CK-20, CK-21), in some cases two. Shrinks towards one. */
export const signedHeaderFault: Arbitrary<SignedHeaderFault> = pick<readonly SignedHeaderFault[]>(
  [85, fault.map((one) => [one])],
  [15, severalOf(fault, 2)],
).map(([first = NO_FAULT, second]) =>
  second === undefined || isSamePart(first, second)
    ? first
    : { ...second, ...first, words: [...first.words, ...second.words] },
);

const NO_FAULT: SignedHeaderFault = { words: [] };

function isSamePart(one: SignedHeaderFault, other: SignedHeaderFault): boolean {
  return (['authorization', 'date', 'service'] as const).some((part) => one[part] && other[part]);
}

function pair({ apiKey, signature }: RightAuthorization): string {
  return `${apiKey}:${signature}`;
}

/** Another character of the same class, so that the signature keeps its alphabet. */
function other(character: string, shift: number): string {
  const alphabet = ['0123456789abcdef', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'ghijklmnopqrstuvwxyz'].find(
    (letters) => letters.includes(character),
  );
  if (!alphabet) return 'A';
  const at = alphabet.indexOf(character) + 1 + (shift % (alphabet.length - 1));
  return alphabet[at % alphabet.length] ?? 'A';
}
