import {
  type CkstackDraft,
  type CkstackLogin,
  type CkstackVariation,
  credentialsOf,
  draftOf,
  jsonBytes,
} from './login.js';

/**
 * User ids of nobody that a database may choke on (CK-13, CK-23). None of them says that credentials were refused: a
 * target may refuse their form first, and then the transaction id is a SHOULD only.
 */
export const ODD_USER_IDS: readonly CkstackVariation[] = [
  odd('as a user whose id has an emoji in it', ({ nonce }) => `nobody-😀-${nonce}@example.com`),
  odd('as a user whose id ends in a backslash', ({ nonce }) => `nobody-${nonce}@example.com\\`),
  odd('as a user whose id has 300 characters', ({ nonce }) => ofLength(300, nonce)),
  odd('as a user whose id has 4000 characters', ({ nonce }) => ofLength(4000, nonce)),
];

/** A password that is no digest (CK-12, CK-23): one for two oddities, since each counts as a failed login. */
export const ODD_PASSWORD: CkstackVariation = {
  phrase: 'with an emoji and a backslash at the end of the digest',
  build: (login) => {
    // In place of its end: behind it they would mean nothing to many decoders of hexadecimal and base64.
    const password = `${credentialsOf(login).password.slice(0, -4)}😀\\`;
    return oddDraft(login, 'the digest ends in an emoji and a backslash', { password });
  },
};

function ofLength(length: number, nonce: string): string {
  const end = `-${nonce}@example.com`;
  return `${'nobody'.repeat(length).slice(0, length - end.length)}${end}`;
}

function odd(phrase: string, of: (login: CkstackLogin) => string): CkstackVariation {
  return {
    phrase,
    build: (login) => ({
      ...oddDraft(login, phrase, { userId: of(login) }),
      account: null,
      userId: of(login),
    }),
  };
}

function oddDraft(
  login: CkstackLogin,
  label: string,
  odd: Partial<ReturnType<typeof credentialsOf>>,
): CkstackDraft {
  const { passwords } = draftOf(login);
  return draftOf(login, {
    label,
    body: jsonBytes({ ...credentialsOf(login), ...odd }),
    passwords: odd.password === undefined ? passwords : [odd.password, ...passwords],
  });
}
