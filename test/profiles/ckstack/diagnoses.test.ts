import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Exchange, OutgoingRequest } from '../../../src/http/exchange.js';
import { evaluateExchange } from '../../support/profiles.js';
import {
  answered,
  ckstackRefusal,
  ckstackRequest,
  ckstackSuccess,
  failed,
  type Json,
  NOW,
  violated,
  withFacts,
} from '../login/sample-exchanges.js';
import { PASSWORD, sha256 } from '../login/sample-logins.js';

/** Seconds since 1970. */
const BEGUN = NOW.getTime() / 1000;
const TEN_YEARS = 3652.5 * 86_400;
const LIFE = `token.expireDate is in seconds, after ${BEGUN} and less than ten years ahead`;

let valid: OutgoingRequest;
let wrong: OutgoingRequest;
before(async () => {
  valid = await ckstackRequest();
  wrong = withFacts(valid, { valid: false, wrongCredentials: true });
});

/** What the violated checks of an exchange say: clause, expected, actual. */
function diagnoses(
  exchange: Exchange,
): readonly (readonly [string, string | undefined, string | undefined])[] {
  return evaluateExchange(exchange)
    .universalChecks()
    .filter(({ held }) => !held)
    .map(({ clause, expected, actual }) => [clause, expected, actual]);
}

function success(change: (answer: Json) => void): Exchange {
  const body = ckstackSuccess();
  change(body);
  return answered(valid, { body });
}

function refusal(change: (answer: Json) => void): Exchange {
  const body = ckstackRefusal();
  change(body);
  return answered(wrong, { body });
}

function withoutTid(ckTid: unknown): Exchange {
  const { tid: _, ...sent } = valid.facts?.sent ?? {};
  const facts = { ...(valid.facts ?? { valid: true, account: null, passwords: [] }), sent };
  return answered({ ...valid, facts }, { body: { ...ckstackSuccess(), ckTid } });
}

/** Exchanges are made once the signed request is there. */
const ROWS: readonly (readonly [make: () => Exchange, clause: string, expected: string, actual: string])[] = [
  [
    () => answered(valid, { status: 201, body: ckstackSuccess() }),
    'CK-01',
    'HTTP 200 and ckError "S000001"',
    'HTTP 201, ckError "S000001", with a token',
  ],
  [
    () => success((a) => delete a.ckError),
    'CK-01',
    'HTTP 200 and ckError "S000001"',
    'HTTP 200, no ckError, with a token',
  ],
  [() => success((a) => (a.ckTid = 'tid-2')), 'CK-02', 'ckTid is the string "tid-1"', '"tid-2"'],
  [() => withoutTid(null), 'CK-03', 'without tid, ckTid is absent or a string', 'null'],
  [() => success((a) => (a.ckMessage = 1)), 'CK-04', 'ckMessage is of the type string', '1'],
  [
    () => success((a) => (a.token.token = '')),
    'CK-05',
    'token.token is not empty',
    'token.token is the empty string',
  ],
  [
    () => success((a) => (a.token.token = 7)),
    'CK-05',
    'token.token is of the type string',
    'token.token is 7',
  ],
  [() => success((a) => (a.token.expireDate = BEGUN)), 'CK-06', LIFE, String(BEGUN)],
  [
    () => success((a) => (a.token.expireDate = BEGUN + TEN_YEARS + 1)),
    'CK-06',
    LIFE,
    String(BEGUN + TEN_YEARS + 1),
  ],
  [
    () => success((a) => (a.user.userId = 'haru@example.com')),
    'CK-07',
    'user.userId is "sora@example.com"',
    '"haru@example.com"',
  ],
  [() => success((a) => delete a.user.extra), 'CK-08', 'user.extra is there', 'missing'],
  [
    () => refusal((a) => (a.token = { token: 'tok-1' })),
    'CK-18',
    'a refusal holds no token anywhere',
    'HTTP 200, ckError "E000401", with a token',
  ],
  [
    () => answered(wrong, { status: 503, body: ckstackRefusal() }),
    'CK-23',
    'an HTTP status below 500, and no redirect',
    'HTTP 503',
  ],
  [() => failed(wrong), 'CK-23', 'an HTTP status below 500, and no redirect', 'no answer: it was reset'],
  [
    () => answered(wrong, { body: '<p>' }),
    'CK-31',
    'a body of UTF-8 JSON',
    'the body is not JSON (Content-Type "application/json")',
  ],
  [
    () => answered(wrong, { body: ckstackRefusal(), headers: [['Content-Type', 'text/html; x=1']] }),
    'CK-31',
    'Content-Type application/json',
    'Content-Type "text/html"',
  ],
  [
    () => refusal((a) => (a.ckMessage = sha256(PASSWORD))),
    'CK-11',
    'the answer contains neither the password nor its hash',
    'found in the response body',
  ],
];

