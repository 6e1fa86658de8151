import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathOf, plainLogin } from '../../../../src/profiles/esignon/requests/login.js';
import { EMAIL, ESIGNON_PROFILES, esignonLogin, PASSWORD, strictJson } from '../../login/sample-logins.js';

describe('a plain eSignon login', () => {
  test('startsimple sends what the Korean document lists', () => {
    const request = plainLogin(esignonLogin('esignon-startsimple'));
    assert.deepEqual(strictJson(request), {
      header: { request_code: '1001Q', request_msg: '인증코드 요청을 합니다.', session_id: 'thread_023' },
      body: { comp_id: 'acme', memb_email: EMAIL, memb_pwd: PASSWORD, client_id: 'client-1' },
    });
    assert.deepEqual(request.headers, [
      ['Content-Type', 'application/json'],
      ['User-Agent', 'esignonapi'],
    ]);
    assert.equal(request.path, '/api/acme/startsimple');
  });

  test('login sends what the Japanese document lists', () => {
    const request = plainLogin(esignonLogin('esignon-login'));
    assert.deepEqual(strictJson(request), {
      header: { request_code: '1001Q' },
      body: { memb_email: EMAIL, memb_pwd: PASSWORD },
    });
    assert.deepEqual(request.headers, [['Content-Type', 'application/json']]);
    assert.equal(request.path, '/api/acme/login');
  });

  for (const profile of ESIGNON_PROFILES) {
    test(`${profile}: is a POST that is valid, names its account and knows its secrets`, () => {
      const { method, facts, secrets } = plainLogin(esignonLogin(profile));
      assert.equal(method, 'POST');
      assert.deepEqual(facts, {
        valid: true,
        account: `esignon acme ${EMAIL}`,
        passwords: [PASSWORD, PASSWORD],
        sent: { company: 'acme', email: EMAIL },
      });
      assert.deepEqual([...new Set(secrets)], [PASSWORD, 'client-1']);
    });
  }

  test('a company is one segment of the path, whatever its name', () => {
    const path = '/api/{company}/login';
    assert.equal(pathOf({ path, company: 'a b/c?d#é' }), '/api/a%20b%2Fc%3Fd%23%C3%A9/login');
  });
});
