import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createServer } from '../../src/provider/server.js';
import type { Json } from './support/answers.js';
import { MINA, postLogin } from './support/requests.js';

const CREDENTIALS = { memb_email: MINA.email, memb_pwd: MINA.password };

/** The requests that clients in the field post to login: what they send beside what is documented. */
const CLIENTS: readonly { client: string; headers: Record<string, string>; body: string }[] = [
  {
    client: 'PHP curl, members in a pretty print',
    headers: { accept: '*/*', 'content-type': 'application/json', 'user-agent': 'esignonapi' },
    body: JSON.stringify(
      {
        header: { request_code: '1001Q', request_msg: '인증코드 요청을 합니다', session_id: 'thread_023' },
        body: { comp_id: 'acme', ...CREDENTIALS, client_id: 'e8f1c0' },
      },
      null,
      4,
    ).replaceAll('/', '\\/'),
  },
  {
    client: 'PHP json_encode, which escapes all but ASCII',
    headers: { accept: '*/*', 'content-type': 'application/json; charset=utf-8' },
    body: `{"header":{"version":"1.1.60","request_code":"1001Q","request_msg":"\\uc778\\uc99d"},"body":${JSON.stringify(CREDENTIALS)}}`,
  },
  {
    client: 'Deno fetch',
    headers: {
      accept: '*/*',
      'accept-encoding': 'gzip,br',
      'accept-language': '*',
      'content-type': 'application/json',
      'user-agent': 'Deno/1.40.0',
    },
    body: JSON.stringify({ header: { request_code: '1001Q', session_id: '' }, body: { ...CREDENTIALS } }),
  },
  {
    client: 'axios',
    headers: {
      accept: 'application/json, text/plain, */*',
      'accept-encoding': 'gzip, compress, deflate, br',
      'content-type': 'application/json;charset=utf-8',
      'user-agent': 'axios/1.6.0',
    },
    body: JSON.stringify({
      header: { request_code: '1001Q', version: '1.1.60', request_msg: 'login', session_id: 'thread_023' },
      body: { ...CREDENTIALS, comp_id: '', client_id: null },
    }),
  },
  {
    client: 'Python requests with json=, which writes spaces',
    headers: {
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
      connection: 'keep-alive',
      'content-type': 'application/json',
      'user-agent': 'python-requests/2.31.0',
    },
    body: `{"header": {"request_code": "1001Q", "version": 1}, "body": {"client_id": "x", "memb_email": "${MINA.email}", "memb_pwd": "${MINA.password}"}}`,
  },
];

describe('esignon-login: clients seen in the field (ES-20, ES-21)', () => {
  const app = createServer();
  for (const { client, headers, body } of CLIENTS) {
    test(`${client} logs in`, async () => {
      const answer = await postLogin(app, 'esignon-login', body, 'acme', headers);
      assert.equal(answer.status, 200);
      const { header, body: given }: Json = answer.json();
      assert.equal(header.result_code, '00');
      assert.equal(given.comp_id, 'acme');
      assert.equal(given.memb_email, MINA.email);
      assert.equal(answer.headers['content-encoding'], undefined);
    });
  }

  test('a wrong client_id or comp_id does not matter to login', async () => {
    const document = {
      header: { request_code: '1001Q' },
      body: { ...CREDENTIALS, comp_id: 'other', client_id: 1 },
    };
    assert.equal((await postLogin(app, 'esignon-login', document)).json().header.result_code, '00');
  });
});