describe('what a violation by a ckstack answer says', () => {
  for (const [make, ...diagnosis] of ROWS) {
    test(diagnosis.join(': '), () => assert.deepEqual(diagnoses(make()), [diagnosis]));
  }

  test('a second after the login and a second before ten years are in time', () => {
    for (const expireDate of [BEGUN + 1, BEGUN + TEN_YEARS - 1]) {
      assert.deepEqual(diagnoses(success((a) => (a.token.expireDate = expireDate))), []);
    }
  });

  test('a success of a login that is not valid is no violation by itself', () => {
    assert.deepEqual(diagnoses(answered(wrong, { status: 201, body: ckstackSuccess() })), []);
  });
});

describe('what an outcome that is not the one asked for says', () => {
  test('a login that is not accepted, not refused, not without a token', () => {
    const success = evaluateExchange(answered(valid, { body: ckstackSuccess() }));
    assert.deepEqual(evaluateExchange(answered(valid, { body: '' })).checkAccepted('CK-24', 'MUST'), {
      clause: 'CK-24',
      level: 'MUST',
      held: false,
      expected: 'the login is accepted: ckError "S000001"',
      kind: 'empty',
      actual: 'HTTP 200, the body is empty',
    });
    assert.deepEqual(success.checkRefused('CK-20', 'SHOULD', []), {
      clause: 'CK-20',
      level: 'SHOULD',
      held: false,
      expected: 'the login is refused: a JSON envelope whose ckError is not "S000001"',
      kind: 'accepted',
      actual: 'HTTP 200, ckError "S000001", with a token',
    });
    assert.deepEqual(success.checkNoToken('CK-22', 'MUST'), {
      clause: 'CK-22',
      level: 'MUST',
      held: false,
      expected: 'no success and no token',
      kind: 'accepted',
      actual: 'HTTP 200, ckError "S000001", with a token',
    });
    assert.equal(
      evaluateExchange(failed(valid)).checkAccepted('CK-24', 'MUST').actual,
      'no answer: it was reset',
    );
    assert.equal(
      evaluateExchange(answered(valid)).checkAccepted('CK-24', 'MUST').actual,
      'HTTP 200, no ckError',
    );
  });

  test('a refusal for its size is one, and holds no token', () => {
    const large = { ...wrong, body: Buffer.alloc(20_000) };
    const refused = evaluateExchange(answered(large, { status: 413, body: '<p>' }));
    assert.equal(refused.checkRefused('CK-26', 'MUST', []).held, true);
    assert.equal(refused.checkNoToken('CK-26', 'MUST').held, true);
    const leaky = evaluateExchange(answered(large, { status: 413, body: { ckError: 'E1', token: 'tok-1' } }));
    // The clause on refusals says so, not each that asks for one.
    assert.equal(leaky.checkNoToken('CK-26', 'MUST').held, true);
    assert.deepEqual(violated(leaky.universalChecks()), ['CK-18']);
  });
});
