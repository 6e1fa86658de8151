import { bothProfiles, type EsignonDefect, rows } from '../support/esignon.js';
import { brokenOff, everySo, textOf } from '../support/json.js';

/** ES-17 and ES-18: status, UTF-8 JSON and Content-Type. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'compression-only-announced',
    clause: 'ES-18',
    wrong: 'Answers are announced as compressed by gzip and are not.',
    onReply: () => (reply) => ({ ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' } }),
  },
  {
    id: 'wrong-credentials-are-401',
    clause: 'ES-17',
    wrong: 'Refused credentials are answered by HTTP 401.',
    stages: rows('credentials', { status: 401 }),
  },
  {
    id: 'wrong-credentials-are-redirected',
    clause: 'ES-17',
    wrong: 'Refused credentials are redirected to a page for people.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('"result_code":"10"')
        ? { ...reply, status: 302, headers: { ...reply.headers, location: '/login?error=1' } }
        : reply,
  },
  {
    id: 'malformed-is-422',
    clause: 'ES-17',
    wrong: 'Malformed requests are answered by HTTP 422.',
    stages: rows(['unparsable', 'body', 'header'], { status: 422 }),
  },
  {
    id: 'malformed-is-503-come-again',
    clause: 'ES-17',
    wrong: 'Malformed requests are answered by HTTP 503, and the advice to come again at once.',
    stages: rows(['unparsable', 'body'], { status: 503 }),
    onReply: () => (reply) => ({ ...reply, headers: { ...reply.headers, 'retry-after': '0' } }),
  },
  {
    id: 'every-tenth-answer-is-500',
    clause: 'ES-17',
    wrong: 'Every tenth answer has status 500.',
    onReply: () => {
      let count = 0;
      return (reply) => {
        count += 1;
        return count % 10 === 0 ? { ...reply, status: 500 } : reply;
      };
    },
  },
  {
    id: 'refusal-is-500',
    clause: 'ES-17',
    wrong: 'A wrong format is answered 99 with HTTP 500: an exception, says the table.',
    stages: rows(['header', 'member'], { status: 500 }),
  },
  {
    id: 'duplicate-members-are-500',
    clause: ['ES-17', 'ES-27', 'ES-28'],
    wrong: 'A member that comes twice makes the parser throw what nobody catches.',
    stages: ({ parse }) => ({
      parse: (text) => {
        const value = parse(text);
        const names = [...text.matchAll(/"(memb_email|memb_pwd|request_code|header|body)"\s*:/g)].map(
          ([, name]) => name,
        );
        if (new Set(names).size < names.length) throw new TypeError('duplicate key');
        return value;
      },
    }),
  },
  {
    id: 'deep-nesting-is-500',
    clause: ['ES-17', 'ES-26'],
    wrong: 'A parser that calls itself runs out of stack at a depth of 500.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (/[[{]{500}|(?:"\w+":\{){500}/.test(text.replace(/\s/g, '')))
          throw new RangeError('Maximum call stack');
        return parse(text);
      },
    }),
  },
  {
    id: 'answer-in-utf-16',
    clause: 'ES-18',
    wrong: 'Answers are written in UTF-16.',
    onReply: () => (reply) => ({ ...reply, body: Buffer.from(textOf(reply.body), 'utf16le') }),
  },
  {
    id: 'refusal-in-latin-1',
    clause: 'ES-18',
    wrong: 'Messages of refused credentials are written in a single-byte encoding.',
    stages: rows('credentials', { message: 'Identifiants refusés' }),
    onReply: () => (reply) =>
      textOf(reply.body).includes('refusés')
        ? { ...reply, body: Buffer.from(textOf(reply.body), 'latin1') }
        : reply,
  },
  {
    id: 'length-in-characters',
    clause: 'ES-18',
    wrong: 'Content-Length counts characters, not bytes: the end of an answer outside ASCII is cut off.',
    onReply: () => (reply) => {
      const text = textOf(reply.body);
      return { ...reply, body: Buffer.from(text).subarray(0, text.length) };
    },
  },
  {
    id: 'warning-before-json',
    clause: 'ES-18',
    wrong: 'A warning of the interpreter stands before the JSON of a refusal with a member missing.',
    stages: ({ refuse, refusals, serialise }) => {
      const mark = refusals.member.message;
      let missing = false;
      return {
        refuse: (row, call) => {
          missing = row === refusals.member && row.message === mark;
          return refuse(row, call);
        },
        serialise: (answer) => {
          const text = String(serialise(answer));
          if (!missing) return text;
          missing = false;
          return `Notice: Undefined index: memb_pwd in login.php on line 17\n${text}`;
        },
      };
    },
  },
  {
    id: 'json-guarded-by-prefix',
    clause: 'ES-18',
    wrong: "Every answer begins with )]}', as a guard against script inclusion.",
    stages: ({ serialise }) => ({ serialise: (answer) => `)]}',\n${serialise(answer)}` }),
  },
  {
    id: 'json-in-single-quotes',
    clause: 'ES-18',
    wrong: 'Answers are written as literals of another language, in single quotes.',
    stages: ({ serialise }) => ({ serialise: (answer) => String(serialise(answer)).replaceAll('"', "'") }),
  },
  {
    id: 'byte-order-mark',
    clause: 'ES-18',
    level: 'SHOULD',
    wrong: 'A byte order mark stands before the JSON of every answer.',
    onReply: () => (reply) => ({ ...reply, body: `\ufeff${textOf(reply.body)}` }),
  },
  {
    id: 'byte-order-mark-before-refusals',
    clause: 'ES-18',
    level: 'SHOULD',
    wrong: 'A byte order mark stands before the JSON of refused credentials.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('"result_code":"10"')
        ? { ...reply, body: `\ufeff${textOf(reply.body)}` }
        : reply,
  },
  {
    id: 'announced-as-html',
    clause: 'ES-18',
    level: 'SHOULD',
    wrong: 'Content-Type of every answer is text/html, the default of the server.',
    onReply: () => (reply) => ({
      ...reply,
      headers: { ...reply.headers, 'content-type': 'text/html; charset=utf-8' },
    }),
  },
  {
    id: 'malformed-announced-as-text',
    clause: 'ES-18',
    level: 'SHOULD',
    wrong: 'Content-Type of the answer to malformed JSON is text/plain.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('"result_code":"12"')
        ? { ...reply, headers: { ...reply.headers, 'content-type': 'text/plain; charset=utf-8' } }
        : reply,
  },
  {
    id: 'every-thirtieth-answer-breaks-off',
    clause: 'ES-17',
    wrong: 'Every thirtieth answer breaks off in the middle.',
    onReply: everySo(30, brokenOff),
  },
  {
    id: 'every-ninth-answer-is-502',
    clause: 'ES-17',
    wrong: 'Every ninth answer is a page with status 502, as of a proxy whose application has just crashed.',
    onReply: everySo(9, () => ({
      status: 502,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Bad Gateway</h1>',
    })),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
