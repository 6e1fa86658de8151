import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  answered,
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  failed,
  type Json,
  lookedAt,
  NOW,
  type SampleAnswer,
  violatedIn,
} from '../login/sample-exchanges.js';
import { esignonLogin, esignonRequest as variation } from '../login/sample-logins.js';

/** A change to a good answer, and the clauses that it violates: none where both are right. */
type Row = readonly [what: string, change: (answer: Json) => void, violated: readonly string[]];

function success(change: (answer: Json) => void): SampleAnswer {
  const body = esignonSuccess();
  change(body);
  return { body };
}

function refusal(change: (answer: Json) => void, code: unknown = '10'): SampleAnswer {
  const body = esignonRefusal(code);
  change(body);
  return { body };
}

const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();

const SUCCESSES: readonly Row[] = [
  ['it is as the document has it', () => {}, []],
  ['it has further members', (a) => Object.assign(a, { x: 1 }, { header: { ...a.header, y: null } }), []],
  ['result_code is the number 0', (a) => (a.header.result_code = 0), ['ES-02']],
  ['result_code is "0"', (a) => (a.header.result_code = '0'), ['ES-02']],
  ['result_code is missing beside a token', (a) => delete a.header.result_code, ['ES-02']],
  ['result_msg is empty', (a) => (a.header.result_msg = ''), ['ES-02']],
  ['result_msg is null', (a) => (a.header.result_msg = null), ['ES-02']],
  ['session_id is empty', (a) => (a.header.session_id = ''), []],
  ['session_id is missing', (a) => delete a.header.session_id, ['ES-02']],
  ['session_id is a number', (a) => (a.header.session_id = 7), ['ES-02']],
  ['response_code is a number', (a) => (a.header.response_code = 1001), ['ES-02']],
  ['response_code is that of the request', (a) => (a.header.response_code = '1001Q'), ['ES-03']],
  ['access_token is empty', (a) => (a.body.access_token = ''), ['ES-04']],
  ['access_token is missing', (a) => delete a.body.access_token, ['ES-04']],
  ['access_token is a number', (a) => (a.body.access_token = 12345678), ['ES-04']],
  ['comp_id is another company', (a) => (a.body.comp_id = 'other'), ['ES-05']],
  ['comp_id is in other case', (a) => (a.body.comp_id = 'ACME'), ['ES-05']],
  ['comp_id is missing', (a) => delete a.body.comp_id, ['ES-05']],
  ['memb_email is somebody else', (a) => (a.body.memb_email = 'joon@example.com'), ['ES-06']],
  ['memb_email is in other case, which is not judged', (a) => (a.body.memb_email = 'Mina@Example.com'), []],
  ['memb_email is null', (a) => (a.body.memb_email = null), ['ES-06']],
  ['device_id is missing', (a) => delete a.body.device_id, ['ES-07']],
  ['device_id is a number', (a) => (a.body.device_id = 1), ['ES-07']],
  ['device_id has a value', (a) => (a.body.device_id = 'phone-1'), []],
  ['expire_date is a number', (a) => (a.body.expire_date = 4_102_444_800), ['ES-08']],
  ['expire_date is no date', (a) => (a.body.expire_date = 'soon'), ['ES-08']],
  ['expire_date does not exist', (a) => (a.body.expire_date = '2026-06-31'), ['ES-08']],
  ['expire_date is past', (a) => (a.body.expire_date = inDays(-2)), ['ES-08']],
  ['expire_date is missing', (a) => delete a.body.expire_date, ['ES-08']],
];

const REFUSALS: readonly Row[] = [
  ['it is as the document has it', () => {}, []],
  ['body is null', (a) => (a.body = null), []],
  ['body is missing', (a) => delete a.body, []],
  ['session_id is missing', (a) => delete a.header.session_id, []],
  ['session_id is null', (a) => (a.header.session_id = null), []],
  ['body is a string', (a) => (a.body = ''), ['ES-16']],
  ['body is an array', (a) => (a.body = []), ['ES-16']],
  ['session_id is a number', (a) => (a.header.session_id = 1), ['ES-16']],
  ['result_msg is empty', (a) => (a.header.result_msg = ''), ['ES-16']],
  ['result_msg is missing', (a) => delete a.header.result_msg, ['ES-16']],
  ['response_code is missing', (a) => delete a.header.response_code, ['ES-16']],
  ['result_code is the number 10', (a) => (a.header.result_code = 10), ['ES-16']],
  ['a token stands in its body', (a) => (a.body = { access_token: 'tok-1' }), ['ES-16']],
  ['a token stands deep in it', (a) => (a.header.more = [{ access_token: 'tok-1' }]), ['ES-16']],
  ['its token is empty', (a) => (a.body = { access_token: '' }), []],
  ['its token is null', (a) => (a.body = { access_token: null }), []],
  ['response_code is another on refused credentials', (a) => (a.header.response_code = '9999A'), ['ES-03']],
];

