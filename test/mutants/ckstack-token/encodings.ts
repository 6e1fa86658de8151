import type { CkstackStages } from '../../../src/provider/ckstack/stages.js';
import { headerOf } from '../../../src/provider/http/call.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';

/** Refuses texts that a careless reader does not get on with. */
const unreadable =
  (which: (text: string) => boolean) =>
  ({ parse }: CkstackStages) => ({
    parse: (text: string) => {
      if (which(text)) throw new Refusal('unparsable');
      return parse(text);
    },
  });

/** CK-24, CK-25 and CK-30: other spellings of a valid request. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'surrogate-pairs-refused',
    clause: ['CK-24', 'CK-30'],
    wrong: 'A character of two UTF-16 units may not be escaped.',
    stages: unreadable((text) => /\\ud[89ab]/i.test(text)),
  },
  {
    id: 'documented-order-needed',
    clause: ['CK-24', 'CK-30'],
    wrong: 'The body is read by an expression that needs userId before password.',
    stages: unreadable(
      (text) => text.indexOf('"password"') >= 0 && text.indexOf('"password"') < text.indexOf('"userId"'),
    ),
  },
  {
    id: 'white-space-refused',
    clause: ['CK-24', 'CK-30'],
    wrong: 'White space before a colon is not known.',
    stages: unreadable((text) => /"\s+:/.test(text)),
  },
  {
    id: 'leading-line-break-refused',
    clause: ['CK-24', 'CK-30'],
    wrong: 'What does not begin with a brace is not taken for JSON.',
    stages: unreadable((text) => !text.startsWith('{') && text.trimStart().startsWith('{')),
  },
  {
    id: 'escapes-in-values-kept',
    clause: ['CK-24', 'CK-30'],
    wrong: '\\u escapes of ASCII characters are not undone in values.',
    stages: ({ parse }) => ({ parse: (text) => parse(text.replace(/\\u00([4-7])/g, '\\\\u00$1')) }),
  },
  {
    id: 'escapes-in-names-refused',
    clause: ['CK-24', 'CK-30'],
    wrong: '\\u escapes are not undone in member names.',
    stages: ({ parse }) => ({
      parse: (text) => parse(text.replace(/"(?:\\u[0-9a-fA-F]{4})+"(\s*:)/g, '"unread"$1')),
    }),
  },
  {
    id: 'exponents-refused',
    clause: ['CK-25', 'CK-30'],
    level: 'SHOULD',
    wrong: 'Numbers with an exponent, in members that nobody reads, make the request malformed.',
    stages: unreadable((text) => /:\s*-?\d+(?:\.\d+)?[eE]/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'))),
  },
  {
    id: 'partly-escaped-text-refused',
    clause: ['CK-30', 'CK-24'],
    wrong: '\\u escapes are undone only where the whole string is written in them.',
    stages: unreadable((text) => /"[^"\\]+\\u[0-9a-fA-F]{4}/.test(text)),
  },
  {
    id: 'carriage-return-refused',
    clause: ['CK-30', 'CK-24'],
    wrong: 'A carriage return without a line feed is not known as white space.',
    stages: unreadable((text) => /\r(?!\n)/.test(text)),
  },
  {
    id: 'long-white-space-refused',
    clause: ['CK-30', 'CK-24'],
    wrong: 'More than four characters of white space in a row run over a buffer.',
    stages: unreadable((text) => /\s{5}/.test(text)),
  },
  {
    id: 'unknown-member-refused',
    clause: 'CK-25',
    level: 'SHOULD',
    wrong: 'Unknown members are refused.',
    stages: ({ readLogin }) => ({
      readLogin: (document, call) => {
        const known = ['userId', 'password'];
        if (isObject(document) && Object.keys(document).some((name) => !known.includes(name))) {
          throw new Refusal('unparsable');
        }
        return readLogin(document, call);
      },
    }),
  },
  {
    id: 'charset-refused',
    clause: 'CK-25',
    level: 'SHOULD',
    wrong: 'Content-Type is compared as a whole: one with a charset is not JSON.',
    stages: () => ({ isJson: (call) => headerOf(call, 'content-type') === 'application/json' }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
