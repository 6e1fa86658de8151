import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';
import { evaluated, isJson } from '../support/javascript.js';

/** What is not quite JSON may be read, but as what it means (CK-17); names may be folded, but into what is there (CK-16). */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'lenient-reading-is-500',
    clause: ['CK-17', 'CK-23'],
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
    id: 'lenient-reading-is-a-page',
    clause: ['CK-17', 'CK-31'],
    wrong: 'What is not quite JSON is answered by a page for people.',
    onReply: () => (reply, call) => {
      const text = Buffer.from(call.body).toString();
      if (call.method !== 'POST' || isJson(text)) return reply;
      try {
        evaluated(text);
      } catch {
        return reply;
      }
      return { status: 400, headers: { 'content-type': 'text/html' }, body: '<p>Please send JSON.</p>' };
    },
  },
  {
    id: 'ill-formed-bytes-end-texts',
    clause: ['CK-17', 'CK-29'],
    wrong: 'A text ends at its first ill-formed byte, so that what follows the right digest does not count.',
    stages: () => ({
      decode: (bytes) =>
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/\ufffd[^"]*/g, ''),
    }),
  },
  {
    id: 'folded-names-are-500',
    clause: ['CK-16', 'CK-23'],
    wrong:
      'A password under a name in another letter case is found by one part of the server and not by another.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (/"password"/i.test(text) && !text.includes('"password"'))
          throw new TypeError('password is undefined');
        return parse(text);
      },
    }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
