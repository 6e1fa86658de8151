import { type EsignonLogin, plainLogin } from '../requests/esignon/login.js';
import { ESIGNON_VARIATIONS } from '../requests/esignon/variations.js';
import type { Caller } from './caller.js';

/** A user of an eSignon company. */
export function esignonCaller(fixture: string, login: EsignonLogin, { canLogIn = true } = {}): Caller {
  return {
    profile: login.profile,
    fixture,
    canLogIn,
    credentials: { family: 'esignon', login },
    plain: async () => plainLogin(login),
    vary: async (phrase) => {
      const variation = ESIGNON_VARIATIONS.get(phrase);
      if (!variation) throw new Error(`no eSignon login is known as «${phrase}»`);
      return variation.build(login);
    },
  };
}
