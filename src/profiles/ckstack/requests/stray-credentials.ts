import { percentEncoded } from '../../login/percent-encoding.js';
import { type CkstackLogin, type CkstackVariation, credentialsOf, draftOf, jsonBytes } from './login.js';

/** What frameworks and other services call the members; all in one request, since each request counts as a failed login. */
const USER_ID_ALIASES = ['user_id', 'user', 'username', 'loginId', 'id', 'email'];
const PASSWORD_ALIASES = ['pwd', 'passwd', 'pass', 'pw', 'user_password', 'userPassword', 'secret'];

/** A member whose name differs only in the case of one letter, so that the right one is missing (CK-16). */
export const CKSTACK_RENAMED_CREDENTIALS: readonly CkstackVariation[] = (
  [
    ['user id', 'userId', 'UserId'],
    ['password', 'password', 'Password'],
  ] as const
).map(([words, member, otherwise]) => {
  const phrase = `whose ${words} member has a capitalised name`;
  return {
    phrase,
    build: (login) => {
      const { [member]: value, ...rest } = credentialsOf(login);
      return draftOf(login, { label: phrase, body: jsonBytes({ ...rest, [otherwise]: value }) });
    },
  };
});

/** Credentials elsewhere in the request, so that the documented members are missing (CK-16). */
export const CKSTACK_MISPLACED_CREDENTIALS: readonly CkstackVariation[] = [
  misplaced('with the credentials nested one level too deep', (right) => ({ login: right })),
  misplaced('with the user id under other names', ({ userId, password }) => ({
    ...Object.fromEntries(USER_ID_ALIASES.map((name) => [name, userId])),
    password,
  })),
  misplaced('with the password under other names', ({ userId, password }) => ({
    userId,
    ...Object.fromEntries(PASSWORD_ALIASES.map((name) => [name, password])),
  })),
  misplaced('with the user id in the query', ({ password }) => ({ password }), 'in the query'),
  misplaced('with the password in the query', ({ userId }) => ({ userId }), 'in the query'),
];

/** @param elsewhere the query has both: a reader that takes one from there may take the other from the body */
function misplaced(
  phrase: string,
  body: (right: ReturnType<typeof credentialsOf>) => object,
  elsewhere?: 'in the query',
): CkstackVariation {
  return {
    phrase,
    build: (login) => {
      const plain = draftOf(login, { label: phrase, body: jsonBytes(body(credentialsOf(login))) });
      // Some servers have no page for a query that they do not know.
      return elsewhere ? { ...plain, path: withCredentials(plain.path, login), mayLeadNowhere: true } : plain;
    },
  };
}

function withCredentials(path: string, login: CkstackLogin): string {
  const pairs = Object.entries(credentialsOf(login)).map(
    ([name, value]) => `${name}=${percentEncoded(value)}`,
  );
  return `${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
