import { ATTACK_VALUES } from '../../login/attack-values.js';

import { type EsignonVariation, envelopeOf, requestOf } from './login.js';

/** Credentials given as operators, injections and oversized values (ES-26). */
export const ESIGNON_ATTACKS: readonly EsignonVariation[] = [
  ...ATTACK_VALUES.map(({ words, json }) => attack(`whose password is ${words}`, 'memb_pwd', json)),
  ...ATTACK_VALUES.map(({ words, json }) => attack(`whose e-mail is ${words}`, 'memb_email', json)),
  {
    phrase: 'whose password is inside a __proto__ member',
    build: (login) => {
      const envelope = envelopeOf(login);
      delete envelope.body.memb_pwd;
      const hidden = `"__proto__":${JSON.stringify({ memb_pwd: login.password })}`;
      return requestOf(login, {
        label: 'the password is in body.__proto__',
        body: JSON.stringify(envelope).replace('"memb_email"', () => `${hidden},"memb_email"`),
      });
    },
  },
];

function attack(
  phrase: string,
  member: 'memb_email' | 'memb_pwd',
  json: (right: string) => string,
): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const right = member === 'memb_email' ? login.email : login.password;
      const value = json(right);
      const envelope = envelopeOf(login);
      envelope.body[member] = MARK;
      const parsed: unknown = JSON.parse(value);
      return requestOf(login, {
        label: phrase,
        body: JSON.stringify(envelope).replace(`"${MARK}"`, () => value),
        // A wrong e-mail names no account, unless the right one is still in it.
        namesAccount: member === 'memb_pwd' || value.includes(JSON.stringify(right).slice(1, -1)),
        ...(member === 'memb_pwd' ? { password: typeof parsed === 'string' ? parsed : null } : {}),
      });
    },
  };
}

/** Placeholder while the envelope is written: `JSON.stringify` cannot write every value, `{"__proto__":{}}` for one. */
const MARK = 'value-goes-here';
