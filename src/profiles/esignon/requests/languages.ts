import { LANGUAGE_TEXTS } from '../../login/languages.js';
import { type EsignonVariation, envelopeOf, requestOf } from './login.js';

/** Wrong passwords in the languages in question: refused like any other (ES-32). */
export const PASSWORDS_IN_LANGUAGES: readonly EsignonVariation[] = LANGUAGE_TEXTS.map(({ words, text }) => {
  const phrase = `with a wrong password in ${words}`;
  return {
    phrase,
    build: (login) => {
      const { header, body } = envelopeOf(login);
      const password = `${text}${login.nonce}`;
      return requestOf(login, {
        label: phrase,
        body: { header, body: { ...body, memb_pwd: password } },
        password,
        wrongCredentials: true,
      });
    },
  };
});

/** E-mails in those languages that nobody has (ES-32). */
export const EMAILS_IN_LANGUAGES: readonly EsignonVariation[] = LANGUAGE_TEXTS.map(({ words, text }) => {
  const phrase = `with an e-mail in ${words} that nobody has`;
  return {
    phrase,
    build: (login) => {
      const { header, body } = envelopeOf(login);
      const memb_email = `${text}${login.nonce}@example.com`;
      return requestOf(login, {
        label: phrase,
        body: { header, body: { ...body, memb_email } },
        namesAccount: false,
      });
    },
  };
});
