import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  CKSTACK_ATTACKS,
  CKSTACK_CREDENTIAL_FAULTS,
  CKSTACK_WRONG_PASSWORDS,
  PLAIN_PASSWORD,
  UNKNOWN_USERS,
} from '../../../../src/profiles/ckstack/requests/credentials.js';
import {
  ckstackDraft,
  ckstackLogin,
  NONCE,
  OTHER_PASSWORD,
  PASSWORD,
  sha256,
  strictJson,
  textOf,
  USER_ID,
} from '../../login/sample-logins.js';

const ACCOUNT = `ckstack ${USER_ID}`;
const RIGHT = { userId: USER_ID, password: sha256(PASSWORD) };

/** The password behind each digest, said apart from the code. */
const WRONG: Readonly<Record<string, string>> = {
  'with a completely different password': `Far-${NONCE}-9`,
  'with the right password minus its last character': 'Zephyr}Quartz{81"Lagoo',
  'with the right password minus its first character': 'ephyr}Quartz{81"Lagoon',
  'with the right password plus one more character': 'Zephyr}Quartz{81"Lagoon7',
  'with a wrong password that starts with the same 8 characters': `Zephyr}Q${NONCE.slice(0, 4)}`,
  'with the right password in upper case': 'ZEPHYR}QUARTZ{81"LAGOON',
  'with the right password in lower case': 'zephyr}quartz{81"lagoon',
  'with the right password, the case of its first letter swapped': 'zephyr}Quartz{81"Lagoon',
  'with a leading space before the right password': ` ${PASSWORD}`,
  'with a trailing space after the right password': `${PASSWORD} `,
  'with the password of another user': OTHER_PASSWORD,
};

describe('ckstack: wrong passwords (CK-12, CK-15)', () => {
  for (const [phrase, wrong] of Object.entries(WRONG)) {
    test(phrase, () => {
      const draft = ckstackDraft(phrase);
      assert.deepEqual(strictJson(draft), { userId: USER_ID, password: sha256(wrong) });
      assert.deepEqual(
        [draft.valid, draft.wrongCredentials, draft.account, draft.tid],
        [false, true, ACCOUNT, 'tid-1'],
      );
      for (const secret of [wrong, sha256(wrong), PASSWORD, RIGHT.password]) {
        assert.ok(draft.passwords.includes(secret));
      }
    });
  }

  test('all are known', () => {
    const near = 'with the right digest, characters near its end changed';
    assert.deepEqual(
      CKSTACK_WRONG_PASSWORDS.map(({ phrase }) => phrase),
      [
        ...Object.keys(WRONG),
        near,
        'with the right digest, its last bit flipped',
        'with the digest of the right password, its last character replaced',
      ],
    );
  });

  test('a password that differs in its last character only', () => {
    const phrase = 'with the digest of the right password, its last character replaced';
    for (const [password, wrong] of [
      [PASSWORD, 'Zephyr}Quartz{81"Lagoo7'],
      ['Quiet-Maple-7', 'Quiet-Maple-8'],
      ['Quiet-Maple-😀', 'Quiet-Maple-7'],
    ] as const) {
      const draft = ckstackDraft(phrase, ckstackLogin({ password }));
      assert.deepEqual(strictJson(draft), { userId: USER_ID, password: sha256(wrong) });
      assert.ok(draft.passwords.includes(wrong) && draft.wrongCredentials && draft.account === ACCOUNT);
    }
  });

  for (const passwordEncoding of ['hex', 'base64'] as const) {
    test(`the digest that is nearly right decodes to other bytes (${passwordEncoding})`, () => {
      const login = ckstackLogin({ passwordEncoding });
      const draft = ckstackDraft('with the right digest, characters near its end changed', login);
      const { password } = strictJson(draft) as { password: string };
      const right = sha256(PASSWORD, passwordEncoding);
      assert.equal(password.length, right.length);
      assert.equal(password.slice(0, -8), right.slice(0, -8));
      assert.ok(!Buffer.from(password, passwordEncoding).equals(Buffer.from(right, passwordEncoding)));
      assert.equal(Buffer.from(password, passwordEncoding).length, 32);
    });

    test(`the digest that differs in its last bit does so once decoded (${passwordEncoding})`, () => {
      const login = ckstackLogin({ passwordEncoding });
      const draft = ckstackDraft('with the right digest, its last bit flipped', login);
      const { password } = strictJson(draft) as { password: string };
      const right = Buffer.from(sha256(PASSWORD, passwordEncoding), passwordEncoding);
      const given = Buffer.from(password, passwordEncoding);
      assert.deepEqual([given.length, given.subarray(0, 31)], [32, right.subarray(0, 31)]);
      assert.equal((given[31] ?? 0) ^ (right[31] ?? 0), 1);
    });
  }

  test('the plain password stands where its digest belongs', () => {
    const draft = ckstackDraft(PLAIN_PASSWORD.phrase);
    assert.deepEqual(strictJson(draft), { userId: USER_ID, password: PASSWORD });
    assert.deepEqual([draft.valid, draft.wrongCredentials, draft.account], [false, true, ACCOUNT]);
  });
});

