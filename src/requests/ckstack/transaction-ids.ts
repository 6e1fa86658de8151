import { type CkstackVariation, draftOf } from './login.js';

const reserved = (nonce: string) => `a&b=c d/e?f#g%h%41;i,j+${nonce}`;
const outsideAscii = (nonce: string) => `거래-Zürich-😀-${nonce}`;
const longest = (nonce: string) => `${nonce}${'0123456789abcdef'.repeat(16)}`.slice(0, 256);

/** Transaction ids that a careless implementation does not give back to the character (CK-02), and none (CK-03). */
export const TRANSACTION_ID_LOGINS: readonly CkstackVariation[] = [
  withId('with a transaction id of letters and digits', (nonce) => `assay-${nonce}`),
  withId('with a transaction id of digits with zeros before them', () => '0071542080764'),
  withId('with a transaction id of reserved characters', reserved),
  withId('with a transaction id of quotes and a backslash', (nonce) => `"${nonce}"\\'<b>`),
  withId('with a transaction id outside ASCII', outsideAscii),
  withId('with a transaction id of 256 characters', longest),
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
  ...(
    [
      ['of reserved characters', reserved],
      ['outside ASCII', outsideAscii],
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
