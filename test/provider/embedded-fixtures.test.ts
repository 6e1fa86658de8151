import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CKSTACK_USER_KEYS } from '../../src/profiles/ckstack/fixtures.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { createServer } from '../../src/provider/server.js';
import { ESIGNON_PROFILES, loginDocument, postLogin, postToken, tokenDocument } from './support/requests.js';

const { esignon, ckstack } = EMBEDDED_FIXTURES;

function everyPassword(): readonly string[] {
  const users = CKSTACK_USER_KEYS.map((key) => ckstack?.users?.[key]);
  const all = [esignon?.user, esignon?.secondUser, esignon?.blockedCompany, ...users];
  return all.map((user) => user?.password ?? '');
}

describe('the embedded fixtures', () => {
  const app = createServer();

  test('name eSignon users that log in', async () => {
    for (const profile of ESIGNON_PROFILES) {
      for (const user of [esignon?.user, esignon?.secondUser]) {
        assert.ok(user && esignon?.company && esignon.clientId);
        const document = loginDocument(profile, user, esignon.company);
        if (profile === 'esignon-startsimple') document.body.client_id = esignon.clientId;
        const answer = await postLogin(app, profile, document, esignon.company);
        assert.equal(answer.json().body.memb_email, user.email);
      }
    }
  });

  test('name a blocked company with right credentials', async () => {
    const blocked = esignon?.blockedCompany;
    assert.ok(blocked);
    const answer = await postLogin(
      app,
      'esignon-login',
      loginDocument('esignon-login', blocked),
      blocked.company,
    );
    assert.equal(answer.json().header.result_code, '95');
  });

  test('name ckstack users of every kind that log in', async () => {
    for (const key of CKSTACK_USER_KEYS) {
      const user = ckstack?.users?.[key];
      assert.ok(user);
      const answer = await postToken(app, { document: tokenDocument(user.userId, user.password) });
      assert.equal(answer.json().user.userId, user.userId);
    }
  });

  test('say how requests are signed', () => {
    assert.deepEqual(
      { ...ckstack?.signature, secret: '' },
      { hmac: 'sha256', secret: '', encoding: 'base64', message: '{method}\n{path}\n{date}\n{service}' },
    );
    assert.deepEqual(
      [ckstack?.apiKey, ckstack?.service, ckstack?.passwordEncoding],
      ['key-1', 'assay', 'hex'],
    );
  });

  test('have distinctive passwords: long, of mixed classes, none a part of another', () => {
    const passwords = everyPassword();
    for (const password of passwords) {
      for (const part of [/^.{12,}$/, /[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/]) assert.match(password, part);
      assert.equal(passwords.filter((other) => other.includes(password)).length, 1);
    }
  });
});
