import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import {
  answered,
  ckstackRefusal,
  ckstackRequest,
  ckstackSuccess,
  failed,
  type Json,
  lookedAt,
  NOW,
  violatedIn,
  withFacts,
} from '../login/sample-exchanges.js';
import { PASSWORD, sha256 } from '../login/sample-logins.js';

/** A change to a good answer, and the clauses that it violates: none where both are right. */
type Row = readonly [what: string, change: (answer: Json) => void, violated: readonly string[]];

const SECONDS = Math.floor(NOW.getTime() / 1000);
const YEAR = 365.25 * 86_400;

const SUCCESSES: readonly Row[] = [
  ['it is as the document has it', () => {}, []],
  ['it has further members', (a) => Object.assign(a, { x: 1, user: { ...a.user, y: null } }), []],
  ['ckTid is another', (a) => (a.ckTid = 'tid-2'), ['CK-02']],
  ['ckTid is in other case', (a) => (a.ckTid = 'TID-1'), ['CK-02']],
  ['ckTid is missing', (a) => delete a.ckTid, ['CK-02']],
  ['ckMessage is missing', (a) => delete a.ckMessage, ['CK-04']],
  ['ckMessage is null', (a) => (a.ckMessage = null), ['CK-04']],
  ['ckMessage is empty', (a) => (a.ckMessage = ''), []],
  ['ckError is missing beside a token', (a) => delete a.ckError, ['CK-01']],
  ['token is empty', (a) => (a.token.token = ''), ['CK-05']],
  ['token is missing', (a) => delete a.token.token, ['CK-05']],
  ['expireDate is in milliseconds', (a) => (a.token.expireDate *= 1000), ['CK-06']],
  ['expireDate is a string', (a) => (a.token.expireDate = String(SECONDS + 60)), ['CK-06']],
  ['expireDate is a fraction', (a) => (a.token.expireDate = SECONDS + 60.5), ['CK-06']],
  ['expireDate is past', (a) => (a.token.expireDate = SECONDS - 60), ['CK-06']],
  ['expireDate is nine years ahead', (a) => (a.token.expireDate = Math.floor(SECONDS + 9 * YEAR)), []],
  [
    'expireDate is eleven years ahead',
    (a) => (a.token.expireDate = Math.floor(SECONDS + 11 * YEAR)),
    ['CK-06'],
  ],
  ['expireDate is missing', (a) => delete a.token.expireDate, ['CK-06']],
  ['userId is somebody else', (a) => (a.user.userId = 'haru@example.com'), ['CK-07']],
  ['userId is missing', (a) => delete a.user.userId, ['CK-07', 'CK-08 SHOULD']],
  ['id is empty', (a) => (a.user.id = ''), ['CK-07']],
  ['id is a number', (a) => (a.user.id = 7), ['CK-07']],
  ['a member of the user is missing', (a) => delete a.user.nickname, ['CK-08 SHOULD']],
  ['a string of the user is null', (a) => (a.user.nickname = null), ['CK-08']],
  ['a boolean of the user is a string', (a) => (a.user.emailConfirm = 'true'), ['CK-08']],
  ['an integer of the user is a string', (a) => (a.user.loginFailCount = '0'), ['CK-08']],
  ['an object of the user is a string', (a) => (a.user.extra = ''), ['CK-08']],
  ['company is missing', (a) => delete a.company, ['CK-09']],
  ['company is an object', (a) => (a.company = {}), ['CK-09']],
  ['company is empty', (a) => (a.company = []), []],
  ['a company has no groups', (a) => delete a.company[0].groups, ['CK-09']],
  ['the groups of a company are empty', (a) => (a.company[0].groups = []), []],
  ['a company has no name', (a) => delete a.company[0].name, ['CK-09']],
  ['a group has no menus', (a) => delete a.company[0].groups[0].menus, ['CK-09']],
  ['the menus of a group are empty', (a) => (a.company[0].groups[0].menus = []), []],
  ['a menu has no name', (a) => (a.company[0].groups[0].menus = [{}]), ['CK-09']],
  ['the name of a menu is a number', (a) => (a.company[0].groups[0].menus[0].name = 1), ['CK-09']],
  ['a member of a company has another type', (a) => (a.company[0].description = 5), ['CK-10']],
  ['a member of a group is null', (a) => (a.company[0].groups[0].description = null), ['CK-10']],
  [
    'a member of a menu has another type',
    (a) => (a.company[0].groups[0].menus[0].listOrder = '1'),
    ['CK-10'],
  ],
];

const REFUSALS: readonly Row[] = [
  ['it is as the document has it', () => {}, []],
  ['it has further members', (a) => (a.detail = { token: null }), []],
  ['ckError is a number', (a) => (a.ckError = 401), ['CK-18']],
  ['ckMessage is missing', (a) => delete a.ckMessage, ['CK-18']],
  ['ckMessage is null', (a) => (a.ckMessage = null), ['CK-18']],
  ['a token stands in it', (a) => (a.token = { token: 'tok-1' }), ['CK-18']],
  ['a token stands in it by itself', (a) => (a.token = 'tok-1'), ['CK-18']],
  ['its token is empty', (a) => (a.token = { token: '' }), []],
  ['its token is an empty object', (a) => (a.token = {}), []],
  ['ckError is empty', (a) => (a.ckError = ''), ['CK-18']],
];