describe('ckstack: users that do not exist (CK-13)', () => {
  const ids: Readonly<Record<string, string>> = {
    'as a user who does not exist': `nobody-${NONCE}@example.com`,
    'with a +tag added to a known user id': USER_ID.replace('@', `+${NONCE}@`),
    'with extra text appended to a known user id': `${USER_ID}.${NONCE}`,
    'with a known user id, one letter replaced by _': 'sor_@example.com',
  };
  for (const { phrase } of UNKNOWN_USERS) {
    test(phrase, () => {
      const draft = ckstackDraft(phrase);
      assert.deepEqual(strictJson(draft), { ...RIGHT, userId: ids[phrase] });
      assert.deepEqual(
        [draft.valid, draft.wrongCredentials, draft.account, draft.userId],
        [false, true, null, ids[phrase]],
      );
    });
  }

  test('the wildcard stands for a letter, where there is one', () => {
    const phrase = 'with a known user id, one letter replaced by _';
    const idOf = (userId: string) => strictJson(ckstackDraft(phrase, ckstackLogin({ userId })));
    assert.deepEqual(idOf('mina'), { ...RIGHT, userId: 'min_' });
    assert.deepEqual(idOf('mina-7@example.com'), { ...RIGHT, userId: 'min_-7@example.com' });
    assert.throws(() => idOf('4711'), /no letter/);
  });
});

describe('ckstack: credentials that are none (CK-16)', () => {
  for (const { phrase } of CKSTACK_CREDENTIAL_FAULTS) {
    test(phrase, () => {
      const member = phrase.includes('user id') ? 'userId' : 'password';
      const other = member === 'userId' ? 'password' : 'userId';
      const draft = ckstackDraft(phrase);
      const body = strictJson(draft) as Record<string, unknown>;
      assert.equal(body[other], RIGHT[other]);
      assert.ok(typeof body[member] !== 'string' || body[member] === '');
      assert.equal(Object.hasOwn(body, member), !phrase.startsWith('without'));
      assert.deepEqual(
        [draft.valid, draft.wrongCredentials, draft.account],
        [false, false, member === 'userId' ? null : ACCOUNT],
      );
    });
  }
});

describe('ckstack: attacks (CK-26)', () => {
  for (const { phrase } of CKSTACK_ATTACKS) {
    test(phrase, () => {
      const draft = ckstackDraft(phrase);
      const body = strictJson(draft) as typeof RIGHT;
      assert.notDeepEqual(body, RIGHT);
      assert.equal(draft.valid, false);
      assert.equal(draft.account, textOf(draft).includes(USER_ID) ? ACCOUNT : null);
    });
  }

  test('a user id that JSON escapes is still seen in an attack', () => {
    const userId = 'EXAMPLE\\sora';
    const draft = ckstackDraft('whose user id is the right one in an array', ckstackLogin({ userId }));
    assert.deepEqual(strictJson(draft), { userId: [userId], password: RIGHT.password });
    assert.equal(draft.account, `ckstack ${userId}`);
  });
});
