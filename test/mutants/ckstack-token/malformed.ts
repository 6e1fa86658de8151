import { runInNewContext } from 'node:vm';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import { type CkstackDefect, ckstackMutants, rows } from '../support/ckstack.js';
import { type Json, textOf } from '../support/json.js';

/** Changes the document before it is read. */
const document =
  (change: (document: Json) => Json): CkstackDefect['stages'] & {} =>
  ({ readLogin }) => ({ readLogin: (given, call) => readLogin(change(given), call) });

/** Lets logins with such a password in, whoever asks. */
const passwordTaken =
  (which: (value: Json) => boolean): CkstackDefect['stages'] & {} =>
  ({ readLogin, sameSecret }) => {
    const open = 'let in';
    return {
      readLogin: (given, call) => {
        const login = given as Json;
        const taken = isObject(login) && which(login.password);
        return readLogin(taken ? { ...login, password: open } : given, call);
      },
      sameSecret: (given, stored) => given === open || sameSecret(given, stored),
    };
  };

/** CK-16 and CK-17: members that are missing, and what is no JSON object. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'password-optional',
    clause: 'CK-16',
    wrong: 'The password is only compared where there is one.',
    stages: passwordTaken((value) => value === undefined),
  },
  {
    id: 'password-may-be-null',
    clause: 'CK-16',
    wrong: 'A password that is null passes.',
    stages: passwordTaken((value) => value === null),
  },
  {
    id: 'password-may-be-empty',
    clause: 'CK-16',
    wrong: 'An empty password passes.',
    stages: passwordTaken((value) => value === ''),
  },
  {
    id: 'password-true-passes',
    clause: 'CK-16',
    wrong: 'Passwords are compared loosely: true equals any text.',
    stages: passwordTaken((value) => value === true),
  },
  {
    id: 'password-zero-passes',
    clause: 'CK-16',
    wrong: 'Passwords are compared loosely: zero equals any text that begins with no digit.',
    stages: passwordTaken((value) => value === 0),
  },
  {
    id: 'password-false-passes',
    clause: 'CK-16',
    wrong: 'A password that is false switches its comparison off.',
    stages: passwordTaken((value) => value === false),
  },
  {
    id: 'user-id-missing-is-500',
    clause: ['CK-16', 'CK-23'],
    wrong: 'A missing userId is dereferenced.',
    stages: document((given) => {
      if (isObject(given) && given.userId === undefined) throw new TypeError('userId is undefined');
      return given;
    }),
  },
  {
    id: 'user-id-number-is-500',
    clause: ['CK-16', 'CK-23'],
    wrong: 'A userId that is a number is put in small letters.',
    stages: document((given) => {
      if (isObject(given) && typeof given.userId === 'number') throw new TypeError('toLowerCase');
      return given;
    }),
  },
  {
    id: 'malformed-is-html',
    clause: ['CK-17', 'CK-31'],
    wrong: 'Malformed JSON is answered by an HTML page of the framework.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('E000410')
        ? { status: 400, headers: { 'content-type': 'text/html' }, body: '<h1>400 Bad Request</h1>' }
        : reply,
  },
  {
    id: 'malformed-is-500',
    clause: ['CK-17', 'CK-23'],
    wrong: 'The error of the JSON parser is not caught.',
    stages: () => ({ parse: (text) => JSON.parse(text) }),
  },
  {
    id: 'empty-body-answered-empty',
    clause: ['CK-17', 'CK-31'],
    wrong: 'An empty body is answered 400 without a body.',
    onReply: () => (reply, call) =>
      call.method === 'POST' && call.body.length === 0 ? { ...reply, body: '' } : reply,
  },
  {
    id: 'evaluated-as-javascript',
    clause: 'CK-17',
    level: 'SHOULD',
    wrong: 'The body is evaluated: single quotes, comments and names without quotes pass.',
    stages: () => ({
      parse: (text) => {
        try {
          return JSON.parse(
            JSON.stringify(runInNewContext(`(${text})`, Object.create(null), { timeout: 1000 })),
          );
        } catch {
          throw new Refusal('unparsable');
        }
      },
    }),
  },
  {
    id: 'commas-accepted',
    clause: 'CK-17',
    level: 'SHOULD',
    wrong: 'A comma after the last member is passed over.',
    stages: ({ parse }) => ({ parse: (text) => parse(text.replace(/,(\s*[}\]])/g, '$1')) }),
  },
  {
    id: 'trailing-junk-ignored',
    clause: 'CK-17',
    level: 'SHOULD',
    wrong: 'Reading ends with the first closing brace.',
    stages: ({ parse }) => ({ parse: (text) => parse(/^[^{]*\{[^{}]*\}/.exec(text)?.[0] ?? text) }),
  },
  {
    id: 'invalid-utf8-dropped',
    clause: ['CK-17', 'CK-29'],
    wrong: 'Bytes that are not UTF-8 are dropped, so that the login succeeds.',
    stages: () => ({ decode: (bytes) => Buffer.from(bytes).toString('utf8').replaceAll('\ufffd', '') }),
  },
  {
    id: 'login-in-list-accepted',
    clause: ['CK-17', 'CK-29'],
    wrong: 'Of a top level that is a list the first element is taken.',
    stages: document((given) => (Array.isArray(given) && given.length > 0 ? given[0] : given)),
  },
  {
    id: 'login-in-text-accepted',
    clause: ['CK-17', 'CK-29'],
    wrong: 'A top level that is a string of JSON is parsed once more.',
    stages: ({ parse }) => ({
      parse: (text) => {
        const value = parse(text);
        return typeof value === 'string' ? parse(value) : value;
      },
    }),
  },
  {
    id: 'top-level-null-is-500',
    clause: ['CK-17', 'CK-23'],
    wrong: 'A top level that is null is dereferenced.',
    stages: document((given) => {
      if (given === null) throw new TypeError('Cannot read properties of null');
      return given;
    }),
  },
  {
    id: 'malformed-redirected',
    clause: ['CK-17', 'CK-23'],
    wrong: 'Malformed requests are redirected to the documentation.',
    stages: rows('unparsable', { status: 302 }),
    onReply: () => (reply) =>
      reply.status === 302 ? { ...reply, headers: { ...reply.headers, location: '/docs' } } : reply,
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
