import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { headerOf } from '../../../src/provider/http/call.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';

/** Refuses texts that a careless reader does not get on with. */
const unreadable = (which: (text: string) => boolean) => (reference: EsignonStages) => ({
  parse: (text: string) => {
    if (which(text)) throw new Refusal('unparsable');
    return reference.parse(text);
  },
});

/** Refuses documents with members that are not in the table of the document. */
const strict =
  (names: (document: Record<string, unknown>) => unknown, known: readonly string[]) =>
  (reference: EsignonStages) => ({
    readLogin: (document: unknown, call: Parameters<EsignonStages['readLogin']>[1]) => {
      const part = isObject(document) ? names(document) : null;
      if (isObject(part) && Object.keys(part).some((name) => !known.includes(name)))
        throw new Refusal('header');
      return reference.readLogin(document, call);
    },
  });

/** ES-19 to ES-21, ES-28: other spellings of a valid request. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'surrogate-pairs-refused',
    clause: ['ES-19', 'ES-28'],
    wrong: 'A character of two UTF-16 units may not be escaped.',
    stages: unreadable((text) => /\\ud[89ab]/i.test(text)),
  },
  {
    id: 'documented-order-needed',
    clause: ['ES-19', 'ES-28'],
    wrong: 'The body is read by an expression that needs the order of the document.',
    stages: unreadable((text) => {
      const [header, email, password] = ['"header"', '"memb_email"', '"memb_pwd"'].map((name) =>
        text.indexOf(name),
      );
      return header! > email! || email! > password!;
    }),
  },
  {
    id: 'leading-white-space-refused',
    clause: ['ES-19', 'ES-28'],
    wrong: 'What does not begin with a brace is not taken for JSON.',
    stages: unreadable((text) => !text.startsWith('{') && text.trimStart().startsWith('{')),
  },
  {
    id: 'tabs-refused',
    clause: ['ES-19', 'ES-28'],
    wrong: 'The only white space that is known is the blank and the line feed.',
    stages: unreadable((text) => /[\t\r]/.test(text)),
  },
  {
    id: 'escapes-in-names-refused',
    clause: ['ES-19', 'ES-28'],
    wrong: '\\u escapes are not undone in member names.',
    stages: ({ parse }) => ({
      parse: (text) =>
        parse(
          text
            .replace(/"((?:\\u[0-9a-fA-F]{4})+)"(\s*:)/g, '"unread $1"$2')
            .replaceAll('"unread \\u', '"unread u'),
        ),
    }),
  },
  {
    id: 'escapes-in-values-kept',
    clause: ['ES-19', 'ES-28'],
    wrong: '\\u escapes of ASCII characters are not undone in values: \\u0040 is no @.',
    stages: ({ parse }) => ({ parse: (text) => parse(text.replace(/\\u00([4-7])/g, '\\\\u00$1')) }),
  },
  {
    id: 'escapes-in-capitals-refused',
    clause: ['ES-19', 'ES-28'],
    wrong: 'Hexadecimal digits of \\u escapes are known in small letters only.',
    stages: unreadable((text) => /\\u[0-9a-f]*[A-F]/.test(text)),
  },
  {
    id: 'long-numbers-refused',
    clause: ['ES-20', 'ES-28'],
    level: 'SHOULD',
    wrong: 'Numbers with an exponent, in members that nobody reads, make the request malformed.',
    stages: unreadable((text) => /:\s*-?\d+(?:\.\d+)?[eE]/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'))),
  },
  {
    id: 'partly-escaped-text-refused',
    clause: ['ES-28', 'ES-19'],
    wrong: '\\u escapes are undone only where the whole string is written in them.',
    stages: unreadable((text) => /"[^"\\]+\\u[0-9a-fA-F]{4}/.test(text)),
  },
  {
    id: 'carriage-return-refused',
    clause: ['ES-28', 'ES-19'],
    wrong: 'A carriage return without a line feed is not known as white space.',
    stages: unreadable((text) => /\r(?!\n)/.test(text)),
  },
  {
    id: 'long-white-space-refused',
    clause: ['ES-28', 'ES-19'],
    wrong: 'More than four characters of white space in a row run over a buffer.',
    stages: unreadable((text) => /\s{5}/.test(text)),
  },
  {
    id: 'unknown-header-member-refused',
    clause: 'ES-20',
    level: 'SHOULD',
    wrong: 'Unknown members of header are refused.',
    stages: strict(({ header }) => header, ['request_code', 'request_msg', 'session_id']),
  },
  {
    id: 'unknown-body-member-refused',
    clause: 'ES-20',
    level: 'SHOULD',
    wrong: 'Unknown members of body are refused.',
    stages: strict(({ body }) => body, ['memb_email', 'memb_pwd', 'comp_id', 'client_id']),
  },
  {
    id: 'unknown-top-member-refused',
    clause: 'ES-20',
    level: 'SHOULD',
    wrong: 'Unknown members beside header and body are refused.',
    stages: strict((document) => document, ['header', 'body']),
  },
  {
    id: 'charset-refused',
    clause: 'ES-21',
    level: 'SHOULD',
    wrong: 'Content-Type is compared as a whole: one with a charset is not JSON.',
    stages: () => ({ isJson: (call) => headerOf(call, 'content-type') === 'application/json' }),
  },
  {
    id: 'charset-in-capitals-refused',
    clause: 'ES-21',
    level: 'SHOULD',
    wrong: 'The charset of Content-Type is known in small letters only.',
    stages: ({ isJson }) => ({
      isJson: (call) => isJson(call) && !headerOf(call, 'content-type').includes('UTF-8'),
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
