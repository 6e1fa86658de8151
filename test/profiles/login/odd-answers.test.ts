import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import { readCkstack } from '../../../src/profiles/ckstack/reading.js';
import { findPassword } from '../../../src/profiles/login/password-search.js';
import type { EvaluatedExchange } from '../../../src/profiles/profile.js';
import { readJson } from '../../../src/text/json-answer.js';
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
  lookedAt,
  violatedIn,
  withFacts,
} from './sample-exchanges.js';

const esignon = esignonRequest();
const refusedEsignon = withFacts(esignon, { valid: false, wrongCredentials: true });
let ckstack: OutgoingRequest;
let refusedCkstack: OutgoingRequest;
before(async () => {
  ckstack = await ckstackRequest();
  refusedCkstack = withFacts(ckstack, { valid: false, wrongCredentials: true });
});

const stranger = ({ facts: _, ...request }: OutgoingRequest): OutgoingRequest => request;

describe('an eSignon answer', () => {
  const says = (body: unknown, request = esignon) => {
    const one = evaluated(request, { body });
    return one.isAccepted ? 'accepted' : (one.code ?? 'nothing');
  };

  test('that is cut short still says its code, where it is judged', () => {
    assert.equal(says('{"header":{"result_code":"00",'), 'accepted');
    assert.equal(says('{"header":{"result_code":"12",'), '12');
    assert.equal(says('{"header":{"result_code":"12",', { ...esignon, method: 'PUT' }), 'nothing');
    assert.equal(says('{"header":{"result_code":"00",', { ...esignon, headers: [] }), 'nothing');
  });

  test('whose code is none, beside a token, says success', () => {
    for (const code of ['', null, -1, 1.5, true, ['00']]) {
      const body = esignonSuccess();
      body.header.result_code = code;
      assert.equal(says(body), 'accepted', JSON.stringify(code));
      assert.equal(says(esignonRefusal(code)), 'nothing', JSON.stringify(code));
    }
    assert.equal(says(esignonRefusal(7)), '07');
    assert.equal(says(esignonRefusal('7')), '07');
    assert.equal(says(esignonRefusal('7x')), '7x');
    assert.equal(says(esignonRefusal('x7')), 'x7');
  });

  test('without a body has a violated envelope and nothing else to judge', () => {
    for (const body of [null, [], 'text']) {
      assert.deepEqual(violatedIn(answered(esignon, { body: { ...esignonSuccess(), body } })), ['ES-02']);
    }
  });

  test('that refuses a valid login is judged as a refusal', () => {
    const body = esignonRefusal('99');
    delete body.header.result_msg;
    assert.deepEqual(violatedIn(answered(esignon, { body })), ['ES-16']);
    assert.deepEqual(violatedIn(answered(stranger(esignon), { body })), ['ES-16']);
    assert.deepEqual(violatedIn(answered(stranger(esignon), { body: {} })), ['ES-16']);
  });

  test('whose response code is no string is a matter of the envelope alone', () => {
    const body = esignonRefusal();
    body.header.response_code = 1001;
    assert.deepEqual(violatedIn(answered(refusedEsignon, { body })), ['ES-16']);
  });
});

describe('a ckstack answer', () => {
  const says = (body: unknown, request = ckstack) => {
    const { isAccepted, isRefused } = evaluated(request, { body });
    return [isAccepted, isRefused, readCkstack(answered(request, { body })).rawCode];
  };

  test('that is cut short still says its code, where it is judged', () => {
    assert.deepEqual(says('{"ckError":"S000001",'), [true, false, 'S000001']);
    assert.deepEqual(says('{"ckError":"E1",'), [false, true, 'E1']);
    assert.deepEqual(says('{"ckError":"E1",', { ...ckstack, method: 'PUT' }), [false, false, undefined]);
  });

  test('without ckError is a matter of the envelope, not of the transaction id', () => {
    assert.deepEqual(violatedIn(answered(refusedCkstack, { body: {} })), ['CK-18']);
    assert.deepEqual(violatedIn(answered(ckstack, { body: {} })), []);
    assert.deepEqual(lookedAt(answered(ckstack, { body: {} })), ['CK-31', 'CK-31 SHOULD', 'CK-11']);
  });

  test('that refuses a valid login is judged as a refusal', () => {
    assert.deepEqual(violatedIn(answered(ckstack, { body: { ckTid: 'tid-1', ckError: 'E1' } })), ['CK-18']);
  });

  test('to a request of which nothing is known: the form alone is judged', () => {
    const form = ['CK-23', 'CK-31', 'CK-31 SHOULD'];
    assert.deepEqual(lookedAt(answered(stranger(ckstack), { body: ckstackSuccess() })), form);
    assert.deepEqual(lookedAt(answered(stranger(ckstack), { body: ckstackRefusal() })), [...form, 'CK-18']);
  });

  test('with a status from 300 to 399 is a redirect', () => {
    for (const [status, clauses] of [
      [299, []],
      [300, ['CK-23']],
      [399, ['CK-23']],
      [400, []],
      [499, []],
    ] as const) {
      assert.deepEqual(violatedIn(answered(refusedCkstack, { status, body: ckstackRefusal() })), clauses);
    }
  });
});

