import { createHash } from 'node:crypto';
import type { Call } from '../../../src/provider/http/call.js';
import { isObject } from '../../../src/text/json-members.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';
import type { Json } from '../support/json.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Takes a member from elsewhere where it is missing. */
const member =
  (name: string, elsewhere: (login: Json, call: Call) => unknown): CkstackDefect['stages'] & {} =>
  ({ readLogin }) => ({
    readLogin: (given, call) => {
      if (!isObject(given) || given[name] !== undefined) return readLogin(given, call);
      return readLogin({ ...given, [name]: elsewhere(given, call) }, call);
    },
  });

/** What the query says. */
const inQuery = (call: Call, name: string) =>
  new URLSearchParams(call.target.replace(/^[^?]*/, '')).get(name) ?? undefined;

/** Breaks down on such credentials. */
const failing =
  (which: (login: Json) => boolean): CkstackDefect['stages'] & {} =>
  ({ readLogin }) => ({
    readLogin: (given, call) => {
      if (isObject(given) && which(given)) throw new RangeError('Data truncation');
      return readLogin(given, call);
    },
  });

/** Credentials as real services get them wrong, which examples in books do not show (CK-12, CK-13, CK-16, CK-23). */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'user-id-by-like',
    clause: 'CK-13',
    wrong: 'userId is looked up by LIKE: _ stands for any character.',
    stages: () => ({
      sameUser: (given, stored) => {
        if (given.length > 1000) return false;
        const parts = given.split('_').map((part) => part.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&'));
        return new RegExp(`^${parts.join('.')}$`).test(stored);
      },
    }),
  },
  {
    id: 'hash-less-last-digit',
    clause: 'CK-12',
    wrong: 'The last digit of the hash is not compared: the column is one too short.',
    stages: ({ sameSecret }) => ({
      sameSecret: (given, stored) =>
        stored.length === 64 ? given.slice(0, 63) === stored.slice(0, 63) : sameSecret(given, stored),
    }),
  },
  {
    id: 'password-less-last-character',
    clause: 'CK-12',
    wrong: 'Passwords were stored without their last character, which may be any letter or digit.',
    stages: ({ authenticate, sameSecret }) => ({
      authenticate: (login, call, stages) => {
        const user = call.accounts.ckstack.users.find(({ userId }) => userId === login.userId);
        const ends = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
        const taken = ends.map((end) => sha256(`${user?.password.slice(0, -1)}${end}`));
        return authenticate(login, call, {
          ...stages,
          sameSecret: (given, stored) => sameSecret(given, stored) || taken.includes(given),
        });
      },
    }),
  },
  {
    id: 'user-id-zero-is-anybody',
    clause: 'CK-16',
    wrong: 'To the database any text equals the number zero: a userId of 0 is whoever has that password.',
    stages: ({ readLogin }) => ({
      readLogin: (given, call) => {
        if (!isObject(given) || given.userId !== 0) return readLogin(given, call);
        const found = call.accounts.ckstack.users.find(({ password }) => sha256(password) === given.password);
        return readLogin({ ...given, userId: found?.userId }, call);
      },
    }),
  },
  {
    id: 'password-from-query',
    clause: 'CK-16',
    wrong: 'A password that is missing is taken from the query.',
    stages: member('password', (_, call) => inQuery(call, 'password')),
  },
  {
    id: 'user-id-from-query',
    clause: 'CK-16',
    wrong: 'A userId that is missing is taken from the query.',
    stages: member('userId', (_, call) => inQuery(call, 'userId')),
  },
  {
    id: 'user-id-by-other-names',
    clause: 'CK-16',
    wrong: 'userId may be called user_id.',
    stages: member('userId', ({ user_id }) => user_id),
  },
  {
    id: 'password-by-other-names',
    clause: 'CK-16',
    wrong: 'password may be called pwd.',
    stages: member('password', ({ pwd }) => pwd),
  },
  {
    id: 'emoji-in-user-id-is-500',
    clause: 'CK-23',
    wrong: 'A character of four UTF-8 bytes in userId makes an old column fail.',
    stages: failing(({ userId }) => /[\u{10000}-\u{10ffff}]/u.test(String(userId))),
  },
  {
    id: 'emoji-in-password-is-500',
    clause: 'CK-23',
    wrong: 'A character of four UTF-8 bytes in password makes an old column fail.',
    stages: failing(({ password }) => /[\u{10000}-\u{10ffff}]/u.test(String(password))),
  },
  {
    id: 'backslash-is-500',
    clause: 'CK-23',
    wrong: 'A backslash at the end of userId escapes the quote behind it.',
    stages: failing(({ userId }) => String(userId).endsWith('\\')),
  },
  {
    id: 'long-user-id-is-500',
    clause: 'CK-23',
    wrong: 'A userId of 256 to 1000 characters does not fit its column; longer ones are refused.',
    stages: failing(({ userId }) => String(userId).length > 255 && String(userId).length <= 1000),
  },
  {
    id: 'very-long-user-id-is-500',
    clause: 'CK-23',
    wrong: 'A userId of 1000 to 8000 characters overflows an index; longer ones are refused.',
    stages: failing(({ userId }) => String(userId).length > 1000 && String(userId).length <= 8000),
  },
  {
    id: 'negative-number-is-500',
    clause: 'CK-23',
    wrong: 'A password that is a negative number makes the provider fail.',
    stages: failing(({ password }) => typeof password === 'number' && password < 0),
  },
  {
    id: 'fraction-is-500',
    clause: 'CK-23',
    wrong: 'A userId that is a fraction makes the provider fail.',
    stages: failing(({ userId }) => typeof userId === 'number' && !Number.isInteger(userId)),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
