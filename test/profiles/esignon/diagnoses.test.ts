import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Exchange } from '../../../src/http/exchange.js';
import { evaluateExchange } from '../../support/profiles.js';
import {
  answered,
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  failed,
  type Json,
  NOW,
  withFacts,
} from '../login/sample-exchanges.js';

/** What the violated checks of an exchange say: clause, expected, actual. */
function diagnoses(
  exchange: Exchange,
): readonly (readonly [string, string | undefined, string | undefined])[] {
  return evaluateExchange(exchange)
    .universalChecks()
    .filter(({ held }) => !held)
    .map(({ clause, expected, actual }) => [clause, expected, actual]);
}

const valid = esignonRequest('esignon-startsimple');
const wrong = withFacts(valid, { valid: false, wrongCredentials: true });

function success(change: (answer: Json) => void): Exchange {
  const body = esignonSuccess();
  change(body);
  return answered(valid, { body });
}

function refusal(change: (answer: Json) => void, code: unknown = '10'): Exchange {
  const body = esignonRefusal(code);
  change(body);
  return answered(wrong, { body });
}

const pastDate = NOW.toISOString();
const tomorrow = new Date(NOW.getTime() + 86_400_000).toISOString();

const ROWS: readonly (readonly [exchange: Exchange, clause: string, expected: string, actual: string])[] = [
  [answered(valid, { status: 400, body: esignonSuccess() }), 'ES-01', 'HTTP 200 on success', 'HTTP 400'],
  [success((a) => (a.header.result_code = '0')), 'ES-02', 'header.result_code is the string "00"', '"0"'],
  [success((a) => delete a.header.session_id), 'ES-02', 'header.session_id is there', 'missing'],
  [success((a) => (a.header.response_code = '1001Q')), 'ES-03', 'header.response_code is "1001A"', '"1001Q"'],
  [
    success((a) => (a.body.access_token = '')),
    'ES-04',
    'body.access_token is not empty',
    'body.access_token is the empty string',
  ],
  [
    success((a) => delete a.body.access_token),
    'ES-04',
    'body.access_token is there',
    'body.access_token is missing',
  ],
  [success((a) => (a.body.comp_id = 'other')), 'ES-05', 'body.comp_id is "acme"', '"other"'],
  [success((a) => delete a.body.memb_email), 'ES-06', 'body.memb_email is "mina@example.com"', 'missing'],
  [success((a) => (a.body.device_id = 1)), 'ES-07', 'body.device_id is of the type string', '1'],
  [
    success((a) => (a.body.expire_date = pastDate)),
    'ES-08',
    'body.expire_date is a string, a date that exists, in the future',
    `"${pastDate}"`,
  ],
  [
    success((a) => (a.body.expire_date = tomorrow)),
    'SS-01',
    'body.expire_date is 29 to 31 days after 2026-05-06T07:08:09.000Z',
    `"${tomorrow}"`,
  ],
  [
    refusal((a) => (a.body = { access_token: 'tok-1' })),
    'ES-16',
    'a refusal holds no token anywhere',
    'HTTP 200, result_code "10", with an access_token',
  ],
  [refusal((a) => (a.header.response_code = 'x')), 'ES-03', 'header.response_code is "1001A"', '"x"'],
  [refusal(() => {}, '77'), 'SS-02', 'header.result_code is one of 00, 10, 12, 99', '"77"'],
  [failed(wrong), 'ES-17', 'HTTP 200 or 400', 'no answer: it was reset'],
  [answered(wrong, { status: 500, body: esignonRefusal() }), 'ES-17', 'HTTP 200 or 400', 'HTTP 500'],
  [
    answered(wrong, { body: '<p>' }),
    'ES-18',
    'a body of UTF-8 JSON',
    'the body is not JSON (Content-Type "application/json")',
  ],
  [
    answered(wrong, { body: esignonRefusal(), headers: [] }),
    'ES-18',
    'Content-Type application/json',
    'Content-Type missing',
  ],
  [
    refusal((a) => (a.header.result_msg = `not ${valid.facts?.passwords[0]}`)),
    'ES-23',
    'the answer does not contain the password that was sent',
    'found in the member "result_msg"',
  ],
];

describe('what a violation by an eSignon answer says', () => {
  for (const [exchange, ...diagnosis] of ROWS) {
    test(`${diagnosis.join(': ')}`, () => assert.deepEqual(diagnoses(exchange), [diagnosis]));
  }

  test('the table is that of the profile', () => {
    const login = withFacts(esignonRequest('esignon-login'), { valid: false });
    assert.deepEqual(diagnoses(answered(login, { body: esignonRefusal('77') })), [
      ['LG-02', 'header.result_code is one of 00, 10, 12, 95, 99', '"77"'],
    ]);
  });
});

describe('what an outcome that is not the one asked for says', () => {
  const said = (exchange: Exchange) => evaluateExchange(exchange).checkAccepted('ES-01', 'MUST');

  test('a login that is not accepted', () => {
    assert.deepEqual(said(refusal(() => {}, '12')), {
      clause: 'ES-01',
      level: 'MUST',
      held: false,
      expected: 'the login is accepted: result_code "00"',
      kind: 'code-12',
      actual: 'HTTP 200, result_code "12"',
    });
  });

  test('without a code, without JSON, with a token in what is none', () => {
    assert.equal(said(answered(valid, { body: {} })).actual, 'HTTP 200, no header.result_code');
    assert.equal(said(answered(valid, { body: '' })).actual, 'HTTP 200, the body is empty');
    assert.equal(
      said(answered(valid, { body: '{"access_token":"t"' })).actual,
      'HTTP 200, the body is not JSON, with an access_token',
    );
  });

  test('a success where a refusal or success is allowed, and where neither is', () => {
    const evaluated = evaluateExchange(answered(valid, { body: esignonRefusal('10') }));
    assert.equal(
      evaluated.checkRefused('LG-04', 'MUST', ['12'], { orAccepted: true }).expected,
      'the login is refused with result_code "12", or accepted with "00"',
    );
    assert.deepEqual(
      evaluateExchange(answered(valid, { body: esignonSuccess() })).checkNoToken('ES-22', 'SHOULD'),
      {
        clause: 'ES-22',
        level: 'SHOULD',
        held: false,
        expected: 'no success and no token',
        kind: 'accepted',
        actual: 'HTTP 200, result_code "00", with an access_token',
      },
    );
  });
});
