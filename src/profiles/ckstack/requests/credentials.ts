import { createHash } from 'node:crypto';
import { ATTACK_VALUES } from '../../login/attack-values.js';
import { NEAR_DIGEST_TEXTS, NEAR_NAMES, NEAR_SECRETS } from '../../login/near/near-credentials.js';
import { WRONG_PASSWORDS } from '../../login/wrong-passwords.js';
import type { NotApplicable } from '../../profile.js';
import {
  type CkstackDraft,
  type CkstackLogin,
  type CkstackVariation,
  credentialsOf,
  digestOf,
  draftOf,
  jsonBytes,
} from './login.js';

/** Digests of wrong passwords, near to and far from the right one (CK-12). */
export const CKSTACK_WRONG_PASSWORDS: readonly CkstackVariation[] = [
  ...WRONG_PASSWORDS.map(
    ({ phrase, of }): CkstackVariation => ({
      phrase,
      build: (login) => {
        const wrong = of(login.password, { other: login.otherPassword, nonce: login.nonce });
        if (typeof wrong !== 'string') return wrong;
        return withPassword(login, phrase, digestOf(wrong, login.passwordEncoding), [wrong]);
      },
    }),
  ),
  {
    phrase: 'with the right digest, characters near its end changed',
    build: (login) => {
      const right = digestOf(login.password, login.passwordEncoding);
      const end = right.slice(-8, -4) === '0000' ? '1111' : '0000';
      return withPassword(
        login,
        'the end of the digest is changed',
        `${right.slice(0, -8)}${end}${right.slice(-4)}`,
        [],
      );
    },
  },
  {
    phrase: 'with the right digest, its last bit flipped',
    build: (login) => {
      // In the bytes: base64 leaves some bits of its last character unused.
      const bytes = Buffer.from(digestOf(login.password, login.passwordEncoding), login.passwordEncoding);
      const last = bytes.length - 1;
      bytes[last] = (bytes[last] ?? 0) ^ 1;
      return withPassword(
        login,
        'the last bit of the digest is flipped',
        bytes.toString(login.passwordEncoding),
        [],
      );
    },
  },
  {
    phrase: 'with the digest of the right password, its last character replaced',
    build: (login) => {
      const characters = [...login.password];
      const wrong = [...characters.slice(0, -1), characters.at(-1) === '7' ? '8' : '7'].join('');
      return withPassword(
        login,
        'the password differs in its last character',
        digestOf(wrong, login.passwordEncoding),
        [wrong],
      );
    },
  },
];

/** Digests of passwords that a careless comparison mistakes for the right one (CK-12). */
export const CKSTACK_NEAR_PASSWORDS: readonly CkstackVariation[] = NEAR_SECRETS.map(({ once, of }) => ({
  phrase: `with a password that is right once ${once}`,
  build: (login) => {
    const wrong = of(login.password);
    if (typeof wrong !== 'string') return wrong;
    const label = `with a password that is right once ${once}`;
    return withPassword(login, label, digestOf(wrong, login.passwordEncoding), [wrong]);
  },
}));

/** Digests that a careless comparison mistakes for the right one (CK-12). */
export const NEAR_DIGESTS: readonly CkstackVariation[] = [
  ...NEAR_DIGEST_TEXTS.map(({ once, of }) => wrongDigest(`with a digest that is right once ${once}`, of)),
  wrongDigest('with the first half of the right digest', (right) => right.slice(0, right.length / 2)),
  wrongDigest('with the right digest, its second half replaced', (right) =>
    halved(right, (first, second) => first + reversed(second)),
  ),
  wrongDigest('with the right digest, its first half replaced', (right) =>
    halved(right, (first, second) => reversed(first) + second),
  ),
  wrongDigest('with the right digest reversed', reversed),
  wrongDigest('with the digest of an empty text', (_, login) => digestOf('', login.passwordEncoding)),
  wrongDigest('with the digest of the own user id', (_, login) =>
    digestOf(login.userId, login.passwordEncoding),
  ),
  wrongDigest('with the digest of the right digest', (right, login) =>
    digestOf(right, login.passwordEncoding),
  ),
  wrongDigest('with the MD5 of the right password', (_, login) => hashed('md5', login)),
  wrongDigest('with the SHA-1 of the right password', (_, login) => hashed('sha1', login)),
  wrongDigest('with the SHA-512 of the right password', (_, login) => hashed('sha512', login)),
];

function wrongDigest(
  phrase: string,
  of: (right: string, login: CkstackLogin) => string | NotApplicable,
): CkstackVariation {
  return {
    phrase,
    build: (login) => {
      const wrong = of(digestOf(login.password, login.passwordEncoding), login);
      return typeof wrong === 'string' ? withPassword(login, phrase, wrong, []) : wrong;
    },
  };
}

