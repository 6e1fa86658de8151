import { Refusal } from '../../../src/provider/http/refusal.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';
import { evaluated, isJson } from '../support/javascript.js';

/** What is not quite JSON may be read, but as what it means (ES-12); names may be folded, but into what is there (ES-14). */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'lenient-reading-is-99',
    clause: 'ES-12',
    wrong: 'What is not quite JSON is read, and then answered 99 as if its form were wrong.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (isJson(text)) return parse(text);
        evaluated(text);
        throw new Refusal('header');
      },
    }),
  },
  {
    id: 'lenient-reading-is-500',
    clause: ['ES-12', 'ES-17'],
    wrong: 'The lenient reader was never finished: what it reads makes the server fail.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (isJson(text)) return parse(text);
        evaluated(text);
        throw new TypeError('not implemented');
      },
    }),
  },
  {
    id: 'lenient-reading-checks-no-password',
    clause: ['ES-12', 'ES-27', 'ES-10', 'ES-09'],
    wrong: 'What the lenient reader reads comes from old clients, of which nothing is checked.',
    stages: ({ parse, sameEmail, samePassword }) => {
      let lenient = false;
      return {
        parse: (text) => {
          lenient = !isJson(text);
          return lenient ? evaluated(text) : parse(text);
        },
        sameEmail: (given, stored) => lenient || sameEmail(given, stored),
        samePassword: (given, stored) => lenient || samePassword(given, stored),
      };
    },
  },
  {
    id: 'ill-formed-bytes-end-texts',
    clause: ['ES-12', 'ES-27'],
    wrong:
      'A text ends at its first ill-formed byte, so that what follows the right password does not count.',
    stages: () => ({
      decode: (bytes) =>
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/\ufffd[^"]*/g, ''),
    }),
  },
  {
    id: 'folded-names-are-500',
    clause: ['ES-14', 'ES-17'],
    wrong:
      'A password under a name in another letter case is found by one part of the server and not by another.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (/"memb_pwd"/i.test(text) && !text.includes('"memb_pwd"'))
          throw new TypeError('memb_pwd is undefined');
        return parse(text);
      },
    }),
  },
  {
    id: 'folded-names-are-95',
    clause: ['ES-14', 'LG-02', 'SS-02'],
    wrong: 'A password under a name in another letter case is answered by a code for something else.',
    stages: ({ parse, refusals }) => ({
      refusals: { ...refusals, 'media-type': { ...refusals['media-type'], code: '95' } },
      parse: (text) => {
        if (/"memb_pwd"/i.test(text) && !text.includes('"memb_pwd"')) throw new Refusal('media-type');
        return parse(text);
      },
    }),
  },
  {
    id: 'array-body-is-00-without-token',
    clause: ['ES-13', 'ES-02', 'ES-04'],
    wrong: 'A body that is an array is a batch of no logins: all of them succeed.',
    onReply: () => (reply, call) =>
      /"body"\s*:\s*\[/.test(Buffer.from(call.body).toString())
        ? {
            ...reply,
            status: 200,
            body: '{"header":{"response_code":"1001A","result_code":"00","result_msg":"ok","session_id":""},"body":[]}',
          }
        : reply,
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
