import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ODD_PASSWORD, ODD_USER_IDS } from '../../../../src/profiles/ckstack/requests/odd-credentials.js';
import { CKSTACK_RENAMED_CREDENTIALS } from '../../../../src/profiles/ckstack/requests/stray-credentials.js';
import {
  ckstackDraft,
  ckstackLogin,
  PASSWORD,
  sha256,
  strictJson,
  USER_ID,
} from '../../login/sample-logins.js';

const ACCOUNT = `ckstack ${USER_ID}`;
const RIGHT = { userId: USER_ID, password: sha256(PASSWORD) };

describe('ckstack: credentials under another name (CK-16)', () => {
  test('the right value stands under a name with a capital, and counts as a failed login', () => {
    const drafts = CKSTACK_RENAMED_CREDENTIALS.map(({ phrase }) => ckstackDraft(phrase));
    assert.deepEqual(
      drafts.map((draft) => [strictJson(draft), draft.account]),
      [
        [{ UserId: RIGHT.userId, password: RIGHT.password }, ACCOUNT],
        [{ userId: RIGHT.userId, Password: RIGHT.password }, ACCOUNT],
      ],
    );
  });
});

describe('ckstack: credentials in another place (CK-16)', () => {
  for (const [member, phrase] of [
    ['userId', 'with the user id under other names'],
    ['password', 'with the password under other names'],
  ] as const) {
    test(phrase, () => {
      const draft = ckstackDraft(phrase);
      const { [member]: missing, ...others } = strictJson(draft) as Record<string, unknown>;
      assert.equal(missing, undefined);
      assert.deepEqual(new Set(Object.values(others)), new Set(Object.values(RIGHT)));
      assert.deepEqual([draft.valid, draft.wrongCredentials, draft.account], [false, false, ACCOUNT]);
    });
  }

  for (const [member, phrase] of [
    ['userId', 'with the user id in the query'],
    ['password', 'with the password in the query'],
  ] as const) {
    test(phrase, () => {
      const login = ckstackLogin({ passwordEncoding: 'base64', tid: undefined });
      const right: Record<string, string> = { ...RIGHT, password: sha256(PASSWORD, 'base64') };
      const draft = ckstackDraft(phrase, login);
      const { [member]: _, ...others } = right;
      assert.deepEqual(strictJson(draft), others);
      assert.deepEqual(Object.fromEntries(new URL(draft.path, 'http://h').searchParams), right);
      assert.match(ckstackDraft(phrase).path, /^\/token\?tid=tid-1&userId=/);
    });
  }
});

describe('ckstack: odd credentials (CK-12, CK-13, CK-23)', () => {
  for (const { phrase } of ODD_USER_IDS) {
    test(phrase, () => {
      const draft = ckstackDraft(phrase);
      const { userId, password } = strictJson(draft) as typeof RIGHT;
      assert.equal(password, RIGHT.password);
      const [, length] = /has (\d+) characters$/.exec(phrase) ?? [];
      if (length !== undefined) assert.equal(userId.length, Number(length));
      assert.equal(/[\u{10000}-\u{10ffff}]/u.test(userId), phrase.includes('emoji'));
      assert.equal(userId.endsWith('\\'), phrase.includes('backslash'));
      assert.deepEqual(
        [draft.userId, draft.account, draft.valid, draft.wrongCredentials],
        [userId, null, false, false],
      );
    });
  }

  for (const passwordEncoding of ['hex', 'base64'] as const) {
    test(`a digest that ends oddly is no digest to a decoder either (${passwordEncoding})`, () => {
      const draft = ckstackDraft(ODD_PASSWORD.phrase, ckstackLogin({ passwordEncoding }));
      const { password } = strictJson(draft) as typeof RIGHT;
      assert.match(password, /😀\\$/u);
      assert.ok(Buffer.from(password, passwordEncoding).length < 32);
      assert.ok(draft.passwords.includes(password) && draft.passwords.includes(PASSWORD));
      assert.deepEqual([draft.account, draft.valid], [ACCOUNT, false]);
    });
  }
});
