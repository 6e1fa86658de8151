import type { TestUser } from '../../engine/test-user.js';
import { accountKey, type EsignonLogin, requestOf } from './requests/login.js';
import { ESIGNON_VARIATIONS } from './requests/variations.js';

/** A user of an eSignon company. */
export function esignonTestUser(fixture: string, login: EsignonLogin, { canLogIn = true } = {}): TestUser {
  return {
    profile: login.profile,
    fixture,
    account: accountKey(login),
    canLogIn,
    credentials: { family: 'esignon', login },
    // Where nobody may log in, right credentials are not meant to succeed: they too are a failed login.
    plain: async () => requestOf(login, { label: 'a valid login', valid: canLogIn }),
    vary: async (phrase) => {
      const variation = ESIGNON_VARIATIONS.get(phrase);
      if (!variation) throw new Error(`no eSignon login is known as «${phrase}»`);
      return variation.build(login);
    },
  };
}
