import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createServer } from '../../src/provider/server.js';
import { assertSound, type Json } from './support/answers.js';
import { postToken, ROOT, tokenDocument } from './support/requests.js';

/** The documented members and their types: the example of the document, its values replaced by their kind. */
const LIFE = { status: 'integer', create: 'integer', update: 'integer' };
const CONTACT = {
  address1: 'string',
  address2: 'string',
  zipCode: 'string',
  emailAddress: 'string',
  phoneNumber: 'string',
  mobilePhoneNumber: 'string',
  faxNumber: 'string',
};
const USER = {
  id: 'string',
  userId: 'string',
  name: 'string',
  nickname: 'string',
  ...CONTACT,
  emailConfirm: 'boolean',
  description: 'string',
  file: 'object',
  lastLoginDate: 'integer',
  changePasswordDate: 'integer',
  loginFailCount: 'integer',
  extra: 'object',
  ...LIFE,
};
const COMPANY = {
  id: 'string',
  name: 'string',
  managerName: 'string',
  ...CONTACT,
  description: 'string',
  file: 'object',
  extra: 'object',
  ...LIFE,
  groups: 'array',
};
const GROUP = { id: 'string', name: 'string', description: 'string', ...LIFE, menus: 'array' };
const MENU = {
  id: 'string',
  menuType: 'integer',
  name: 'string',
  alias: 'string',
  domain: 'string',
  urlPath: 'string',
  listOrder: 'integer',
  extra: 'object',
  ...LIFE,
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function kinds(record: object): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, kindOf(value)]));
}

describe('ckstack-token: a login with right credentials', () => {
  const now = new Date('2026-03-04T05:06:07.890Z');
  const app = createServer({ now: () => now });
  const login = (request: Parameters<typeof postToken>[1] = {}) =>
    postToken(app, { date: now.toUTCString(), ...request });

  test('is answered by S000001 with token and expiry (CK-01, CK-04 to CK-07)', async () => {
    const answer = await login();
    assert.equal(answer.status, 200);
    assertSound(answer, [ROOT.password, tokenDocument('', ROOT.password).password]);
    const { ckError, ckMessage, token, user }: Json = answer.json();
    assert.equal(ckError, 'S000001');
    assert.equal(ckMessage, '성공');
    assert.match(token.token, /^[0-9a-f]{32}$/);
    assert.equal(token.expireDate, Date.parse('2026-03-04T07:06:07Z') / 1000);
    assert.equal(user.userId, ROOT.userId);
    assert.match(user.id, /^[0-9a-f]{32}$/);
  });

  test('carries every documented member with its documented type (CK-08 to CK-10)', async () => {
    const { user, company }: Json = (await login()).json();
    assert.deepEqual(kinds(user), USER);
    assert.deepEqual(kinds(company[0]), COMPANY);
    assert.deepEqual(kinds(company[0].groups[0]), GROUP);
    assert.deepEqual(kinds(company[0].groups[0].menus[0]), MENU);
  });

  test('without tid there is no ckTid (CK-03)', async () => {
    assert.ok(!('ckTid' in (await login()).json()));
  });

  test('tokens differ from login to login and from user to user (CK-27)', async () => {
    const other = tokenDocument('normal@example.com', 'Silent+Meadow+35+Arch');
    const answers = [await login(), await login(), await login({ document: other })];
    assert.equal(new Set(answers.map((answer) => answer.json().token.token)).size, 3);
  });

  test('sixteen at once each get their own user and tid (CK-28)', async () => {
    const people = Array.from({ length: 16 }, (_, index) =>
      index % 2
        ? ROOT
        : {
            userId: 'guest@example.com',
            password:
              'Crimson_Pebble_82_Isle? and a gate that nobody has opened since the dry summer of the swifts',
          },
    );
    const answers = await Promise.all(
      people.map(({ userId, password }, index) =>
        login({ url: `/token?tid=t-${index}`, document: tokenDocument(userId, password) }),
      ),
    );
    answers.forEach((answer, index) => {
      const { ckTid, user }: Json = answer.json();
      assert.deepEqual([ckTid, user.userId], [`t-${index}`, people[index]?.userId]);
    });
  });
});

const TIDS: readonly [onTheWire: string, tid: string][] = [
  ['tid=1542080764', '1542080764'],
  [`tid=${'x'.repeat(256)}`, 'x'.repeat(256)],
  [`tid=${encodeURIComponent('거래-☃-😀')}`, '거래-☃-😀'],
  ['tid=%e2%98%83', '☃'],
  ['tid=a%20b%2Bc%26d%3De%25', 'a b+c&d=e%'],
  ['other=1&tid=7', '7'],
  ['tid=%EF%BB%BFbom', '\ufeffbom'],
  ['tid=%00%0A%22%5C', '\0\n"\\'],
  ['tid=', ''],
  ['tid=first&tid=second', 'first'],
];

describe('ckstack-token: tid', () => {
  const app = createServer();
  for (const [query, tid] of TIDS) {
    test(`${query.slice(0, 40)} comes back to the character (CK-02)`, async () => {
      const good = await postToken(app, { url: `/token?${query}` });
      assert.equal(good.json().ckError, 'S000001');
      assert.equal(good.json().ckTid, tid);
      const bad = await postToken(app, {
        url: `/token?${query}`,
        document: tokenDocument(ROOT.userId, 'wrong'),
      });
      assert.equal(bad.json().ckError, 'E000401');
      assert.equal(bad.json().ckTid, tid);
    });
  }

  test('one that is no percent-encoding is answered all the same (CK-23)', async () => {
    for (const query of ['tid=%', 'tid=%zz', 'tid=%ff%fe', '%zz=1', '=&&=', 'tid[]=1']) {
      const answer = await postToken(app, { url: `/token?${query}` });
      assert.equal(answer.json().ckError, 'S000001', query);
    }
  });
});
