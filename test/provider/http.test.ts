import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createServer } from '../../src/provider/server.js';
import { assertCkstackRefusal, assertEsignonRefusal, assertSound } from './support/answers.js';
import {
  ESIGNON_PROFILES,
  loginDocument,
  postLogin,
  postToken,
  send,
  signedHeaders,
} from './support/requests.js';

const OTHER_METHODS = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
const JSON_TYPE = { 'content-type': 'application/json' };
const PATHS = ['/api/acme/startsimple', '/api/acme/login', '/token'];

describe('methods other than POST (ES-22, CK-22)', () => {
  const app = createServer();
  for (const method of OTHER_METHODS) {
    for (const url of PATHS) {
      test(`${method} ${url} gets HTTP 405, with Allow and an envelope`, async () => {
        const payload = JSON.stringify(loginDocument('esignon-login'));
        const answer = await send(app, {
          method,
          url,
          headers: JSON_TYPE,
          ...(method === 'TRACE' ? {} : { payload }),
        });
        assert.equal(answer.headers.allow, 'POST');
        if (url === '/token') assertCkstackRefusal(answer, 'E000405');
        else assertEsignonRefusal(answer, ['99'], 405);
        assert.equal(answer.status, 405);
      });
    }
  }

  test('HEAD gets HTTP 405', async () => {
    const answer = await send(app, { method: 'HEAD', url: '/token' });
    assert.deepEqual([answer.status, answer.headers.allow], [405, 'POST']);
  });
});

describe('paths', () => {
  const app = createServer();
  for (const url of [
    '/',
    '/api',
    '/api/acme',
    '/api/acme/other',
    '/api/acme/login/',
    '/tokens',
    '/v1/token',
  ]) {
    test(`${url} is unknown: HTTP 404, JSON`, async () => {
      const answer = await send(app, { method: 'POST', url, payload: '{}' });
      assert.equal(answer.status, 404);
      assertSound(answer);
    });
  }

  test('under a prefix all three are served there and only there, and the signature covers it', async () => {
    const prefixed = createServer({ prefix: '/v1' });
    for (const profile of ESIGNON_PROFILES) {
      const options = { method: 'POST', headers: JSON_TYPE, payload: JSON.stringify(loginDocument(profile)) };
      const path = `/api/acme/${profile.replace('esignon-', '')}`;
      assert.equal((await send(prefixed, { ...options, url: `/v1${path}` })).json().header.result_code, '00');
      assert.equal((await send(prefixed, { ...options, url: path })).status, 404);
    }
    assert.equal((await postToken(prefixed, { url: '/v1/token?tid=1' })).json().ckError, 'S000001');
    const unprefixed = signedHeaders('/token?tid=1');
    assertCkstackRefusal(
      await postToken(prefixed, { url: '/v1/token?tid=1', headers: unprefixed }),
      'E000420',
      '1',
    );
    assert.equal((await send(prefixed, { method: 'GET', url: '/v1/token' })).status, 405);
  });

  test('with unreserved characters percent-encoded are the same (RFC 3986, 2.3)', async () => {
    const payload = JSON.stringify(loginDocument('esignon-login'));
    for (const url of ['/api/acme/l%6Fgin', '/%61pi/%61cme/login', '/api/acme/login?%61=%zz']) {
      const answer = await send(app, { method: 'POST', url, headers: JSON_TYPE, payload });
      assert.equal(answer.json().header.result_code, '00', url);
    }
    for (const url of ['/api%2Facme/login', '/api/acme%2Flogin', '/api/acme/login%3F']) {
      assert.equal((await send(app, { method: 'POST', url, headers: JSON_TYPE, payload })).status, 404, url);
    }
  });

  test('a company of the longest length that fits is a company that does not exist', async () => {
    const company = 'c'.repeat(8000);
    const document = loginDocument('esignon-login');
    assertEsignonRefusal(await postLogin(app, 'esignon-login', document, company), ['10']);
  });

  test('profiles can be left out, and served elsewhere', async () => {
    const other = createServer({
      profiles: ['esignon-login'],
      paths: { 'esignon-login': '/esign/{company}/v2.0/token' },
    });
    const payload = JSON.stringify(loginDocument('esignon-login'));
    const answer = await send(other, {
      method: 'POST',
      url: '/esign/acme/v2.0/token',
      headers: JSON_TYPE,
      payload,
    });
    assert.equal(answer.json().header.result_code, '00');
    for (const url of PATHS) assert.equal((await send(other, { method: 'POST', url, payload })).status, 404);
    assert.equal((await send(other, { method: 'GET', url: '/esign/acme/v2.0/token' })).status, 405);
    assert.equal((await send(other, { method: 'GET', url: '/esign/acme/v2x0/token' })).status, 404);
  });
});

describe('bodies', () => {
  test('over the limit get HTTP 413, in the envelope and with the tid', async () => {
    const app = createServer({ bodyLimit: 1000 });
    const big = JSON.stringify({ ...loginDocument('esignon-login'), more: 'x'.repeat(1000) });
    for (const profile of ESIGNON_PROFILES) {
      assertEsignonRefusal(await postLogin(app, profile, big), ['99'], 413);
    }
    const answer = await postToken(app, { url: '/token?tid=9', document: big });
    assert.equal(answer.status, 413);
    assertCkstackRefusal(answer, 'E000413', '9');
  });

  test('over the limit that come in chunks get HTTP 413 as well', async () => {
    const headers = { ...JSON_TYPE, 'transfer-encoding': 'chunked' };
    const payload = JSON.stringify({ ...loginDocument('esignon-login'), more: 'x'.repeat(1000) });
    const app = createServer({ bodyLimit: 1000 });
    const answer = await send(app, { method: 'POST', url: '/api/acme/login', headers, payload });
    assertEsignonRefusal(answer, ['99'], 413);
  });

  test('of 200 KiB are read', async () => {
    const app = createServer();
    const document = { ...loginDocument('esignon-login'), more: 'x'.repeat(200 * 1024) };
    assert.equal((await postLogin(app, 'esignon-login', document)).json().header.result_code, '00');
  });

  test('of another media type get HTTP 415 from ckstack, with the tid', async () => {
    const app = createServer();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'nonsense']) {
      const answer = await postToken(app, { url: '/token?tid=9', headers: { 'content-type': type } });
      assert.equal(answer.status, 415);
      assertCkstackRefusal(answer, 'E000415', '9');
    }
  });
});
