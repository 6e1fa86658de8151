import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { buildApp } from '../../src/provider/build-app.js';
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
const PATHS = ['/api/acme/startsimple', '/api/acme/login', '/token'];

describe('methods other than POST (ES-22, CK-22)', () => {
  const app = buildApp();
  for (const method of OTHER_METHODS) {
    for (const url of PATHS) {
      test(`${method} ${url} gets HTTP 405, with Allow and an envelope`, async () => {
        const payload = JSON.stringify(loginDocument('esignon-login'));
        const headers = { 'content-type': 'application/json' };
        // Fastify's type of methods is narrower than what inject sends.
        const options = { method, url, headers, ...(method === 'TRACE' ? {} : { payload }) } as InjectOptions;
        const answer = await send(app, options);
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
  const app = buildApp();
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
      const answer = await send(app, { method: 'POST', url, payload: {} });
      assert.equal(answer.status, 404);
      assertSound(answer);
    });
  }

  test('under a prefix all three are served there and only there, and the signature covers it', async () => {
    const prefixed = buildApp({ prefix: '/v1' });
    for (const profile of ESIGNON_PROFILES) {
      const options: InjectOptions = { method: 'POST', payload: loginDocument(profile) };
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

  test('a company of the longest length that fits is a company that does not exist', async () => {
    const company = 'c'.repeat(8000);
    const document = loginDocument('esignon-login');
    assertEsignonRefusal(await postLogin(app, 'esignon-login', document, company), ['10']);
  });

  test('profiles can be left out, and served elsewhere', async () => {
    const other = buildApp({
      profiles: ['esignon-login'],
      paths: { 'esignon-login': '/esign/{company}/v2.0/token' },
    });
    const payload = loginDocument('esignon-login');
    const answer = await send(other, { method: 'POST', url: '/esign/acme/v2.0/token', payload });
    assert.equal(answer.json().header.result_code, '00');
    for (const url of PATHS) assert.equal((await send(other, { method: 'POST', url, payload })).status, 404);
    assert.equal((await send(other, { method: 'GET', url: '/esign/acme/v2.0/token' })).status, 405);
    assert.equal((await send(other, { method: 'GET', url: '/esign/acme/v2x0/token' })).status, 404);
  });
});

describe('bodies', () => {
  test('over the limit get HTTP 413, in the envelope and with the tid', async () => {
    const app = buildApp({ bodyLimit: 1000 });
    const big = JSON.stringify({ ...loginDocument('esignon-login'), more: 'x'.repeat(1000) });
    for (const profile of ESIGNON_PROFILES) {
      assertEsignonRefusal(await postLogin(app, profile, big), ['99'], 413);
    }
    const answer = await postToken(app, { url: '/token?tid=9', document: big });
    assert.equal(answer.status, 413);
    assertCkstackRefusal(answer, 'E000413', '9');
  });

  test('of 200 KiB are read', async () => {
    const app = buildApp();
    const document = { ...loginDocument('esignon-login'), more: 'x'.repeat(200 * 1024) };
    assert.equal((await postLogin(app, 'esignon-login', document)).json().header.result_code, '00');
  });

  test('of another media type get HTTP 415 from ckstack, with the tid', async () => {
    const app = buildApp();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'nonsense']) {
      const answer = await postToken(app, { url: '/token?tid=9', headers: { 'content-type': type } });
      assert.equal(answer.status, 415);
      assertCkstackRefusal(answer, 'E000415', '9');
    }
  });
});
