import { LANGUAGE_TEXTS } from '../../login/languages.js';
import { type CkstackVariation, credentialsOf, digestOf, draftOf, jsonBytes } from './login.js';

/** Digests of wrong passwords in the languages in question (CK-32). */
export const CKSTACK_PASSWORDS_IN_LANGUAGES: readonly CkstackVariation[] = LANGUAGE_TEXTS.map(
  ({ words, text }) => {
    const phrase = `with a wrong password in ${words}`;
    return {
      phrase,
      build: (login) => {
        const wrong = `${text}${login.nonce}`;
        const password = digestOf(wrong, login.passwordEncoding);
        return draftOf(login, {
          label: phrase,
          body: jsonBytes({ ...credentialsOf(login), password }),
          passwords: [password, wrong, ...draftOf(login).passwords],
          wrongCredentials: true,
        });
      },
    };
  },
);

/** User ids in those languages that nobody has (CK-32). */
export const USER_IDS_IN_LANGUAGES: readonly CkstackVariation[] = LANGUAGE_TEXTS.map(({ words, text }) => {
  const phrase = `as a user with an id in ${words} that nobody has`;
  return {
    phrase,
    build: (login) => {
      const userId = `${text}${login.nonce}`;
      return draftOf(login, {
        label: phrase,
        body: jsonBytes({ ...credentialsOf(login), userId }),
        account: null,
        userId,
        wrongCredentials: true,
      });
    },
  };
});

/** Right logins with a transaction id in those languages (CK-32). */
export const TRANSACTION_IDS_IN_LANGUAGES: readonly CkstackVariation[] = LANGUAGE_TEXTS.map(
  ({ words, text }) => {
    const phrase = `with a transaction id in ${words}`;
    return {
      phrase,
      build: (login) => draftOf({ ...login, tid: `${text}${login.nonce}` }, { label: phrase, valid: true }),
    };
  },
);
