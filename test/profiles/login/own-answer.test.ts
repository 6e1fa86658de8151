import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Exchange, OutgoingRequest } from '../../../src/http/exchange.js';
import { evaluateExchange } from '../../support/profiles.js';
import {
  answered,
  ckstackRequest,
  ckstackSuccess,
  esignonRequest,
  esignonSuccess,
  failed,
  type Json,
} from './sample-exchanges.js';

const request = esignonRequest();
let tokenRequest: OutgoingRequest;
before(async () => {
  tokenRequest = await ckstackRequest();
});

const ownAnswer = (clause: 'ES-25' | 'CK-28', exchange: Exchange) =>
  evaluateExchange(exchange).checkOwnAnswer(clause, 'MUST');
const esignon = (change: (answer: Json) => void) => {
  const body = esignonSuccess();
  change(body);
  return ownAnswer('ES-25', answered(request, { body }));
};
const ckstack = (change: (answer: Json) => void) => {
  const body = ckstackSuccess();
  change(body);
  return ownAnswer('CK-28', answered(tokenRequest, { body }));
};

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
    test(`eSignon, ${what}: ${held}`, () => assert.equal(esignon(change).held, held));
  }

  const tokens: readonly (readonly [what: string, change: (answer: Json) => void, held: boolean])[] = [
    ['an answer of its own', () => {}, true],
    ["another user's", (a) => (a.user.userId = 'haru@example.com'), false],
    ["another login's transaction id", (a) => (a.ckTid = 'tid-2'), false],
    ['no token', (a) => delete a.token, false],
  ];
  for (const [what, change, held] of tokens) {
    test(`ckstack, ${what}: ${held}`, () => assert.equal(ckstack(change).held, held));
  }

  test('no answer at all is a violation too', () => {
    assert.equal(ownAnswer('ES-25', failed(request)).held, false);
  });

  test('an answer to a request of which nothing is known is nobody’s own', () => {
    const stranger = ({ facts: _, ...unknown }: OutgoingRequest): OutgoingRequest => unknown;
    assert.equal(ownAnswer('ES-25', answered(stranger(request), { body: esignonSuccess() })).held, false);
    assert.equal(
      ownAnswer('CK-28', answered(stranger(tokenRequest), { body: ckstackSuccess() })).held,
      false,
    );
  });
});

describe('what an answer that is not the own one of its login says (ES-25, CK-28)', () => {
  test('the member that is foreign', () => {
    assert.deepEqual(
      esignon((a) => (a.body.memb_email = 'joon@example.com')),
      {
        clause: 'ES-25',
        level: 'MUST',
        held: false,
        expected: 'body.memb_email is "mina@example.com"',
        kind: 'foreign-body-memb-email',
        actual: '"joon@example.com"',
      },
    );
    assert.equal(esignon((a) => (a.body.comp_id = 'other')).expected, 'body.comp_id is "acme"');
    assert.equal(
      ckstack((a) => (a.user.userId = 'haru@example.com')).expected,
      'user.userId is "sora@example.com"',
    );
    assert.deepEqual(
      ckstack((a) => (a.ckTid = 'tid-2')),
      {
        clause: 'CK-28',
        level: 'MUST',
        held: false,
        kind: 'foreign-cktid',
        expected: 'ckTid is "tid-1"',
        actual: '"tid-2"',
      },
    );
  });

  test('that there is no token', () => {
    const { expected, actual } = ckstack((a) => delete a.token);
    assert.equal(expected, 'each of the simultaneous logins gets a token');
    assert.equal(actual, 'HTTP 200, no token');
  });

  test('nothing, where another clause has no JSON or no body', () => {
    const none = { clause: 'ES-25', level: 'MUST', held: true };
    assert.deepEqual(
      esignon((a) => delete a.body),
      none,
    );
    const cut = answered(request, { body: '{"header":{"result_code":"00"}' });
    assert.deepEqual(ownAnswer('ES-25', cut), none);
    const ofCkstack = answered(tokenRequest, { body: '{"ckError":"S000001"' });
    assert.deepEqual(ownAnswer('CK-28', ofCkstack), { ...none, clause: 'CK-28' });
  });

  test('a refusal without a body is a violation all the same', () => {
    const refused = esignon((a) => {
      a.header.result_code = '99';
      delete a.body;
    });
    assert.equal(refused.held, false);
    assert.equal(ownAnswer('CK-28', answered(tokenRequest, { body: '<p>' })).held, false);
  });

  test('type and case are a matter of other clauses', () => {
    assert.equal(ckstack((a) => (a.user.userId = 'SORA@example.com')).held, true);
    assert.equal(esignon((a) => (a.body.comp_id = 'ACME')).held, true);
  });
});
