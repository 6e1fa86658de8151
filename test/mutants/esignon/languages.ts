import { Refusal } from '../../../src/provider/http/refusal.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';
import type { Json } from '../support/json.js';

/** A crash at texts that a character set lacks. */
const crashingAt =
  (member: 'memb_pwd' | 'memb_email', letters: RegExp): NonNullable<EsignonDefect['stages']> =>
  ({ readLogin }) => ({
    readLogin: (given, call) => {
      const text = (given as Json)?.body?.[member];
      if (typeof text === 'string' && letters.test(text)) throw new Error('unmappable character');
      return readLogin(given, call);
    },
  });

/** ES-32: languages, and requests of ordinary size. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'hangul-password-is-500',
    clause: ['ES-32', 'ES-09', 'ES-17'],
    wrong: 'A password in Hangul ends in a crash.',
    stages: crashingAt('memb_pwd', /\p{Script=Hangul}/u),
  },
  {
    id: 'kanji-email-is-500',
    clause: ['ES-32', 'ES-17'],
    wrong: 'An e-mail in kanji outside the basic plane ends in a crash.',
    stages: crashingAt('memb_email', /[\u{20000}-\u{2ffff}]/u),
  },
  {
    id: 'kana-password-is-unreadable',
    clause: ['ES-32', 'ES-09'],
    wrong: 'A password in kana is refused with result code "12", as a body that cannot be read.',
    stages: ({ readLogin }) => ({
      readLogin: (given, call) => {
        const login = readLogin(given, call);
        if (/[\u3040-\u30ff]/.test(login.password)) throw new Refusal('body');
        return login;
      },
    }),
  },
  {
    id: 'body-over-2-kib-refused',
    clause: ['ES-32', 'ES-19', 'ES-28'],
    wrong: 'A body of more than 2 KiB is refused, white space and all.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (text.length > 2048) throw new Refusal('unparsable');
        return parse(text);
      },
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
