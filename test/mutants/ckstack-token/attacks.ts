import { createHash } from 'node:crypto';
import { ACCOUNTS } from '../../../src/provider/accounts.js';
import { isObject } from '../../../src/text/json-members.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';
import type { Json } from '../support/json.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const HASH_OF = new Map(ACCOUNTS.ckstack.users.map(({ userId, password }) => [userId, sha256(password)]));
const RIGHT = new Set(HASH_OF.values());

/** Puts what a careless comparison takes for the right value in its place, before the login is read. */
const taken =
  (change: (login: Json) => Json): CkstackDefect['stages'] & {} =>
  ({ readLogin }) => ({
    readLogin: (given, call) => readLogin(isObject(given) ? { ...given, ...change(given) } : given, call),
  });
const passwordTaken = (which: (value: Json) => boolean) =>
  taken((login) => (which(login.password) ? { password: HASH_OF.get(login.userId) ?? 'nobody' } : {}));
const userTaken = (which: (value: Json) => boolean) =>
  taken((login) => {
    const [owner] = [...HASH_OF].find(([, hash]) => hash === login.password) ?? [];
    return owner !== undefined && which(login.userId) ? { userId: owner } : {};
  });

/** CK-26: operators and injections. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'operator-ne-accepted',
    clause: ['CK-26', 'CK-16'],
    wrong: 'The password goes into a query as it is: {"$ne":null} matches every user.',
    stages: passwordTaken((value) => isObject(value) && '$ne' in value),
  },
  {
    id: 'operator-user-accepted',
    clause: ['CK-26', 'CK-16'],
    wrong: 'An operator in place of userId finds the first user with that password.',
    stages: userTaken((value) => isObject(value) && Object.keys(value).some((name) => name.startsWith('$'))),
  },
  {
    id: 'password-in-list-accepted',
    clause: ['CK-26', 'CK-16'],
    wrong: 'A list with the right password in it is converted to text and passes.',
    stages: passwordTaken((value) => Array.isArray(value) && RIGHT.has(String(value))),
  },
  {
    id: 'password-wildcard-accepted',
    clause: ['CK-26', 'CK-12'],
    wrong: 'The password is compared by LIKE: % matches everything.',
    stages: passwordTaken((value) => value === '%'),
  },
  {
    id: 'user-wildcard-accepted',
    clause: ['CK-26', 'CK-13'],
    wrong: 'userId is looked up by a pattern: * matches everything.',
    stages: userTaken((value) => value === '*'),
  },
  {
    id: 'password-ends-at-nul',
    clause: ['CK-26', 'CK-12'],
    wrong: 'The password ends at a NUL.',
    stages: ({ sameSecret }) => ({
      sameSecret: (given, stored) => sameSecret(given.split('\0')[0] ?? '', stored),
    }),
  },
  {
    id: 'user-ends-at-nul',
    clause: ['CK-26', 'CK-13'],
    wrong: 'userId ends at a NUL.',
    stages: ({ sameUser }) => ({ sameUser: (given, stored) => sameUser(given.split('\0')[0] ?? '', stored) }),
  },
  {
    id: 'sql-in-password',
    clause: ['CK-26', 'CK-12'],
    wrong: 'The password is put into SQL as text.',
    stages: ({ sameSecret }) => ({
      sameSecret: (given, stored) =>
        /'\s*or\s*'?(\w+)'?\s*=\s*'?\1/i.test(given) || sameSecret(given, stored),
    }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
