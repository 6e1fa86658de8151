import { type CkstackVariation, credentialsOf, draftOf, jsonBytes } from './login.js';

const reserved = (nonce: string) => `a&b=c d/e?f#g%h%41;i,j+${nonce}`;
const outsideAscii = (nonce: string) => `거래-Zürich-😀-${nonce}`;
/** More than a double holds, and odd at the end, so that rounding shows. */
const twentyDigits = (nonce: string) =>
  `1${[...nonce.padEnd(8, '0').slice(0, 8)].map((one) => (one.codePointAt(0) ?? 0) % 10).join('')}34567890123`;
const hexadecimal = (nonce: string) => Buffer.from(nonce.padEnd(16, 'x').slice(0, 16)).toString('hex');
const longest = (nonce: string) => `${nonce}${'0123456789abcdef'.repeat(16)}`.slice(0, 256);

/** Transaction ids that a careless implementation does not give back to the character (CK-02), and none (CK-03). */
export const TRANSACTION_ID_LOGINS: readonly CkstackVariation[] = [
  withId('with a transaction id of letters and digits', (nonce) => `assay-${nonce}`),
  withId('with a transaction id of digits with leading zeros', () => '0071542080764'),
  withId('with a transaction id of reserved characters', reserved),
  withId('with a transaction id of quotes and a backslash', (nonce) => `"${nonce}"\\'<b>`),
  withId('with a transaction id of non-ASCII characters', outsideAscii),
  withId('with a transaction id of 256 characters', longest),
  withId('with a transaction id of twenty digits', twentyDigits),
  withId('with a transaction id of 255 characters', (nonce) => longest(nonce).slice(1)),
  withId(
    'with a transaction id of 255 bytes outside ASCII',
    (nonce) => `${nonce.slice(0, 3)}${'거래'.repeat(42)}`,
  ),
  withId(
    'with a transaction id of 256 bytes outside ASCII',
    (nonce) => `${nonce.slice(0, 4)}${'거래'.repeat(42)}`,
  ),
  withId('with a transaction id of 32 hexadecimal digits', (nonce) => hexadecimal(nonce)),
  withId('with a transaction id that is a UUID', (nonce) =>
    hexadecimal(nonce).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  ),
  withId('with a transaction id that is a date', () => '2026-03-01'),
  withId('with a transaction id that is a time', () => '2026-03-01T09:00:00+09:00'),
  withId('with the transaction id 1e3', () => '1e3'),
  withId('with the transaction id 0x1F', () => '0x1F'),
  withId('with the transaction id -1.50', () => '-1.50'),
  withId('with the transaction id NaN', () => 'NaN'),
  withId('with the transaction id undefined', () => 'undefined'),
  withId('with the transaction id false', () => 'false'),
  withId('with the transaction id 0', () => '0'),
  withId('with the transaction id true', () => 'true'),
  withId('with the transaction id null', () => 'null'),
  withId('with a transaction id that is a JSON object', (nonce) => `{"a":1,"b":"${nonce}"}`),
  withId('with a transaction id that is a JSON array', (nonce) => `[1,"${nonce}"]`),
  withId('with a transaction id of spaces and slashes', (nonce) => `a  b//c-${nonce}`),
  {
    phrase: 'without a transaction id',
    build: (login) => draftOf({ ...login, tid: undefined }, { label: 'without tid', valid: true }),
  },
  {
    phrase: 'without a transaction id and with a wrong password',
    build: (login) =>
      draftOf(
        { ...login, tid: undefined, password: `Wrong-${login.nonce}-1` },
        { label: 'without tid, and the password is wrong', wrongCredentials: true },
      ),
  },
  {
    phrase: 'without a transaction id and with a body of plain text',
    build: (login) =>
      draftOf(
        { ...login, tid: undefined },
        {
          label: 'without tid, and the body is plain text',
          body: Buffer.from('please let me in'),
          account: null,
        },
      ),
  },
  {
    phrase: 'without a transaction id and without a user id',
    build: (login) =>
      draftOf(
        { ...login, tid: undefined },
        {
          label: 'without tid, and without a user id',
          body: jsonBytes({ password: credentialsOf(login).password }),
          account: null,
        },
      ),
  },
  ...(
    [
      ['of reserved characters', reserved],
      ['of non-ASCII characters', outsideAscii],
      ['of 256 characters', longest],
    ] as const
  ).map(([words, of]): CkstackVariation => {
    const phrase = `with a wrong password and a transaction id ${words}`;
    return {
      phrase,
      build: (login) => {
        const wrong = { ...login, tid: of(login.nonce), password: `Wrong-${login.nonce}-1` };
        return draftOf(wrong, { label: phrase, wrongCredentials: true });
      },
    };
  }),
];

function withId(phrase: string, of: (nonce: string) => string): CkstackVariation {
  return {
    phrase,
    build: (login) => draftOf({ ...login, tid: of(login.nonce) }, { label: phrase, valid: true }),
  };
}
