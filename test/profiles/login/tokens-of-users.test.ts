import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import {
  ownAnswer,
  tokenOf,
  tokensDiffer,
  tokensOfUsersDiffer,
} from '../../../src/profiles/login/comparisons.js';
import { evaluateExchange } from '../../../src/profiles/login/evaluated-exchange.js';
import {
  answered,
  ckstackRequest,
  ckstackSuccess,
  esignonRequest,
  esignonSuccess,
  evaluated,
  failed,
  type Json,
  withFacts,
} from './sample-exchanges.js';

/** The login of a user, answered with this token. */
function login(user: string, token: unknown) {
  const body = esignonSuccess();
  body.body.access_token = token;
  return evaluated(withFacts(esignonRequest(), { email: user }), { body });
}

/** The same, with the answers that show it by their place. */
function compared(answers: readonly ReturnType<typeof login>[]) {
  const found = tokensOfUsersDiffer('ES-24', answers);
  return found && { held: found.check.held, shownBy: found.answers.map((one) => answers.indexOf(one)) };
}

describe('the tokens of several logins (ES-24, CK-27)', () => {
  test('two users need two tokens', () => {
    assert.deepEqual(compared([login('a', 't1'), login('b', 't2')]), { held: true, shownBy: [0, 1] });
    assert.deepEqual(compared([login('a', 't1'), login('b', 't1')]), { held: false, shownBy: [0, 1] });
  });

  test('one user may get one token again, and several', () => {
    assert.equal(compared([login('a', 't1'), login('a', 't1'), login('a', 't2')]), null);
  });

  test('the first answer that repeats the token of another user is shown', () => {
    const answers = [
      login('a', 't1'),
      login('a', 't2'),
      login('b', 't3'),
      login('b', 't2'),
      login('b', 't1'),
    ];
    assert.deepEqual(compared(answers), { held: false, shownBy: [1, 3] });
  });

  test('of answers that all differ the last two users are shown', () => {
    const answers = [login('a', 't1'), login('b', 't2'), login('a', 't3')];
    assert.deepEqual(compared(answers), { held: true, shownBy: [1, 2] });
    assert.deepEqual(compared([...answers, login('a', 't3')]), { held: true, shownBy: [1, 2] });
  });

  test('answers without a token are passed over', () => {
    assert.equal(compared([]), null);
    assert.equal(compared([login('a', ''), login('b', ''), login('c', 't1')]), null);
    assert.deepEqual(compared([login('a', 't1'), login('b', null), login('c', 't1')]), {
      held: false,
      shownBy: [0, 2],
    });
  });

  test('a ckstack user is told by the user ID', async () => {
    const request = await ckstackRequest();
    const user = (userId: string) => evaluated(withFacts(request, { userId }), { body: ckstackSuccess() });
    assert.equal(tokensOfUsersDiffer('CK-27', [user('a'), user('b')])?.check.held, false);
    assert.equal(tokensOfUsersDiffer('CK-27', [user('a'), user('a')]), null);
  });

  test('the check says what is wrong, and of which clause', () => {
    assert.deepEqual(tokensDiffer('ES-24', login('a', 't'), login('b', 't')), {
      clause: 'ES-24',
      level: 'MUST',
      held: false,
      expected: 'two users get two different tokens',
      actual: 'both get the same token',
    });
  });

  test('what is no JSON has no token to compare', () => {
    const cut = '{"body":{"access_token":"tok-1"}';
    assert.equal(tokenOf(evaluated(esignonRequest(), { body: cut })), undefined);
    assert.equal(tokenOf(evaluateExchange(failed(esignonRequest()))), undefined);
  });
});

describe('what an answer that is not the own one of its login says (ES-25, CK-28)', () => {
  let request: OutgoingRequest;
  before(async () => {
    request = await ckstackRequest();
  });

  const esignon = (change: (answer: Json) => void) => {
    const body = esignonSuccess();
    change(body);
    return ownAnswer('ES-25', evaluated(esignonRequest(), { body }));
  };
  const ckstack = (change: (answer: Json) => void) => {
    const body = ckstackSuccess();
    change(body);
    return ownAnswer('CK-28', evaluated(request, { body }));
  };

  test('the member that is foreign', () => {
    assert.deepEqual(
      esignon((a) => (a.body.memb_email = 'joon@example.com')),
      {
        clause: 'ES-25',
        level: 'MUST',
        held: false,
        expected: 'body.memb_email is "mina@example.com"',
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
      { clause: 'CK-28', level: 'MUST', held: false, expected: 'ckTid is "tid-1"', actual: '"tid-2"' },
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
    const cut = answered(esignonRequest(), { body: '{"header":{"result_code":"00"}' });
    assert.deepEqual(ownAnswer('ES-25', evaluateExchange(cut)), none);
    const ofCkstack = answered(request, { body: '{"ckError":"S000001"' });
    assert.deepEqual(ownAnswer('CK-28', evaluateExchange(ofCkstack)), { ...none, clause: 'CK-28' });
  });

  test('a refusal without a body is a violation all the same', () => {
    const refused = esignon((a) => {
      a.header.result_code = '99';
      delete a.body;
    });
    assert.equal(refused.held, false);
    assert.equal(ownAnswer('CK-28', evaluateExchange(answered(request, { body: '<p>' }))).held, false);
  });

  test('type and case are a matter of other clauses', () => {
    assert.equal(ckstack((a) => (a.user.userId = 'SORA@example.com')).held, true);
    assert.equal(esignon((a) => (a.body.comp_id = 'ACME')).held, true);
  });
});