describe('ckstack', () => {
  let valid: OutgoingRequest;
  let wrong: OutgoingRequest;
  let malformed: OutgoingRequest;

  before(async () => {
    valid = await ckstackRequest();
    wrong = withFacts(valid, { valid: false, wrongCredentials: true });
    malformed = withFacts(valid, { valid: false, wrongCredentials: false });
  });

  describe('a success of which', () => {
    for (const [what, change, clauses] of SUCCESSES) {
      test(`${what}: ${clauses.join(', ') || 'nothing'} is violated`, () => {
        const body = ckstackSuccess();
        change(body);
        assert.deepEqual(violatedIn(answered(valid, { body })), clauses);
      });
    }

    test('the HTTP status is another than 200', () => {
      for (const status of [201, 400, 500]) {
        assert.deepEqual(violatedIn(answered(valid, { status, body: ckstackSuccess() })), ['CK-01']);
      }
    });
  });

  describe('a refusal of which', () => {
    for (const [what, change, clauses] of REFUSALS) {
      test(`${what}: ${clauses.join(', ') || 'nothing'} is violated`, () => {
        const body = ckstackRefusal();
        change(body);
        assert.deepEqual(violatedIn(answered(wrong, { body })), clauses);
      });
    }

    test('the transaction id is a MUST on refused credentials, else a SHOULD', () => {
      const body = { ...ckstackRefusal(), ckTid: 'tid-2' };
      assert.deepEqual(violatedIn(answered(wrong, { body })), ['CK-02']);
      assert.deepEqual(violatedIn(answered(malformed, { body })), ['CK-02 SHOULD']);
    });
  });

  describe('HTTP and JSON', () => {
    for (const status of [200, 400, 401, 404, 422]) {
      test(`a refusal may have the status ${status}`, () => {
        assert.deepEqual(violatedIn(answered(wrong, { status, body: ckstackRefusal() })), []);
      });
    }
    for (const status of [301, 307, 500, 502]) {
      test(`a refusal may not have the status ${status}`, () => {
        assert.deepEqual(violatedIn(answered(wrong, { status, body: ckstackRefusal() })), ['CK-23']);
      });
    }

    test('a body that is no JSON, and one that is announced otherwise', () => {
      assert.deepEqual(violatedIn(answered(wrong, { body: '<p>' })), ['CK-31']);
      const headers = [['Content-Type', 'text/plain']] as const;
      assert.deepEqual(violatedIn(answered(wrong, { body: ckstackRefusal(), headers })), ['CK-31 SHOULD']);
    });

    test("no answer to a client's mistake violates the clause on the status", () => {
      assert.deepEqual(violatedIn(failed(wrong)), ['CK-23']);
    });

    test('of other methods and media types the password alone is judged', () => {
      const other = answered({ ...wrong, method: 'PUT' }, { status: 500, body: '<p>' });
      assert.deepEqual(lookedAt(other), ['CK-11']);
    });

    test('a request over 16 KiB may be refused for its size in any form', () => {
      const large = { ...malformed, body: Buffer.alloc(20_000) };
      assert.deepEqual(violatedIn(answered(large, { status: 413, body: '<p>' })), []);
      assert.deepEqual(violatedIn(answered(malformed, { status: 413, body: '<p>' })), ['CK-31']);
    });
  });

  describe('without a transaction id (CK-03)', () => {
    const values: readonly (readonly [value: unknown, violated: readonly string[]])[] = [
      [undefined, []],
      ['', []],
      ['server-made', []],
      [null, ['CK-03']],
      [0, ['CK-03']],
    ];
    for (const [ckTid, clauses] of values) {
      test(`ckTid ${JSON.stringify(ckTid)}: ${clauses.join() || 'nothing'} is violated`, () => {
        const { tid: _, ...sent } = valid.facts?.sent ?? {};
        const facts = { ...(valid.facts ?? { valid: true, account: null, passwords: [] }), sent };
        const body = { ...ckstackSuccess(), ckTid };
        assert.deepEqual(violatedIn(answered({ ...valid, facts }, { body })), clauses);
      });
    }
  });

  describe('the password and its hash (CK-11)', () => {
    for (const [what, secret] of [
      ['the password', PASSWORD],
      ['its SHA-256 in small letters', sha256(PASSWORD)],
      ['its SHA-256 in capitals', sha256(PASSWORD).toUpperCase()],
      ['its SHA-256 in base64', sha256(PASSWORD, 'base64')],
    ] as const) {
      test(`${what} comes back`, () => {
        const body = { ...ckstackRefusal(), ckMessage: `not ${secret}` };
        assert.deepEqual(violatedIn(answered(wrong, { body })), ['CK-11']);
      });
    }
  });
});
