import { type CkstackDefect, ckstackMutants, rows } from '../support/ckstack.js';
import { brokenOff, everySo, textOf } from '../support/json.js';

/** CK-22, CK-23 and CK-31: methods, statuses, UTF-8 JSON. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'compression-only-announced',
    clause: 'CK-31',
    wrong: 'Answers are announced as compressed by gzip and are not.',
    onReply: () => (reply) => ({ ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' } }),
  },
  {
    id: 'put-like-post',
    clause: 'CK-22',
    wrong: 'PUT is served like POST.',
    options: { methods: ['POST', 'PUT'] },
  },
  {
    id: 'every-method-like-post',
    clause: 'CK-22',
    wrong: 'The route does not look at the method.',
    options: { methods: ['POST', 'PUT', 'PATCH', 'DELETE'] },
  },
  {
    id: 'delete-like-post',
    clause: 'CK-22',
    wrong: 'DELETE with a body is served like POST.',
    options: { methods: ['POST', 'DELETE'] },
  },
  {
    id: 'get-with-query-logs-in',
    clause: 'CK-22',
    wrong: 'GET with the credentials in the query is served.',
    onReply: () => (reply, call) =>
      call.method === 'GET' && /[?&]password=[0-9a-f]{64}/.test(call.target)
        ? {
            ...reply,
            status: 200,
            body: '{"ckError":"S000001","ckMessage":"ok","token":{"token":"5f0e1d2c3b4a5968"}}',
          }
        : reply,
  },
  {
    id: 'get-is-200',
    clause: 'CK-22',
    level: 'SHOULD',
    wrong: 'GET is answered by HTTP 200 and a refusal.',
    onReply: () => (reply, call) => (call.method === 'GET' ? { ...reply, status: 200 } : reply),
  },
  {
    id: 'other-methods-are-401',
    clause: 'CK-22',
    level: 'SHOULD',
    wrong: 'Other methods are answered by HTTP 401.',
    stages: rows('method', { status: 401 }),
  },
  {
    id: 'wrong-credentials-are-503',
    clause: 'CK-23',
    wrong: 'A wrong password is answered by HTTP 503.',
    stages: rows('credentials', { status: 503 }),
  },
  {
    id: 'wrong-credentials-are-redirected',
    clause: 'CK-23',
    wrong: 'A wrong password is redirected to a page for people.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('E000401')
        ? { ...reply, status: 303, headers: { ...reply.headers, location: '/login' } }
        : reply,
  },
  {
    id: 'member-fault-is-500',
    clause: 'CK-23',
    wrong: 'A missing member is answered by HTTP 500, with the right envelope.',
    stages: rows('member', { status: 500 }),
  },
  {
    id: 'every-tenth-refusal-is-500',
    clause: 'CK-23',
    wrong: 'Every tenth refusal has status 500.',
    onReply: () => {
      let count = 0;
      return (reply) => {
        if (reply.status < 400) return reply;
        count += 1;
        return count % 10 === 0 ? { ...reply, status: 500 } : reply;
      };
    },
  },
  {
    id: 'duplicate-members-are-500',
    clause: ['CK-23', 'CK-29', 'CK-30'],
    wrong: 'A member that comes twice makes the parser throw what nobody catches.',
    stages: ({ parse }) => ({
      parse: (text) => {
        const value = parse(text);
        const names = [...text.matchAll(/"(userId|password)"\s*:/g)].map(([, name]) => name);
        if (new Set(names).size < names.length) throw new TypeError('duplicate key');
        return value;
      },
    }),
  },
  {
    id: 'deep-nesting-is-500',
    clause: ['CK-23', 'CK-26'],
    wrong: 'A parser that calls itself runs out of stack at a depth of 500.',
    stages: ({ parse }) => ({
      parse: (text) => {
        if (/[[{]{500}|(?:\{"\w*":){500}/.test(text.replace(/\s/g, ''))) throw new RangeError('call stack');
        return parse(text);
      },
    }),
  },
  {
    id: 'answer-in-utf-16',
    clause: 'CK-31',
    wrong: 'Answers are written in UTF-16.',
    onReply: () => (reply) => ({ ...reply, body: Buffer.from(textOf(reply.body), 'utf16le') }),
  },
  {
    id: 'length-in-characters',
    clause: 'CK-31',
    wrong: 'Content-Length counts characters, not bytes: the end of an answer outside ASCII is cut off.',
    onReply: () => (reply) => {
      const text = textOf(reply.body);
      return { ...reply, body: Buffer.from(text).subarray(0, text.length) };
    },
  },
  {
    id: 'tid-breaks-json',
    clause: ['CK-31', 'CK-02'],
    wrong: 'The answer is put together as text: quotes and backslashes of tid are not escaped.',
    stages: ({ serialise, readTid }) => ({
      readTid,
      serialise: (answer) => {
        const { ckTid, ...rest } = answer as { ckTid?: string };
        const text = String(serialise(rest));
        return ckTid === undefined ? text : `{"ckTid":"${ckTid}",${text.slice(1)}`;
      },
    }),
  },
  {
    id: 'jsonp',
    clause: 'CK-31',
    wrong: 'Answers are wrapped into a call of a function.',
    stages: ({ serialise }) => ({ serialise: (answer) => `callback(${serialise(answer)});` }),
  },
  {
    id: 'refusal-in-single-byte',
    clause: 'CK-31',
    wrong: 'The message of a wrong signature is written in a single-byte encoding.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('E000420')
        ? { ...reply, body: Buffer.from(textOf(reply.body).replace('헤더', 'è'), 'latin1') }
        : reply,
  },
  {
    id: 'byte-order-mark',
    clause: 'CK-31',
    level: 'SHOULD',
    wrong: 'A byte order mark stands before the JSON of every answer.',
    onReply: () => (reply) => ({ ...reply, body: `\ufeff${textOf(reply.body)}` }),
  },
  {
    id: 'byte-order-mark-before-refusals',
    clause: 'CK-31',
    level: 'SHOULD',
    wrong: 'A byte order mark stands before the JSON of refused credentials.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('E000401') ? { ...reply, body: `\ufeff${textOf(reply.body)}` } : reply,
  },
  {
    id: 'announced-as-text',
    clause: 'CK-31',
    level: 'SHOULD',
    wrong: 'Content-Type of every answer is text/plain.',
    onReply: () => (reply) => ({
      ...reply,
      headers: { ...reply.headers, 'content-type': 'text/plain; charset=utf-8' },
    }),
  },
  {
    id: 'signature-refusal-announced-as-html',
    clause: 'CK-31',
    level: 'SHOULD',
    wrong: 'Content-Type of the refusal of a wrong signature is text/html.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('E000420')
        ? { ...reply, headers: { ...reply.headers, 'content-type': 'text/html' } }
        : reply,
  },
  {
    id: 'every-thirtieth-answer-breaks-off',
    clause: 'CK-23',
    wrong: 'Every thirtieth answer breaks off in the middle.',
    onReply: everySo(30, brokenOff),
  },
  {
    id: 'every-ninth-answer-is-502',
    clause: 'CK-23',
    wrong: 'Every ninth answer is a page with status 502, as of a proxy whose application has just crashed.',
    onReply: everySo(9, () => ({
      status: 502,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Bad Gateway</h1>',
    })),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