function halved(text: string, join: (first: string, second: string) => string): string {
  const middle = text.length / 2;
  return join(text.slice(0, middle), text.slice(middle));
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

function hashed(name: string, { password, passwordEncoding }: CkstackLogin): string {
  return createHash(name).update(password).digest(passwordEncoding);
}

/** User ids that a careless comparison mistakes for a known one (CK-13). */
export const NEAR_USER_IDS: readonly CkstackVariation[] = NEAR_NAMES.map(({ once, of }) => ({
  phrase: `with a user id that is known once ${once}`,
  build: (login) => {
    const userId = of(login.userId);
    if (typeof userId !== 'string') return userId;
    return strangerDraft(login, `with a user id that is known once ${once}`, userId);
  },
}));

/** Users that do not exist (CK-13): far from a real one and near to it. */
export const UNKNOWN_USERS: readonly CkstackVariation[] = [
  unknownUser('as a user who does not exist', ({ nonce }) => `nobody-${nonce}@example.com`),
  unknownUser('with a +tag added to a known user id', ({ userId, nonce }) =>
    userId.replace(/(?=@[^@]*$)|$/, `+${nonce}`),
  ),
  unknownUser('with extra text appended to a known user id', ({ userId, nonce }) => `${userId}.${nonce}`),
  {
    phrase: 'with a known user id, one letter replaced by _',
    build: (login) => {
      // The last letter before the @: whole ids may be compared by LIKE, to ignore their case.
      const userId = login.userId.replace(/\p{L}(?=[^\p{L}@]*(?:@[^@]*)?$)/u, '_');
      if (userId === login.userId) return { notApplicable: 'the user id has no letter' };
      return strangerDraft(login, 'one letter of the user id is replaced by _', userId);
    },
  },
];

/** The plain password instead of its digest (CK-15). */
export const PLAIN_PASSWORD: CkstackVariation = {
  phrase: 'with the plain password instead of its SHA-256 digest',
  build: (login) =>
    withPassword(login, 'the password is sent in plain text, not as its SHA-256 digest', login.password, []),
};

/** `userId` or `password` missing, null, empty or not a string (CK-16). */
export const CKSTACK_CREDENTIAL_FAULTS: readonly CkstackVariation[] = (
  ['userId', 'password'] as const
).flatMap((member) => {
  const name = member === 'userId' ? 'user id' : 'password';
  const change = (
    phrase: string,
    edit: (credentials: Record<string, unknown>) => void,
  ): CkstackVariation => ({
    phrase,
    build: (login) => {
      const credentials: Record<string, unknown> = credentialsOf(login);
      edit(credentials);
      return draftOf(login, {
        label: phrase,
        body: jsonBytes(credentials),
        ...(member === 'userId' ? { account: null } : {}),
      });
    },
  });
  return [
    change(`without a ${name}`, (credentials) => delete credentials[member]),
    ...(
      [
        ['null', null],
        ['empty', ''],
        ['a number', 12345678],
        ['true', true],
        ['false', false],
        ['zero', 0],
        ['a negative number', -1],
        ['a fraction', 1.5],
        ['an empty object', {}],
        ['an empty array', []],
      ] as const
    ).map(([words, value]) =>
      change(`whose ${name} is ${words}`, (credentials) => {
        credentials[member] = value;
      }),
    ),
  ];
});

/** Credentials given as operators, injections and oversized values (CK-26). */
export const CKSTACK_ATTACKS: readonly CkstackVariation[] = (['password', 'userId'] as const).flatMap(
  (member) =>
    ATTACK_VALUES.map(({ words, json }): CkstackVariation => {
      const phrase = `whose ${member === 'userId' ? 'user id' : 'password'} is ${words}`;
      return {
        phrase,
        build: (login) => {
          const right = credentialsOf(login)[member];
          const value = json(right);
          const other = member === 'userId' ? 'password' : 'userId';
          const text = `{"${member}":${value},"${other}":${JSON.stringify(credentialsOf(login)[other])}}`;
          return draftOf(login, {
            label: phrase,
            body: Buffer.from(text),
            ...(member === 'userId' && !value.includes(JSON.stringify(right).slice(1, -1))
              ? { account: null }
              : {}),
          });
        },
      };
    }),
);

function unknownUser(phrase: string, of: (login: CkstackLogin) => string): CkstackVariation {
  return { phrase, build: (login) => strangerDraft(login, phrase, of(login)) };
}

function strangerDraft(login: CkstackLogin, label: string, userId: string): CkstackDraft {
  return draftOf(login, {
    label,
    body: jsonBytes({ ...credentialsOf(login), userId }),
    account: null,
    userId,
    wrongCredentials: true,
  });
}

/** @param before the passwords from which the digest was made, which no answer must show either */
function withPassword(
  login: CkstackLogin,
  label: string,
  sent: string,
  before: readonly string[],
): CkstackDraft {
  const plain = draftOf(login);
  return draftOf(login, {
    label,
    body: jsonBytes({ ...credentialsOf(login), password: sent }),
    passwords: [sent, ...before, ...plain.passwords],
    wrongCredentials: true,
  });
}
