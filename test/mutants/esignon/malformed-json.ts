import { runInNewContext } from 'node:vm';
import { type ParseError, parse as parseLeniently } from 'jsonc-parser';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { bothProfiles, type EsignonDefect, rows } from '../support/esignon.js';

/** ES-12: what is not JSON. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'malformed-is-html',
    clause: ['ES-12', 'ES-18'],
    wrong: 'Malformed JSON never reaches the handler: the framework answers an HTML page with status 400.',
    stages: rows('unparsable', { message: '<html>' }),
    onReply: () => (reply) =>
      String(reply.body).includes('"result_msg":"<html>"')
        ? {
            status: 400,
            headers: { 'content-type': 'text/html; charset=utf-8' },
            body: '<!DOCTYPE html><html><body><pre>SyntaxError: Unexpected token</pre></body></html>',
          }
        : reply,
  },
  {
    id: 'malformed-is-500',
    clause: ['ES-12', 'ES-17'],
    wrong: 'The error of the JSON parser is not caught.',
    stages: () => ({ parse: (text) => JSON.parse(text) }),
  },
  {
    id: 'malformed-is-99',
    clause: 'ES-12',
    wrong: 'Malformed JSON is answered 99, the code for a wrong format.',
    stages: rows('unparsable', { code: '99' }),
  },
  {
    id: 'malformed-is-10',
    clause: 'ES-12',
    wrong: 'Malformed JSON is read as an empty login, and refused as wrong credentials.',
    stages: rows('unparsable', { code: '10' }),
  },
  {
    id: 'empty-body-is-99',
    clause: 'ES-12',
    wrong: 'An empty body is answered 99, unlike other malformed ones.',
    stages: ({ parse, readLogin }) => ({
      parse: (text) => (text === '' ? '' : parse(text)),
      readLogin: (document, call) => {
        if (document === '') throw new Refusal('header');
        return readLogin(document, call);
      },
    }),
  },
  {
    id: 'empty-body-answered-empty',
    clause: ['ES-12', 'ES-18', 'ES-16'],
    wrong: 'An empty body is answered 400 without a body.',
    onReply: () => (reply, call) =>
      call.method === 'POST' && call.body.length === 0 ? { ...reply, status: 400, body: '' } : reply,
  },
  {
    id: 'invalid-utf8-replaced',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'Bytes that are not UTF-8 are replaced, so that the request is refused for its password.',
    stages: () => ({ decode: (bytes) => Buffer.from(bytes).toString('utf8') }),
  },
  {
    id: 'invalid-utf8-dropped',
    clause: ['ES-12', 'ES-27'],
    wrong: 'Bytes that are not UTF-8 are dropped, so that the login succeeds.',
    stages: () => ({ decode: (bytes) => Buffer.from(bytes).toString('utf8').replaceAll('\ufffd', '') }),
  },
  {
    id: 'trailing-junk-ignored',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'Reading ends with the last brace of the first value: what follows is ignored.',
    stages: ({ parse }) => ({
      parse: (text) => {
        try {
          return parse(text);
        } catch (error) {
          for (let end = text.indexOf('}'); end >= 0; end = text.indexOf('}', end + 1)) {
            try {
              return parse(text.slice(0, end + 1));
            } catch {}
          }
          throw error;
        }
      },
    }),
  },
  {
    id: 'truncated-repaired',
    clause: ['ES-12', 'ES-27'],
    wrong: 'Braces that are missing at the end are put in.',
    stages: ({ parse }) => ({
      parse: (text) => {
        for (const end of ['', '}', '}}']) {
          try {
            return parse(text + end);
          } catch {}
        }
        return parse(text);
      },
    }),
  },
  {
    id: 'comments-allowed',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'The parser is one for configuration files: it passes comments over.',
    stages: () => ({
      parse: (text) => {
        const errors: ParseError[] = [];
        const value: unknown = parseLeniently(text, errors, { disallowComments: false });
        if (errors.length > 0) throw new Refusal('unparsable');
        return value;
      },
    }),
  },
  {
    id: 'evaluated-as-javascript',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'The body is evaluated: single quotes and names without quotes pass.',
    stages: () => ({
      parse: (text) => {
        try {
          const value = runInNewContext(`(${text})`, Object.create(null), { timeout: 1000 });
          return JSON.parse(JSON.stringify(value));
        } catch {
          throw new Refusal('unparsable');
        }
      },
    }),
  },
  {
    id: 'line-break-in-string-allowed',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'Line breaks inside strings are taken out before parsing.',
    stages: ({ parse }) => ({ parse: (text) => parse(text.replaceAll('\n', '')) }),
  },
  {
    id: 'malformed-is-500-on-second-time',
    clause: ['ES-12', 'ES-17'],
    wrong: 'From the second malformed request on the error handler itself fails.',
    stages: ({ parse }) => {
      let failures = 0;
      return {
        parse: (text) => {
          try {
            return parse(text);
          } catch (error) {
            failures += 1;
            throw failures > 1 ? new TypeError('the error has been reported already') : error;
          }
        },
      };
    },
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
