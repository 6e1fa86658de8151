import { WRONG_PASSWORDS } from '../../login/wrong-passwords.js';
import type { NotApplicable } from '../../profile.js';
import { type EsignonVariation, envelopeOf, requestOf } from './login.js';

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

function wrongPassword(
  phrase: string,
  of: (right: string, login: { otherPassword?: string; nonce: string }) => string | NotApplicable,
): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const wrong = of(login.password, login);
      if (typeof wrong !== 'string') return wrong;
      const envelope = envelopeOf(login);
      envelope.body.memb_pwd = wrong;
      return requestOf(login, { label: phrase, body: envelope, password: wrong });
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
