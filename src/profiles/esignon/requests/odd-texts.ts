import { type EsignonLogin, type EsignonVariation, envelopeOf, requestOf } from './login.js';

/** What databases choke on: outside the basic plane, an escape without its character, longer than a column. */
const ODD_TEXTS: readonly (readonly [words: string, of: (plain: string) => string])[] = [
  ['an emoji in it', (plain) => `no\u{1f600}body-${plain}`],
  ['a backslash at its end', (plain) => `${plain}\\`],
  ['300 characters', (plain) => plain.padStart(300, 'long')],
  ['4000 characters', (plain) => plain.padStart(4000, 'long')],
];

/** Wrong credentials of odd text, refused by whatever code, but as every login is (ES-26, ES-17). */
export const ODD_TEXT_CREDENTIALS: readonly EsignonVariation[] = [
  ...ODD_TEXTS.map(([words, of]) => oddEmail(`with an e-mail that has ${words}`, of)),
  ...ODD_TEXTS.map(([words, of]) => oddPassword(`with a wrong password that has ${words}`, of)),
];

function oddEmail(phrase: string, of: (plain: string) => string): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const body = bodyWith(login, { memb_email: of(`nobody-${login.nonce}@example.com`) });
      return requestOf(login, { label: phrase, body, namesAccount: false });
    },
  };
}

function oddPassword(phrase: string, of: (plain: string) => string): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const password = of(`Far-${login.nonce}-9`);
      return requestOf(login, { label: phrase, body: bodyWith(login, { memb_pwd: password }), password });
    },
  };
}

function bodyWith(login: EsignonLogin, members: Record<string, string>): unknown {
  const { header, body } = envelopeOf(login);
  return { header, body: { ...body, ...members } };
}