for (const profile of ['esignon-startsimple', 'esignon-login'] as const) {
  const valid = esignonRequest(profile);
  const wrong = variation('with a completely different password', esignonLogin(profile));
  const table = profile === 'esignon-startsimple' ? 'SS-02' : 'LG-02';

  describe(`${profile}: a success of which`, () => {
    for (const [what, change, clauses] of SUCCESSES) {
      test(`${what}: ${clauses.join(', ') || 'nothing'} is violated`, () => {
        assert.deepEqual(violatedIn(answered(valid, success(change))), clauses);
      });
    }
  });

  describe(`${profile}: a refusal of which`, () => {
    for (const [what, change, clauses] of REFUSALS) {
      test(`${what}: ${clauses.join(', ') || 'nothing'} is violated`, () => {
        assert.deepEqual(violatedIn(answered(wrong, refusal(change))), clauses);
      });
    }

    test('the code is one of the table, or not', () => {
      const of = (code: string) => violatedIn(answered(wrong, { body: esignonRefusal(code) }));
      for (const code of ['10', '12', '99']) assert.deepEqual(of(code), []);
      assert.deepEqual(of('95'), profile === 'esignon-login' ? [] : [table]);
      for (const code of ['11', 'E1', '010']) assert.deepEqual(of(code), [table]);
    });

    test('the response code of another refusal than of credentials is a SHOULD', () => {
      const other = refusal((a) => (a.header.response_code = '9999A'), '12');
      assert.deepEqual(violatedIn(answered(wrong, other)), ['ES-03 SHOULD']);
    });
  });

  describe(`${profile}: HTTP and JSON`, () => {
    const statuses: readonly (readonly [status: number, violated: readonly string[]])[] = [
      [200, []],
      [400, []],
      [201, ['ES-17']],
      [302, ['ES-17']],
      [401, ['ES-17']],
      [404, ['ES-17']],
      [500, ['ES-17']],
    ];
    for (const [status, clauses] of statuses) {
      test(`a refusal with the status ${status}: ${clauses.join() || 'nothing'} is violated`, () => {
        assert.deepEqual(violatedIn(answered(wrong, { status, body: esignonRefusal() })), clauses);
      });
    }

    test('a success with the status 400 violates the clause on success', () => {
      assert.deepEqual(violatedIn(answered(valid, { status: 400, body: esignonSuccess() })), ['ES-01']);
    });

    const bodies: readonly (readonly [what: string, body: unknown, violated: readonly string[]])[] = [
      ['an HTML page', '<html></html>', ['ES-18']],
      ['nothing', '', ['ES-18']],
      ['JSON that is not UTF-8', Buffer.from([0x22, 0xe9, 0x22]), ['ES-18']],
      ['two JSON values', '{}{}', ['ES-18']],
      ['JSON after a byte order mark', `\ufeff${JSON.stringify(esignonRefusal())}`, ['ES-18 SHOULD']],
      ['JSON that is no object', '"10"', ['ES-16']],
    ];
    for (const [what, body, clauses] of bodies) {
      test(`a refusal that is ${what}: ${clauses.join() || 'nothing'} is violated`, () => {
        assert.deepEqual(violatedIn(answered(wrong, { body })), clauses);
      });
    }

    test('JSON that is announced as something else is a SHOULD', () => {
      const type = (value: string) =>
        violatedIn(answered(wrong, { body: esignonRefusal(), headers: [['content-type', value]] }));
      assert.deepEqual(type('text/html'), ['ES-18 SHOULD']);
      assert.deepEqual(type('application/problem+json'), ['ES-18 SHOULD']);
      assert.deepEqual(type('Application/JSON; charset=utf-8'), []);
      assert.deepEqual(violatedIn(answered(wrong, { body: esignonRefusal(), headers: [] })), [
        'ES-18 SHOULD',
      ]);
    });

    test('no answer violates the clause on the status, and nothing else is judged', () => {
      assert.deepEqual(violatedIn(failed(wrong)), ['ES-17']);
      assert.deepEqual(lookedAt(failed(wrong)), ['ES-17']);
    });

    test('an answer to a valid login that is no envelope is no refusal', () => {
      assert.deepEqual(violatedIn(answered(valid, { body: {} })), ['ES-02']);
    });
  });
}
