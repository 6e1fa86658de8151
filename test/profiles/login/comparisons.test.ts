import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import {
  mediaTypeRefused,
  methodRefused,
  ownAnswer,
  tokensDiffer,
} from '../../../src/profiles/login/comparisons.js';
import { evaluateExchange } from '../../../src/profiles/login/evaluated-exchange.js';
import {
  answered,
  ckstackRequest,
  ckstackSuccess,
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  evaluated,
  failed,
  type Json,
} from './sample-exchanges.js';

const request = esignonRequest();
let tokenRequest: OutgoingRequest;
before(async () => {
  tokenRequest = await ckstackRequest();
});

const login = (change: (answer: Json) => void = () => {}) => {
  const body = esignonSuccess();
  change(body);
  return evaluated(request, { body });
};
const token = (change: (answer: Json) => void = () => {}) => {
  const body = ckstackSuccess();
  change(body);
  return evaluated(tokenRequest, { body });
};

describe('tokens of two users (ES-24, CK-27)', () => {
  test('the same token is a violation, two tokens are none', () => {
    const other = login((a) => (a.body.access_token = 'another-token'));
    assert.equal(tokensDiffer('ES-24', login(), login())?.held, false);
    assert.equal(tokensDiffer('ES-24', login(), other)?.held, true);
    assert.equal(tokensDiffer('CK-27', token(), token())?.held, false);
    assert.equal(
      tokensDiffer(
        'CK-27',
        token(),
        token((a) => (a.token.token = 'b')),
      )?.held,
      true,
    );
  });

  test('where one has no token, nothing is compared', () => {
    for (const change of [
      (a: Json) => delete a.body.access_token,
      (a: Json) => (a.body.access_token = ''),
      (a: Json) => (a.body.access_token = 7),
    ]) {
      assert.equal(tokensDiffer('ES-24', login(change), login()), null);
      assert.equal(tokensDiffer('ES-24', login(), login(change)), null);
    }
    assert.equal(tokensDiffer('ES-24', evaluateExchange(failed(request)), login()), null);
  });
});

describe('simultaneous logins (ES-25, CK-28)', () => {
  const rows: readonly (readonly [what: string, change: (answer: Json) => void, held: boolean])[] = [
    ['an answer of its own', () => {}, true],
    ['the e-mail in other case', (a) => (a.body.memb_email = 'MINA@EXAMPLE.COM'), true],
    ["another user's e-mail", (a) => (a.body.memb_email = 'joon@example.com'), false],
    ['another company', (a) => (a.body.comp_id = 'other'), false],
    ['no token', (a) => (a.body.access_token = ''), false],
    ['a refusal', (a) => (a.header.result_code = '99'), false],
  ];
  for (const [what, change, held] of rows) {
    test(`eSignon, ${what}: ${held}`, () => assert.equal(ownAnswer('ES-25', login(change)).held, held));
  }

  const tokens: readonly (readonly [what: string, change: (answer: Json) => void, held: boolean])[] = [
    ['an answer of its own', () => {}, true],
    ["another user's", (a) => (a.user.userId = 'haru@example.com'), false],
    ["another login's transaction id", (a) => (a.ckTid = 'tid-2'), false],
    ['no token', (a) => delete a.token, false],
  ];
  for (const [what, change, held] of tokens) {
    test(`ckstack, ${what}: ${held}`, () => assert.equal(ownAnswer('CK-28', token(change)).held, held));
  }

  test('no answer at all is a violation too', () => {
    assert.equal(ownAnswer('ES-25', evaluateExchange(failed(request))).held, false);
  });
});

describe('other methods (ES-22, CK-22)', () => {
  for (const [status, held] of [
    [404, true],
    [405, true],
    [501, true],
    [400, true],
    [200, false],
    [302, false],
    [415, false],
    [500, false],
  ] as const) {
    test(`HTTP ${status}: ${held}`, () => {
      const check = methodRefused(
        'ES-22',
        evaluateExchange(answered({ ...request, method: 'PUT' }, { status })),
      );
      assert.deepEqual([check.level, check.held], ['SHOULD', held]);
    });
  }

  test('no answer is no refusal', () => {
    assert.equal(
      methodRefused('CK-22', evaluateExchange(failed({ ...tokenRequest, method: 'PUT' }))).held,
      false,
    );
  });
});

describe('other media types (ES-31)', () => {
  for (const [what, status, body, held] of [
    ['415', 415, '<p>', true],
    ['a refusal', 200, esignonRefusal('99'), true],
    ['404', 404, '', true],
    ['a token', 200, esignonSuccess(), false],
    ['500', 500, esignonRefusal('99'), false],
  ] as const) {
    test(`${what}: ${held}`, () => {
      const check = mediaTypeRefused(evaluateExchange(answered(request, { status, body })));
      assert.deepEqual([check.clause, check.level, check.held], ['ES-31', 'SHOULD', held]);
    });
  }
});
