import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { tokensOfUsersDiffer } from '../../src/engine/token-comparison.js';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import type { EvaluatedExchange } from '../../src/profiles/profile.js';
import {
  ckstackRequest,
  ckstackSuccess,
  esignonRequest,
  esignonSuccess,
  evaluated,
  failed,
  withFacts,
} from '../profiles/login/sample-exchanges.js';
import { evaluateExchange } from '../support/profiles.js';

/** The login of a user, answered with this token. */
function login(user: string, token?: unknown) {
  const body = esignonSuccess();
  body.body.access_token = token;
  return evaluated(withFacts(esignonRequest(), { account: user }), { body });
}

/** The same, with the answers that show it by their place. */
function compared(answers: readonly EvaluatedExchange[]) {
  const found = tokensOfUsersDiffer('ES-24', answers);
  return found && { held: found.check.held, shownBy: found.answers.map((one) => answers.indexOf(one)) };
}

describe('the tokens of several logins (ES-24, CK-27)', () => {
  let request: OutgoingRequest;
  before(async () => {
    request = await ckstackRequest();
  });

  /** The same of ckstack. */
  const tokenLogin = (user: string, token = 't1') => {
    const body = ckstackSuccess();
    body.token.token = token;
    return evaluated(withFacts(request, { account: user }), { body });
  };

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

  test('where one of two has no token, nothing is compared', () => {
    for (const token of [undefined, '', 7]) {
      assert.equal(compared([login('a', token), login('b', 't1')]), null);
      assert.equal(compared([login('a', 't1'), login('b', token)]), null);
    }
    assert.equal(compared([evaluateExchange(failed(esignonRequest())), login('b', 't1')]), null);
  });

  test('a ckstack user is known by the account as well', () => {
    assert.equal(tokensOfUsersDiffer('CK-27', [tokenLogin('a'), tokenLogin('b')])?.check.held, false);
    assert.equal(tokensOfUsersDiffer('CK-27', [tokenLogin('a'), tokenLogin('b', 't2')])?.check.held, true);
    assert.equal(tokensOfUsersDiffer('CK-27', [tokenLogin('a'), tokenLogin('a')]), null);
  });

  test('the check says what is wrong, and of which clause', () => {
    assert.deepEqual(tokensOfUsersDiffer('ES-24', [login('a', 't'), login('b', 't')])?.check, {
      clause: 'ES-24',
      level: 'MUST',
      held: false,
      expected: 'two users get two different tokens',
      kind: 'same-token',
      actual: 'both get the same token',
    });
  });
});
