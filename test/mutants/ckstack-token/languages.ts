import { Refusal } from '../../../src/provider/http/refusal.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';

/** CK-32: languages, and requests of ordinary size. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'hangul-user-id-is-500',
    clause: ['CK-32', 'CK-23'],
    wrong: 'A user id in Hangul ends in a crash.',
    stages: ({ readLogin }) => ({
      readLogin: (given, call) => {
        const login = readLogin(given, call);
        if (/\p{Script=Hangul}/u.test(login.userId)) throw new Error('unmappable character');
        return login;
      },
    }),
  },
  {
    id: 'kana-tid-lost',
    clause: ['CK-32', 'CK-02'],
    wrong: 'A transaction id in kana is answered with question marks.',
    stages: ({ readTid }) => ({ readTid: (target) => readTid(target)?.replace(/[\u3040-\u30ff]/g, '?') }),
  },
  {
    id: 'kanji-tid-refused',
    clause: ['CK-32', 'CK-02'],
    wrong: 'A transaction id with kanji in it makes the request malformed.',
    stages: ({ readLogin }) => ({
      readLogin: (given, call) => {
        if (/\p{Script=Han}/u.test(decodeURIComponent(call.target))) throw new Refusal('body');
        return readLogin(given, call);
      },
    }),
  },
  {
    id: 'body-over-2-kib-refused',
    clause: ['CK-32', 'CK-24', 'CK-30'],
    wrong: 'A body of more than 2 KiB is refused, white space and all.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (text.length > 2048) throw new Refusal('unparsable');
        return parse(text);
      },
    }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
