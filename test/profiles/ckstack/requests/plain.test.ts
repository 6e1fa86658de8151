import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainDraft, signDraft, withTid } from '../../../../src/profiles/ckstack/requests/login.js';
import type { Signer } from '../../../../src/profiles/ckstack/signer.js';
import {
  ckstackLogin,
  headerOf,
  PASSWORD,
  SIGNER,
  sha256,
  strictJson,
  USER_ID,
} from '../../login/sample-logins.js';

/** Keeps what it was asked to sign. */
function recorder(): { readonly signer: Signer; readonly signed: unknown[] } {
  const signed: unknown[] = [];
  const signer: Signer = async (input) => {
    signed.push(input);
    return 'signature-1';
  };
  return { signer, signed };
}

describe('a plain ckstack login', () => {
  test('sends what the document lists', async () => {
    const request = await signDraft(plainDraft(ckstackLogin()), async () => 'signature-1', '');
    assert.equal(request.method, 'POST');
    assert.equal(request.path, '/token?tid=tid-1');
    assert.deepEqual(request.headers, [
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
      ['H-Date', 'Wed, 06 May 2026 07:08:09 GMT'],
      ['Ck-Service', 'assay'],
      ['H-Authorization', 'Open key-1:signature-1'],
    ]);
    assert.deepEqual(strictJson(request), { userId: USER_ID, password: sha256(PASSWORD) });
  });

  test('the digest is base64 where the fixtures say so', async () => {
    const request = await signDraft(plainDraft(ckstackLogin({ passwordEncoding: 'base64' })), SIGNER, '');
    assert.deepEqual(strictJson(request), { userId: USER_ID, password: sha256(PASSWORD, 'base64') });
  });

  test('is valid, names its account, and knows its secrets in every spelling', async () => {
    const { facts, secrets } = await signDraft(plainDraft(ckstackLogin()), async () => 'signature-1', '');
    assert.deepEqual(
      [facts?.valid, facts?.wrongCredentials, facts?.account, facts?.sent?.userId, facts?.sent?.tid],
      [true, false, `ckstack ${USER_ID}`, USER_ID, 'tid-1'],
    );
    const spellings = [
      PASSWORD,
      sha256(PASSWORD),
      sha256(PASSWORD).toUpperCase(),
      sha256(PASSWORD, 'base64'),
    ];
    for (const password of spellings) {
      assert.ok(facts?.passwords.includes(password) && secrets.includes(password));
    }
    for (const secret of ['signature-1', 'key-1', 'Open key-1:signature-1']) {
      assert.ok(secrets.includes(secret), secret);
    }
  });

  test('what is signed is what is on the wire, the prefix and the query included', async () => {
    const { signer, signed } = recorder();
    const draft = plainDraft(ckstackLogin({ tid: '거래 1', path: '/v2/token?x=1' }));
    const request = await signDraft(draft, signer, '/base');
    assert.equal(request.path, '/v2/token?x=1&tid=%EA%B1%B0%EB%9E%98%201');
    assert.deepEqual(signed, [
      {
        method: 'POST',
        path: `/base${request.path}`,
        date: headerOf(request, 'h-date'),
        service: 'assay',
        body: Buffer.from(request.body ?? []).toString(),
        apiKey: 'key-1',
      },
    ]);
  });

  test('a header that is left out is signed as the empty string', async () => {
    const { signer, signed } = recorder();
    const draft = { ...plainDraft(ckstackLogin()), date: null, service: null, body: null };
    const request = await signDraft(draft, signer, '');
    assert.deepEqual(
      request.headers.map(([name]) => name),
      ['Accept', 'Content-Type', 'H-Authorization'],
    );
    const [input] = signed as [Record<string, string>];
    assert.deepEqual([input.date, input.service, input.body], ['', '', '']);
  });

  test('without a transaction id there is no query', () => {
    assert.equal(withTid('/token', undefined), '/token');
    assert.equal(withTid('/token', 'a&b=c+d'), '/token?tid=a%26b%3Dc%2Bd');
  });
});
