import { createHash } from 'node:crypto';
import { NEAR_CLEAR_SECRETS } from '../../login/near/near-credentials.js';
import { WRONG_PASSWORDS } from '../../login/wrong-passwords.js';
import type { NotApplicable } from '../../profile.js';
import { type EsignonLogin, type EsignonVariation, envelopeOf, requestOf } from './login.js';

/** SHA-256 of no bytes, in hexadecimal. */
const EMPTY_DIGEST = createHash('sha256').digest('hex');

/** Wrong passwords, near to and far from the right one (ES-09). */
export const ESIGNON_WRONG_PASSWORDS: readonly EsignonVariation[] = [
  ...WRONG_PASSWORDS.map(({ phrase, of }) =>
    wrongPassword(phrase, (right, { otherPassword: other, nonce }) => of(right, { other, nonce })),
  ),
  // Useless where a digest is sent: it does not show which character differed.
  wrongPassword('with the right password, its last character replaced', withOtherEnd),
];

/**
 * The right password with white space that ordinary ones do not have and line-based readers drop: no token (ES-09),
 * refused with any code.
 */
export const PASSWORDS_WITH_CONTROLS: readonly EsignonVariation[] = [
  wrongPassword('with a line feed after the right password', (right) => `${right}\n`),
  wrongPassword('with a tab before the right password', (right) => `\t${right}`),
];

/** Passwords that a careless comparison mistakes for the right one (ES-09): no token. */
export const NEAR_PASSWORDS: readonly EsignonVariation[] = NEAR_CLEAR_SECRETS.map(({ once, of }) =>
  wrongPassword(`with a password that is right once ${once}`, (right) => of(right)),
);

/** Passwords that a careless account may have without anybody's having set them (ES-09): no token. */
export const PASSWORDS_MADE_OF_NAMES: readonly EsignonVariation[] = [
  wrongPassword('with the own e-mail as password', (_, { email }) => email),
  wrongPassword('with the own name as password', (_, { email }) => email.replace(/@[^@]*$/, '')),
  wrongPassword('with the own company as password', (_, { company }) => company),
  wrongPassword('with the SHA-256 of an empty text as password', () => EMPTY_DIGEST),
];

function wrongPassword(
  phrase: string,
  of: (right: string, login: EsignonLogin) => string | NotApplicable,
): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const wrong = of(login.password, login);
      if (typeof wrong !== 'string') return wrong;
      const envelope = envelopeOf(login);
      envelope.body.memb_pwd = wrong;
      return requestOf(login, { label: phrase, body: envelope, password: wrong, wrongCredentials: true });
    },
  };
}

/** As long as the right one, with the same kinds of characters, so that a password policy does not reject it. */
function withOtherEnd(right: string): string | NotApplicable {
  const characters = [...right];
  const last = characters.pop() ?? '';
  if (characters.length < 7) return { notApplicable: 'the right password has fewer than 8 characters' };
  const [, kind = '!?'] = KINDS.find(([pattern]) => pattern.test(last)) ?? [];
  return [...characters, last === kind[0] ? kind[1] : kind[0]].join('');
}

/** Kinds of characters, and two of each. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/[a-z]/, 'ek'],
  [/[A-Z]/, 'EK'],
  [/[0-9]/, '36'],
];
