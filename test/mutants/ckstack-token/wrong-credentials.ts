import { createHash } from 'node:crypto';
import {
  type CkstackDefect,
  ckstackMutants,
  refusedLogins,
  userKnown,
  userUnknown,
} from '../support/ckstack.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const PASSWORDS = [
  'Velvet-Anchor-19%Peak',
  'Amber:Thicket:64:Loom',
  'Silent+Meadow+35+Arch',
  'Crimson_Pebble_82_Isle? and a gate that nobody has opened since the dry summer of the swifts',
  'Bright@Canyon@27@Reed',
];
const HASHES = new Set(PASSWORDS.map(sha256));

/** Compares password hashes otherwise; API keys stay. */
const hash =
  (same: (given: string, stored: string) => boolean): CkstackDefect['stages'] & {} =>
  ({ sameSecret }) => ({
    sameSecret: (given, stored) =>
      /^[0-9a-f]{64}$/.test(stored) ? same(given, stored) : sameSecret(given, stored),
  });

/** CK-12 to CK-15: wrong passwords and unknown users. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'hash-first-half',
    clause: 'CK-12',
    wrong: 'Only the first 32 characters of the hash count: the column is that of MD5.',
    stages: hash((given, stored) => given.slice(0, 32) === stored.slice(0, 32)),
  },
  {
    id: 'hash-as-number',
    clause: 'CK-12',
    wrong: 'Hashes are compared as numbers, which hold 15 digits or so.',
    stages: hash((given, stored) => Number(`0x${given}`) === Number(`0x${stored}`)),
  },
  {
    id: 'password-of-anybody',
    clause: 'CK-12',
    wrong: "Any user's password is taken.",
    stages: hash((given, stored) => given === stored || HASHES.has(given)),
  },
  {
    id: 'password-unchecked-for-one-user',
    clause: 'CK-12',
    wrong: 'The user of several companies gets in with any password.',
    stages: hash((given, stored) => given === stored || stored === sha256('Bright@Canyon@27@Reed')),
  },
  {
    id: 'password-hashed-without-case',
    clause: 'CK-12',
    wrong: 'Passwords are stored as the hash of their capitals, and compared with both.',
    stages: hash((given, stored) => {
      const right = PASSWORDS.find((password) => sha256(password) === stored);
      return given === stored || (right !== undefined && given === sha256(right.toUpperCase()));
    }),
  },
  {
    id: 'password-unchecked-after-good-login',
    clause: 'CK-12',
    wrong: 'After a good login any password of that user is taken for a while: the result is cached by user.',
    stages: ({ authenticate }) => {
      const seen = new Map<string, Awaited<ReturnType<typeof authenticate>>>();
      return {
        authenticate: async (login, call, stages) => {
          const cached = seen.get(login.userId);
          if (cached) return cached;
          const account = await authenticate(login, call, stages);
          seen.set(login.userId, account);
          return account;
        },
      };
    },
  },
  {
    id: 'wrong-password-says-success',
    clause: ['CK-12', 'CK-18'],
    wrong: 'A wrong password is answered S000001, without a token.',
    stages: refusedLogins(userKnown, { code: 'S000001' }),
  },
  {
    id: 'wrong-password-without-code',
    clause: ['CK-12', 'CK-18'],
    wrong: 'A wrong password has an empty ckError.',
    stages: refusedLogins(userKnown, { code: '' }),
  },
  {
    id: 'tenth-wrong-password-accepted',
    clause: 'CK-12',
    wrong: 'Every tenth wrong password is accepted.',
    stages: ({ sameSecret }) => {
      let wrong = 0;
      return {
        sameSecret: (given, stored) => {
          if (sameSecret(given, stored) || !/^[0-9a-f]{64}$/.test(given)) return sameSecret(given, stored);
          wrong += 1;
          return wrong % 10 === 0;
        },
      };
    },
  },
  {
    id: 'unknown-user-registered',
    clause: 'CK-13',
    wrong: 'An unknown user is registered on the fly and gets a token.',
    stages: ({ authenticate }) => ({
      authenticate: async (login, call, stages) => {
        if (userKnown(login, call)) return authenticate(login, call, stages);
        return { userId: login.userId, password: '', name: 'New', companies: [] };
      },
    }),
  },
  {
    id: 'user-may-go-on',
    clause: 'CK-13',
    wrong: 'Whatever stands behind a known user id is not looked at.',
    stages: () => ({ sameUser: (given, stored) => given.startsWith(stored) }),
  },
  {
    id: 'unknown-user-is-500',
    clause: ['CK-13', 'CK-23'],
    wrong: 'The record of an unknown user is dereferenced.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) => {
        if (!userKnown(login, call)) throw new TypeError('account is undefined');
        return authenticate(login, call, stages);
      },
    }),
  },
  {
    id: 'unknown-user-without-code',
    clause: ['CK-13', 'CK-18'],
    wrong: 'An unknown user is answered with ckError null.',
    stages: ({ refuse, ...reference }) => ({
      ...refusedLogins(userUnknown, { code: 'E0' })({ refuse, ...reference }),
      refuse: (row, call, stages) => {
        const answer = refuse(row, call, stages);
        return row.code === 'E0' ? { ...answer, ckError: null } : answer;
      },
    }),
  },
  {
    id: 'unknown-user-has-other-code',
    clause: 'CK-14',
    level: 'SHOULD',
    wrong: 'An unknown user has a code of its own.',
    stages: refusedLogins(userUnknown, { code: 'E000404' }),
  },
  {
    id: 'unknown-user-is-404',
    clause: 'CK-14',
    level: 'SHOULD',
    wrong: 'An unknown user is answered by HTTP 404, a wrong password by 401.',
    stages: refusedLogins(userUnknown, { status: 404 }),
  },
  {
    id: 'unknown-user-has-other-message',
    clause: 'CK-14',
    level: 'SHOULD',
    wrong: 'An unknown user has a message of its own.',
    stages: refusedLogins(userUnknown, { message: 'no such user' }),
  },
  {
    id: 'plain-password-accepted',
    clause: 'CK-15',
    wrong: 'The plain password passes as well as its hash.',
    stages: hash((given, stored) => given === stored || sha256(given) === stored),
  },
  {
    id: 'plain-password-hashed-on-the-way',
    clause: ['CK-15', 'CK-16'],
    wrong: 'What is not a hash is hashed on the way in.',
    stages: ({ readLogin }) => ({
      readLogin: (document, call) => {
        const login = readLogin(document, call);
        const isHash = /^[0-9a-f]{64}$/i.test(login.passwordHash);
        return isHash ? login : { ...login, passwordHash: sha256(login.passwordHash) };
      },
    }),
  },
  {
    id: 'plain-password-of-administrator',
    clause: 'CK-15',
    wrong: 'The plain password passes for the system administrator, whose account came over from before.',
    stages: hash((given, stored) => given === stored || (given === PASSWORDS[0] && sha256(given) === stored)),
  },
  {
    id: 'plain-password-is-500',
    clause: ['CK-15', 'CK-23'],
    wrong: 'A password that is not 64 digits long makes the comparison throw.',
    stages: hash((given, stored) => {
      if (given.length !== stored.length)
        throw new RangeError('Input buffers must have the same byte length');
      return given === stored;
    }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
