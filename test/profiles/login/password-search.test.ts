import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findPassword } from '../../../src/profiles/login/password-search.js';
import { readJson } from '../../../src/text/json-answer.js';
import {
  answered,
  esignonRefusal,
  esignonRequest,
  failed,
  type SampleAnswer,
  withFacts,
} from './sample-exchanges.js';

const SECRET = 'Quiet/Harbour"77';

/** Where the password is found in an answer to a request that holds it. */
function found(answer: SampleAnswer, password = SECRET, changes: { company?: string; email?: string } = {}) {
  const request = withFacts(esignonRequest('esignon-login', changes), { passwords: [password], ...changes });
  const exchange = answered(request, answer);
  return findPassword(exchange, readJson(exchange.answer?.body ?? new Uint8Array()));
}

function message(text: string): SampleAnswer {
  const body = esignonRefusal();
  body.header.result_msg = text;
  return { body };
}

describe('a password in an answer (ES-23, CK-11)', () => {
  const escaped = [...SECRET].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const leaks: readonly (readonly [what: string, answer: SampleAnswer, where: RegExp])[] = [
    ['in a message', message(`«${SECRET}» is wrong`), /in the member "result_msg"/],
    ['in text that is no JSON', { body: `<p>${SECRET}</p>` }, /in the response body/],
    ['in a string with \\u escapes', { body: `{"a":"${escaped}"}` }, /in the member "a"/],
    ['in a string with an escaped solidus', { body: { a: SECRET } }, /in the member "a"/],
    ['in an array', { body: [[SECRET]] }, /in the member/],
    ['as the name of a member', { body: { [SECRET]: 1 } }, /in the name of a member/],
    ['deep down', { body: { a: { b: [{ c: `x${SECRET}x` }] } } }, /in the member "c"/],
    ['in a header', { headers: [['X-Debug', `pwd=${SECRET}`]] }, /in a response header/],
    [
      'percent-encoded in a header',
      { headers: [['Location', `/?p=${encodeURIComponent(SECRET)}`]] },
      /in a response header/,
    ],
    ['in base64', message(`x ${Buffer.from(`ab:${SECRET}!`).toString('base64')}`), /in the response body/],
    ['in base64url', message(Buffer.from(`a${SECRET}`).toString('base64url')), /in the response body/],
    ['in hexadecimal', message(Buffer.from(SECRET).toString('hex').toUpperCase()), /in the response body/],
    ['percent-encoded in a message', message(`100% ${encodeURIComponent(SECRET)}`), /in the response body/],
    ['in an error of another status', { status: 500, body: `Exception: ${SECRET}` }, /in the response body/],
  ];
  for (const [what, answer, where] of leaks) {
    test(`${what} is found`, () => assert.match(String(found(answer)), where));
  }

  const harmless: readonly (readonly [what: string, answer: SampleAnswer])[] = [
    ['a refusal without it', { body: esignonRefusal() }],
    ['a part of it', message(SECRET.slice(0, -1))],
    ['it in other case', message(SECRET.toUpperCase())],
    ['an HTML page', { body: '<html>wrong password</html>' }],
    ['a header that does not decode', { headers: [['X', '%zz']] }],
  ];
  for (const [what, answer] of harmless) {
    test(`${what} is no leak`, () => assert.equal(found(answer), null));
  }

  const common: readonly (readonly [password: string, changes?: { company?: string; email?: string }])[] = [
    ['password'],
    ['12345678'],
    ['aaaaaaaa'],
    ['Short-1'],
    ['invalid password'],
    ['acme-corp-2', { company: 'acme-corp-2' }],
    ['mina@example.com', { email: 'mina@example.com' }],
    ['application/json'],
    ['access_token'],
    ['*'],
  ];
  for (const [password, changes] of common) {
    test(`${password} is too common to be judged, wherever it stands`, () => {
      assert.equal(found(message(`not ${password}, or so`), password, changes), undefined);
    });
  }

  describe('that stands elsewhere in the body of its request', () => {
    const evaluated = (body: unknown, answer = message(`«${SECRET}» is wrong`)) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const request = withFacts(
        { ...esignonRequest(), body: Buffer.from(text) },
        { passwords: [SECRET, OTHER] },
      );
      const exchange = answered(request, answer);
      return findPassword(exchange, readJson(exchange.answer?.body ?? new Uint8Array()));
    };
    const OTHER = 'Mossy-Kestrel-41#Tarn';
    const members = (more: object) => ({ header: {}, body: { memb_pwd: SECRET, ...more } });

    const repeated: readonly (readonly [what: string, body: unknown])[] = [
      ['in an array', members({ memb_email: [SECRET] })],
      ['in an object', members({ memb_email: { $eq: SECRET } })],
      ['as a part of another text', members({ memb_email: `${SECRET}@example.com` })],
      ['as the name of a member', members({ [SECRET]: 1 })],
      ['twice in a body that is no JSON', `{"memb_email":["${SECRET}"],"memb_pwd":"${SECRET}"`],
      ['as the e-mail, where there is no password', { body: { memb_email: [SECRET], memb_pwd: null } }],
      ['beside a digest', { password: '00ff', userId: [SECRET] }],
    ];
    for (const [what, body] of repeated) {
      test(`${what}: it may be repeated`, () => assert.equal(evaluated(body), null));
      test(`${what}: another password may not`, () =>
        assert.match(String(evaluated(body, message(OTHER))), /in the response body/));
    }

    const own: readonly (readonly [what: string, body: unknown])[] = [
      ['as itself', members({ memb_email: ['mina@example.com'] })],
      ['in an array of its own', { body: { memb_pwd: [SECRET, SECRET] } }],
      ['under its name in other letter case', { body: { Memb_Pwd: SECRET } }],
      ['a level too deep', { login: { password: SECRET } }],
      ['under another name alone', { body: { pin: SECRET } }],
      ['in a body that is no JSON', `{"memb_email":["mina@example.com"],"memb_pwd":"${SECRET}"`],
    ];
    for (const [what, body] of own) {
      test(`${what}: it may not be repeated`, () => assert.match(String(evaluated(body)), /in the member/));
    }
  });

  test('of several passwords the distinctive ones are judged', () => {
    const request = withFacts(esignonRequest(), { passwords: ['password', SECRET] });
    const exchange = answered(request, message('the password is wrong'));
    assert.equal(findPassword(exchange, readJson(exchange.answer?.body ?? new Uint8Array())), null);
  });

  test('without an answer, or without facts, there is nothing to judge', () => {
    const { facts: _, ...stranger } = esignonRequest();
    assert.equal(findPassword(failed(esignonRequest()), null), undefined);
    assert.equal(findPassword(answered(stranger), null), undefined);
  });
});
