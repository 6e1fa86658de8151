import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import type { ConformingProvider } from '../conforming.js';

/** Refuses a login for the form of its credentials, before it is looked at: code 12 or 99. */
const formed =
  (isFormed: (login: { readonly email: string; readonly password: string }) => boolean, code = '12') =>
  ({ readLogin, refusals }: EsignonStages): Partial<EsignonStages> => ({
    refusals: { ...refusals, target: { ...refusals.body, code, status: 400 } },
    readLogin: (document, call) => {
      const login = readLogin(document, call);
      if (!isFormed(login)) throw new Refusal('target');
      return login;
    },
  });

/** Words that a filter before the login takes for an attack. */
const SUSPECT = /object Object|constructor|hasOwnProperty|^(?:undefined|toString)$/;

/** As RFC 4013 prepares passwords: nothing that is not visible, full width and half width alike. */
const prepared = (text: string) =>
  text
    .replace(/[\u00ad\u034f\u1806\u180b-\u180d\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g, ' ')
    .normalize('NFKC');
const preparedSame = (given: string, stored: string) => prepared(given) === prepared(stored);

const trimmed = (given: string, stored: string) => given.trim() === stored;

/** What is looked at in credentials before they are compared. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'names-trimmed',
    unusual:
      'White space round an e-mail or a user id is taken off before it is looked up, whatever there is of it.',
    start: (serve) =>
      serve({
        stages: {
          'esignon-startsimple': () => ({ sameEmail: trimmed }),
          'esignon-login': () => ({ sameEmail: trimmed }),
          'ckstack-token': () => ({ sameUser: trimmed }),
        },
      }),
  },
  {
    id: 'passwords-prepared',
    unusual: 'Passwords are prepared as RFC 4013 says before they are compared.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) =>
      serve({
        stages: {
          'esignon-startsimple': () => ({ samePassword: preparedSame }),
          'esignon-login': () => ({ samePassword: preparedSame }),
        },
      }),
  },
  {
    id: 'emails-of-known-form',
    unusual: 'An e-mail has a top-level domain of two to six letters; any other text gets code 12.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) => {
      const stages = formed(({ email }) => /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,6}$/i.test(email));
      return serve({ stages: { 'esignon-startsimple': stages, 'esignon-login': stages } });
    },
  },
  {
    id: 'passwords-of-printable-characters',
    unusual: 'A password with a control character in it gets code 99, as a tab or a line feed.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) => {
      const stages = formed(({ password }) => !/\p{Cc}/u.test(password), '99');
      return serve({ stages: { 'esignon-startsimple': stages, 'esignon-login': stages } });
    },
  },
  {
    id: 'suspect-words-refused',
    unusual: 'A password such as [object Object], which only a mistaken program sends, gets code 99.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) => {
      const stages = formed(({ password }) => !SUSPECT.test(password), '99');
      return serve({ stages: { 'esignon-startsimple': stages, 'esignon-login': stages } });
    },
  },
];
