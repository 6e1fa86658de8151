import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import type { Call } from '../../../src/provider/http/call.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';
import type { Json } from '../support/json.js';

/** Reads what is no JSON once more, the mends of a lenient reader made. */
const mending = (mend: (text: string) => string) => (reference: EsignonStages) => ({
  parse: (text: string) => {
    try {
      return reference.parse(text);
    } catch {
      return reference.parse(mend(text));
    }
  },
});

/** Changes a document that is an object before it is read. */
const document = (change: (document: Json, call: Call) => Json) => (reference: EsignonStages) => ({
  readLogin: (given: unknown, call: Call) =>
    reference.readLogin(isObject(given) ? change(given, call) : given, call),
});

/** Takes more than the right request code. */
const codeToo = (more: (code: unknown) => boolean) =>
  document((given) =>
    more(given.header?.request_code)
      ? { ...given, header: { ...given.header, request_code: '1001Q' } }
      : given,
  );

function value(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** Leniencies of readers that show only where all else in the request is right. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'raw-controls-in-strings',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'Line breaks and tabs stand in strings as they are.',
    stages: mending((text) => text.replace(/[\t\r\n]/g, '')),
  },
  {
    id: 'slash-comments',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'What follows two slashes is a comment.',
    stages: mending((text) => text.replace(/\/\/[^\n]*\n/g, '')),
  },
  {
    id: 'number-sign-comments',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'What follows a number sign is a comment.',
    stages: mending((text) => text.replace(/#[^\n]*\n/g, '')),
  },
  {
    id: 'plus-sign',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'A number may begin with a plus sign.',
    stages: mending((text) => text.replace(/:\+(?=\d)/g, ':')),
  },
  {
    id: 'python-constants',
    clause: 'ES-12',
    wrong: 'True, False and None are values, as in Python.',
    stages: mending((text) => text.replace(/:(?:True|False|None)(?=[,}])/g, ':null')),
  },
  {
    id: 'escaped-apostrophe',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'An apostrophe may be escaped, as in JavaScript.',
    stages: mending((text) => text.replaceAll("\\'", "'")),
  },
  {
    id: 'white-space-is-99',
    clause: 'ES-12',
    wrong: 'A body of white space alone is answered 99.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (text !== '' && text.trim() === '') throw new Refusal('header');
        return parse(text);
      },
    }),
  },
  {
    id: 'code-begins-with-1001',
    clause: 'ES-15',
    wrong: 'Only the number in the request code is looked at.',
    stages: codeToo((code) => code === '1001'),
  },
  {
    id: 'code-before-line-feed',
    clause: 'ES-15',
    wrong: 'The request code is matched up to the end of its first line.',
    stages: codeToo((code) => code === '1001Q\n'),
  },
  {
    id: 'code-in-list',
    clause: 'ES-15',
    wrong: 'The request code is compared loosely: a list with it in it equals it.',
    stages: codeToo((code) => Array.isArray(code) && String(code) === '1001Q'),
  },
  {
    id: 'code-true',
    clause: 'ES-15',
    wrong: 'The request code is compared loosely: true equals any text.',
    stages: codeToo((code) => code === true),
  },
  {
    id: 'request-as-text',
    clause: 'ES-15',
    wrong: 'A string of JSON is unpacked.',
    stages: ({ parse }) => ({
      parse: (text) => {
        const given = parse(text);
        return typeof given === 'string' ? (value(given) ?? given) : given;
      },
    }),
  },
  {
    id: 'header-as-text',
    clause: 'ES-15',
    wrong: 'A header that is a string of JSON is unpacked.',
    stages: document((given) =>
      typeof given.header === 'string' ? { ...given, header: value(given.header) } : given,
    ),
  },
  {
    id: 'credentials-from-header',
    clause: 'ES-14',
    wrong: 'Header and body are read into one record, so that credentials may stand in either.',
    stages: document((given) =>
      isObject(given.body) && isObject(given.header)
        ? { ...given, body: { ...given.header, ...given.body } }
        : given,
    ),
  },
  {
    id: 'credentials-by-other-names',
    clause: 'ES-14',
    wrong: 'The names of a later interface, email and password, are taken too.',
    stages: document((given) =>
      isObject(given.body)
        ? { ...given, body: { memb_email: given.body.email, memb_pwd: given.body.password, ...given.body } }
        : given,
    ),
  },
  {
    id: 'credentials-from-query',
    clause: 'ES-14',
    wrong: 'What the body lacks is taken from the query.',
    stages: document((given, { target }) => {
      if (!isObject(given.body)) return given;
      const query = Object.fromEntries(new URL(target, 'http://h').searchParams);
      return { ...given, body: { ...query, ...given.body } };
    }),
  },
  {
    id: 'email-of-last-login',
    clause: ['ES-14'],
    wrong: 'Without an e-mail, that of the last login counts: the record is not made anew.',
    stages: (reference) => {
      let last: unknown;
      return {
        ...document((given) =>
          isObject(given.body) ? { ...given, body: { memb_email: last, ...given.body } } : given,
        )(reference),
        authenticate: async (login, call, stages) => {
          const identity = await reference.authenticate(login, call, stages);
          last = login.email;
          return identity;
        },
      };
    },
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
