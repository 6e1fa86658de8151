import type { CkstackDraft, CkstackLogin, CkstackVariation } from './login.js';
import { credentialsOf, draftOf, jsonBytes } from './login.js';

/**
 * User ids without an account that databases may have trouble with (CK-13, CK-23). Their facts do not say that credentials
 * were refused: a target may refuse their form first, and then the transaction id is a SHOULD only.
 */
export const ODD_USER_IDS: readonly CkstackVariation[] = [
  odd('as a user whose id contains an emoji', ({ nonce }) => `nobody-😀-${nonce}@example.com`),
  odd('as a user whose id ends with a backslash', ({ nonce }) => `nobody-${nonce}@example.com\\`),
  odd('as a user whose id is 300 characters long', ({ nonce }) => ofLength(300, nonce)),
  odd('as a user whose id is 4000 characters long', ({ nonce }) => ofLength(4000, nonce)),
];

/** A password that is not a digest (CK-12, CK-23): two oddities in one, since each counts as a failed login. */
export const ODD_PASSWORD: CkstackVariation = {
  phrase: 'with a digest that ends with an emoji and a backslash',
  build: (login) => {
    // In place of its end: many decoders of hexadecimal and base64 ignore what follows a complete digest.
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
