import { type EsignonLogin, type EsignonVariation, envelopeOf, requestOf } from './login.js';

/** What databases have trouble with: characters outside the basic plane, an incomplete escape, text longer than a column. */
const ODD_TEXTS: readonly (readonly [words: string, of: (plain: string) => string])[] = [
  ['contains an emoji', (plain) => `no\u{1f600}body-${plain}`],
  ['ends with a backslash', (plain) => `${plain}\\`],
  ['is 300 characters long', (plain) => plain.padStart(300, 'long')],
  ['is 4000 characters long', (plain) => plain.padStart(4000, 'long')],
];

/** Wrong credentials of unusual text: refused with any code, in the form of every refusal (ES-26, ES-17). */
export const ODD_TEXT_CREDENTIALS: readonly EsignonVariation[] = [
  ...ODD_TEXTS.map(([words, of]) => oddEmail(`with an e-mail that ${words}`, of)),
  ...ODD_TEXTS.map(([words, of]) => oddPassword(`with a wrong password that ${words}`, of)),
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
