import { percentEncoded } from '../../login/percent-encoding.js';
import { type CkstackLogin, type CkstackVariation, credentialsOf, draftOf, jsonBytes } from './login.js';

/** What frameworks and other services call the members; all stand in one request, since each counts as a failed login. */
const USER_ID_ALIASES = ['userid', 'user_id', 'user', 'username', 'loginId', 'id', 'email'];
const PASSWORD_ALIASES = ['pwd', 'passwd', 'pass', 'pw', 'user_password', 'userPassword', 'secret'];

/** A member whose name only differs in the case of a letter, so that the right one is missing (CK-16). */
export const CKSTACK_RENAMED_CREDENTIALS: readonly CkstackVariation[] = (
  [
    ['user id', 'userId', 'UserId'],
    ['password', 'password', 'Password'],
  ] as const
).map(([words, member, otherwise]) => {
  const phrase = `whose ${words} has a capital in the name of its member`;
  return {
    phrase,
    build: (login) => {
      const { [member]: value, ...rest } = credentialsOf(login);
      return draftOf(login, { label: phrase, body: jsonBytes({ ...rest, [otherwise]: value }) });
    },
  };
});

/** Credentials where nobody looks for them, so that they are missing (CK-16). */
export const CKSTACK_MISPLACED_CREDENTIALS: readonly CkstackVariation[] = [
  misplaced('whose credentials are nested one level too deep', (right) => ({ login: right })),
  misplaced('whose user id stands under other names', ({ userId, password }) => ({
    ...Object.fromEntries(USER_ID_ALIASES.map((name) => [name, userId])),
    password,
  })),
  misplaced('whose password stands under other names', ({ userId, password }) => ({
    userId,
    ...Object.fromEntries(PASSWORD_ALIASES.map((name) => [name, password])),
  })),
  misplaced('whose user id stands in the query', ({ password }) => ({ password }), 'in the query'),
  misplaced('whose password stands in the query', ({ userId }) => ({ userId }), 'in the query'),
];

/** @param elsewhere the query has both: whoever takes one from there may take the other from the body */
function misplaced(
  phrase: string,
  body: (right: ReturnType<typeof credentialsOf>) => object,
  elsewhere?: 'in the query',
): CkstackVariation {
  return {
    phrase,
    build: (login) => {
      const plain = draftOf(login, { label: phrase, body: jsonBytes(body(credentialsOf(login))) });
      return elsewhere ? { ...plain, path: withCredentials(plain.path, login) } : plain;
    },
  };
}

function withCredentials(path: string, login: CkstackLogin): string {
  const pairs = Object.entries(credentialsOf(login)).map(
    ([name, value]) => `${name}=${percentEncoded(value)}`,
  );
  return `${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