describe('two refusals', () => {
  const same = (one: EvaluatedExchange, other: EvaluatedExchange) =>
    one.checkSameRefusal(
      one.exchange.request.profile === 'ckstack-token' ? 'CK-14' : 'ES-11',
      'SHOULD',
      other,
    );
  const told = (check: { held: boolean; actual?: string }) => (check.held ? 'alike' : check.actual);

  test('without an answer or without JSON are compared as far as they go', () => {
    const none = evaluateExchange(failed(refusedEsignon));
    assert.equal(told(same(none, none)), 'alike');
    assert.equal(
      told(same(none, evaluateExchange(failed(refusedEsignon, 'timeout')))),
      'they differ in the HTTP status: "no answer: it was reset" and "no answer: it was timeout"',
    );
    const page = evaluated(stranger(esignon), { body: '<p>' });
    assert.equal(told(same(page, page)), 'alike');
    assert.equal(
      told(same(page, evaluated(esignon, { body: { a: { b: 1 } } }))),
      'they differ in their members: "no JSON" and "/a/b: number /a: object"',
    );
    const gone = evaluateExchange(failed(refusedCkstack));
    assert.equal(told(same(gone, gone)), 'alike');
    const ckPage = evaluated(stranger(ckstack), { body: '<p>' });
    assert.equal(
      told(same(ckPage, evaluated(ckstack, { body: { a: { b: 1 } } }))),
      'they differ in their members: "no JSON" and "/a/b: number /a: object"',
    );
  });

  test('that differ say what was asked for, and show codes and messages as they came', () => {
    const check = same(
      evaluated(esignon, { body: esignonRefusal('12') }),
      evaluated(esignon, { body: esignonRefusal('99') }),
    );
    assert.equal(check.expected, 'a wrong password and an unknown e-mail get the same answer');
    assert.equal(check.actual, 'they differ in result_code: "12" and "99"');
    const message = (ckMessage: string) => evaluated(ckstack, { body: { ...ckstackRefusal(), ckMessage } });
    const other = same(message('wrong 1'), message('unknown 2'));
    assert.equal(other.expected, 'a wrong password and an unknown user get the same answer');
    assert.equal(other.actual, 'they differ in ckMessage: "wrong 1" and "unknown 2"');
    const code = same(message('no'), evaluated(ckstack, { body: ckstackRefusal('E2') }));
    assert.equal(code.actual, 'they differ in ckError: "E000401" and "E2"');
  });
});

describe('where a password is looked for', () => {
  const SECRET = 'Quiet/Harbour"77';
  const request = withFacts(esignon, { passwords: [SECRET] });
  const found = (body: unknown, headers = request.headers) => {
    const exchange = answered({ ...request, headers }, { body });
    return findPassword(exchange, readJson(exchange.answer?.body ?? new Uint8Array()));
  };

  test('the place is named', () => {
    assert.equal(found([SECRET]), 'in the member "[]"');
    assert.equal(found({ a: SECRET }), 'in the member "a"');
    assert.equal(found({ [SECRET]: 1 }), 'in the name of a member');
  });

  test('what the headers of the request hold as well may come back', () => {
    assert.equal(found('', [...request.headers, ['X-Client', `id ${SECRET}`]]), undefined);
  });

  test('without a body it can stand in a header only', () => {
    assert.equal(findPassword(answered(request), null), null);
    assert.equal(findPassword(answered(request, { headers: [['X', SECRET]] }), null), 'in a response header');
  });
});
