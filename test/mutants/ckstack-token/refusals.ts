import { createHash } from 'node:crypto';
import { type CkstackDefect, ckstackMutants, refusal, rows, success, user } from '../support/ckstack.js';
import { type Json, textOf } from '../support/json.js';

const OLD_TOKEN = '4b2aaba0e6ef11e8a5d2dd603901032f';
const sha256 = (text: string) => createHash('sha256').update(text);

/** What the request has in that member, where it can be read. */
function sent(body: Uint8Array, name: 'userId' | 'password'): string {
  try {
    return String(JSON.parse(textOf(body))[name]);
  } catch {
    return '';
  }
}

/** The clear passwords, which this provider stores. */
const PASSWORDS: Readonly<Record<string, string>> = {
  'root@example.com': 'Velvet-Anchor-19%Peak',
  'cadmin@example.com': 'Amber:Thicket:64:Loom',
  'normal@example.com': 'Silent+Meadow+35+Arch',
  'guest@example.com':
    'Crimson_Pebble_82_Isle? and a gate that nobody has opened since the dry summer of the swifts',
  'many@example.com': 'Bright@Canyon@27@Reed',
};

/** CK-11 and CK-18: the form of a refusal, and what no answer contains. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'hash-in-user-record',
    clause: 'CK-11',
    wrong: 'The record of the user goes out as it is, password hash included.',
    stages: success((answer, call) => ({
      ...answer,
      user: { ...answer.user, password: sent(call.body, 'password') },
    })),
  },
  {
    id: 'hash-in-capitals-in-user-record',
    clause: 'CK-11',
    wrong: 'The record of the user holds the hash in capitals, as the database writes it.',
    stages: success((answer, call) => ({
      ...answer,
      user: { ...answer.user, extra: { pw: sent(call.body, 'password').toUpperCase() } },
    })),
  },
  {
    id: 'password-in-user-description',
    clause: 'CK-11',
    wrong: 'The clear password stands in the description of the user.',
    stages: user((record: Json) => ({ description: `initial password ${PASSWORDS[record.userId] ?? ''}` })),
  },
  {
    id: 'hash-in-base64-in-header',
    clause: 'CK-11',
    wrong: 'A header for debugging holds the hash in base64.',
    onReply: () => (reply, call) => {
      const password = PASSWORDS[sent(call.body, 'userId')];
      if (password === undefined) return reply;
      return { ...reply, headers: { ...reply.headers, 'x-debug': sha256(password).digest('base64') } };
    },
  },
  {
    id: 'request-in-refusal',
    clause: 'CK-11',
    wrong: 'Refused credentials come back with the request that was sent.',
    stages: refusal((answer, row, call) =>
      row.code === 'E000401' ? { ...answer, request: textOf(call.body) } : answer,
    ),
  },
  {
    id: 'body-in-message',
    clause: 'CK-11',
    wrong: 'The message of malformed JSON repeats what was received.',
    stages: refusal((answer, row, call) =>
      row.code === 'E000410'
        ? { ...answer, ckMessage: `${answer.ckMessage} ${textOf(call.body).slice(0, 500)}` }
        : answer,
    ),
  },
  {
    id: 'token-in-refusal',
    clause: 'CK-18',
    wrong: 'Refused credentials are answered with an older token.',
    stages: refusal((answer, row) =>
      row.code === 'E000401' ? { ...answer, token: { token: OLD_TOKEN, expireDate: 0 } } : answer,
    ),
  },
  {
    id: 'token-deep-in-refusal',
    clause: 'CK-18',
    wrong: 'A wrong H-Authorization is answered with the session that it was found in, token and all.',
    stages: refusal((answer, row) =>
      row.code === 'E000420' ? { ...answer, session: [{ data: { token: OLD_TOKEN } }] } : answer,
    ),
  },
  {
    id: 'refusal-message-missing',
    clause: 'CK-18',
    wrong: 'A refusal has no ckMessage.',
    stages: refusal((answer) => ({ ...answer, ckMessage: undefined })),
  },
  {
    id: 'refusal-message-null',
    clause: 'CK-18',
    wrong: 'ckMessage of a request with members missing is null.',
    stages: refusal((answer, row) => (row.code === 'E000411' ? { ...answer, ckMessage: null } : answer)),
  },
  {
    id: 'refusal-message-list',
    clause: 'CK-18',
    wrong: 'ckMessage of malformed JSON is a list.',
    stages: refusal((answer, row) =>
      row.code === 'E000410' ? { ...answer, ckMessage: [answer.ckMessage] } : answer,
    ),
  },
  {
    id: 'refusal-code-number',
    clause: 'CK-18',
    wrong: 'ckError of a refusal is a number.',
    stages: refusal((answer, row) => ({ ...answer, ckError: Number(row.code.slice(1)) })),
  },
  {
    id: 'refusal-code-object',
    clause: 'CK-18',
    wrong: 'ckError of a wrong signature is an object.',
    stages: refusal((answer, row) =>
      row.code === 'E000420' ? { ...answer, ckError: { code: row.code } } : answer,
    ),
  },
  {
    id: 'missing-member-says-success',
    clause: ['CK-18', 'CK-16'],
    wrong: 'A request with members missing is answered S000001, without a token.',
    stages: rows('member', { code: 'S000001' }),
  },
  {
    id: 'signature-refusal-is-framework-error',
    clause: ['CK-18', 'CK-19'],
    wrong: 'A wrong H-Authorization is answered by the error object of a gateway, not by the envelope.',
    onReply: () => (reply) =>
      textOf(reply.body).includes('E000420')
        ? { ...reply, body: '{"timestamp":1,"status":401,"error":"Unauthorized","path":"/token"}' }
        : reply,
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
