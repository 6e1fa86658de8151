import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import type { EvaluatedExchange } from '../../../src/profiles/profile.js';
import { evaluateExchange } from '../../support/profiles.js';
import {
  answered,
  ckstackRefusal,
  ckstackRequest,
  ckstackSuccess,
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  evaluated,
  failed,
  violated,
} from './sample-exchanges.js';

/** Whether the checks for success, refusal and no token hold: what every scenario rests on. */
function outcome(one: EvaluatedExchange, codes: readonly string[] = ['10']) {
  return {
    accepted: one.checkAccepted('ES-01', 'MUST').held,
    refused: one.checkRefused('ES-09', 'MUST', codes).held,
    noToken: one.checkNoToken('ES-22', 'MUST').held,
  };
}

const ACCEPTED = { accepted: true, refused: false, noToken: false };
const REFUSED = { accepted: false, refused: true, noToken: true };
/** Neither one nor the other: a refusal of the wrong kind. */
const OTHERWISE = { accepted: false, refused: false, noToken: true };

function coded(code: unknown, token?: string) {
  const answer = esignonRefusal(code);
  if (token !== undefined) answer.body = { access_token: token };
  return answer;
}

describe('what an eSignon answer says', () => {
  const request = esignonRequest();
  const rows: readonly (readonly [what: string, body: unknown, expected: typeof ACCEPTED])[] = [
    ['a success', esignonSuccess(), ACCEPTED],
    ['the number 0', coded(0), ACCEPTED],
    ['the string "0"', coded('0'), ACCEPTED],
    ['"00" without a token', coded('00'), ACCEPTED],
    ['a token and no code', { body: { access_token: 'tok-1' } }, ACCEPTED],
    ['"10"', coded('10'), REFUSED],
    ['the number 10', coded(10), REFUSED],
    ['"10" with a token, which is a matter of ES-16', coded('10', 'tok-1'), REFUSED],
    ['"10" with an empty token', coded('10', ''), REFUSED],
    ['"12"', coded('12'), OTHERWISE],
    ['"000"', coded('000'), OTHERWISE],
    ['an HTML page', '<html></html>', OTHERWISE],
    ['an empty code', coded(''), OTHERWISE],
    ['no code', {}, OTHERWISE],
    ['the code outside of the header', { result_code: '00' }, OTHERWISE],
    ['null', null, OTHERWISE],
    ['a token in text that is no JSON', '{"access_token":"tok-1"', { ...ACCEPTED }],
  ];
  for (const [what, body, expected] of rows) {
    test(`${what}: ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(outcome(evaluated(request, { body })), expected);
    });
  }

  test('no answer is neither a success nor a refusal', () => {
    assert.deepEqual(outcome(evaluateExchange(failed(request))), OTHERWISE);
  });

  test('what is no JSON has no token to compare', () => {
    assert.equal(evaluated(request, { body: '{"body":{"access_token":"tok-1"}' }).token, undefined);
    assert.equal(evaluateExchange(failed(request)).token, undefined);
  });

  test('a refusal for its size is one with any code', () => {
    const large = { ...request, body: Buffer.alloc(20_000) };
    assert.deepEqual(outcome(evaluateExchange(answered(large, { status: 413, body: '<p>' }))), REFUSED);
    assert.deepEqual(outcome(evaluateExchange(failed(large))), REFUSED);
    assert.deepEqual(outcome(evaluateExchange(answered(request, { status: 413, body: '<p>' }))), OTHERWISE);
  });

  test('a token in a refusal that is not judged is one too many', () => {
    const refusal = coded('99', 'tok-1');
    const put = evaluated({ ...request, method: 'PUT' }, { status: 405, body: refusal });
    assert.equal(put.checkNoToken('ES-22', 'MUST').held, false);
    const large = evaluated({ ...request, body: Buffer.alloc(20_000) }, { status: 413, body: refusal });
    // The clause on refusals says so, not each that asks for one.
    assert.equal(large.checkNoToken('ES-26', 'MUST').held, true);
    assert.deepEqual(violated(large.universalChecks()), ['ES-16']);
  });

  test('success conforms too where the clause says so (LG-04)', () => {
    const check = (body: unknown) =>
      evaluated(request, { body }).checkRefused('LG-04', 'MUST', ['12'], { orAccepted: true }).held;
    assert.equal(check(esignonSuccess()), true);
    assert.equal(check(coded('12')), true);
    assert.equal(check(coded('10')), false);
  });

  test('expected and actual say what came, and show no token', () => {
    const check = evaluated(request, { body: esignonSuccess() }).checkRefused('ES-09', 'MUST', ['12', '99']);
    assert.equal(check.expected, 'the login is refused with result_code "12" or "99"');
    assert.equal(check.actual, 'HTTP 200, result_code "00", with an access_token');
    const html = evaluated(request, { status: 400, body: '<p>' }).checkRefused('ES-12', 'MUST', ['12']);
    assert.equal(html.actual, 'HTTP 400, the body is not JSON');
    const none = evaluateExchange(failed(request, 'timeout')).checkAccepted('ES-01', 'MUST');
    assert.equal(none.actual, 'no answer: it was timeout');
  });
});

describe('what a ckstack answer says', () => {
  let request: OutgoingRequest;
  before(async () => {
    request = await ckstackRequest();
  });
  const rows: readonly (readonly [what: string, body: unknown, expected: typeof ACCEPTED])[] = [
    ['a success', ckstackSuccess(), ACCEPTED],
    ['S000001 without a token', { ckError: 'S000001' }, ACCEPTED],
    ['a refusal', ckstackRefusal(), REFUSED],
    ['a refusal by number', ckstackRefusal(401), REFUSED],
    ['a refusal with a token, which is a matter of CK-18', { ...ckstackRefusal(), token: 'tok-1' }, REFUSED],
    ['s000001 in small letters', ckstackRefusal('s000001'), REFUSED],
    ['an empty ckError', ckstackRefusal(''), OTHERWISE],
    ['a null ckError', ckstackRefusal(null), OTHERWISE],
    ['no ckError', {}, OTHERWISE],
    ['an HTML page', '<html></html>', OTHERWISE],
  ];
  for (const [what, body, expected] of rows) {
    test(`${what}: ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(outcome(evaluated(request, { body })), expected);
    });
  }

  test('a token in a refusal that is not judged is one too many', () => {
    const put = evaluated({ ...request, method: 'PUT' }, { body: { ...ckstackRefusal(), token: 'tok-1' } });
    assert.equal(put.checkNoToken('CK-22', 'MUST').held, false);
  });

  test('a token and no ckError is a success that violates the clause on success', () => {
    const one = evaluated(request, { body: { token: { token: 'tok-1' } } });
    assert.equal(one.isAccepted, true);
    assert.equal(one.checkAccepted('CK-01', 'MUST').held, false);
  });
});
