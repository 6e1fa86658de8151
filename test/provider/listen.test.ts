import assert from 'node:assert/strict';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { describe, test } from 'node:test';
import { startProvider } from '../../src/provider/listen.js';
import { assertCkstackRefusal, assertEsignonRefusal, type TestAnswer } from './support/answers.js';
import { loginDocument, MINA, ROOT, signedHeaders, tokenDocument } from './support/requests.js';
import { SELF_SIGNED } from './support/self-signed.js';

const LOGIN = JSON.stringify(loginDocument('esignon-login'));
const JSON_TYPE = { 'content-type': 'application/json' };

/** Posts over a real socket; `path` goes onto the wire as it is. */
function post(
  url: string,
  path: string,
  options: https.RequestOptions & { body?: string } = {},
): Promise<TestAnswer> {
  const { body = LOGIN, ...rest } = options;
  const { hostname, port, protocol } = new URL(url);
  const request = protocol === 'https:' ? https.request : http.request;
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, path, method: 'POST', headers: JSON_TYPE, ...rest }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString('utf8');
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          bytes,
          text,
          json: () => JSON.parse(text),
        });
      });
    });
    sent.on('error', reject).end(body);
  });
}

/** Sends bytes as they are and returns what comes until the server closes. */
function exchangeRaw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject).on('close', () => resolve(text));
  });
}

describe('the provider on a real socket', () => {
  test('listens on a free loopback port and answers', async () => {
    const provider = await startProvider();
    try {
      assert.match(provider.url, /^http:\/\/127\.0\.0\.1:\d+$/);
      const answer = await post(provider.url, '/api/acme/login');
      assert.equal(answer.json().body.memb_email, MINA.email);
    } finally {
      await provider.close();
    }
  });

  test('reads a body that comes in chunks', async () => {
    const provider = await startProvider();
    try {
      const headers = { ...JSON_TYPE, 'transfer-encoding': 'chunked' };
      assert.equal(
        (await post(provider.url, '/api/acme/login', { headers })).json().header.result_code,
        '00',
      );
    } finally {
      await provider.close();
    }
  });

  test('answers targets that cannot be decoded in the envelope, below 500', async () => {
    const provider = await startProvider();
    try {
      for (const path of [
        '/api/%zz/login',
        '/api/%/login',
        '/api/%ff/startsimple',
        '/api/%C0%80/login?x=%zz',
      ]) {
        assertEsignonRefusal(await post(provider.url, path), ['99'], 400);
      }
      assert.equal((await post(provider.url, '/%zz')).status, 404);
      assertCkstackRefusal(await post(provider.url, '/token?tid=%zz'), 'E000421', '%zz');
    } finally {
      await provider.close();
    }
  });

  test('answers a request target in absolute form, * and junk', async () => {
    const provider = await startProvider();
    try {
      const absolute = await post(provider.url, 'http://other.example.com/api/acme/login');
      assert.equal(absolute.json().header.result_code, '00');
      const token = await post(provider.url, 'http://other.example.com/token?tid=1', {
        headers: signedHeaders('/token?tid=1'),
        body: JSON.stringify(tokenDocument(ROOT.userId, ROOT.password)),
      });
      assert.deepEqual([token.json().ckError, token.json().ckTid], ['S000001', '1']);
      assert.match(
        await exchangeRaw(provider.url, 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
        /^HTTP\/1\.1 404 /,
      );
      assert.match(await exchangeRaw(provider.url, 'junk\r\n\r\n'), /^HTTP\/1\.1 400 .*application\/json/s);
    } finally {
      await provider.close();
    }
  });

  test('answers a head that is too large with HTTP 431, in JSON', async () => {
    const provider = await startProvider();
    try {
      const head = `POST /token HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`;
      assert.match(await exchangeRaw(provider.url, head), /^HTTP\/1\.1 431 .*application\/json/s);
    } finally {
      await provider.close();
    }
  });

  test('a hook that fails breaks the connection, not the provider', async () => {
    const provider = await startProvider({
      onReply: (reply, { target }) => {
        if (target.endsWith('?fail')) throw new Error('of the hook');
        return reply;
      },
    });
    try {
      await assert.rejects(post(provider.url, '/api/acme/login?fail'), { code: 'ECONNRESET' });
      assert.equal((await post(provider.url, '/api/acme/login')).status, 200);
    } finally {
      await provider.close();
    }
  });

  test('ignores an expectation that it does not know', async () => {
    const provider = await startProvider();
    try {
      const headers = { ...JSON_TYPE, expect: 'nothing' };
      assert.equal(
        (await post(provider.url, '/api/acme/login', { headers })).json().header.result_code,
        '00',
      );
    } finally {
      await provider.close();
    }
  });

  test('url has the prefix', async () => {
    const provider = await startProvider({ prefix: '/v1' });
    try {
      assert.match(provider.url, /^http:\/\/127\.0\.0\.1:\d+\/v1$/);
      assert.equal((await post(provider.url, '/v1/api/acme/login')).status, 200);
    } finally {
      await provider.close();
    }
  });

  test('url of a wildcard address is one that can be reached', async () => {
    const provider = await startProvider({ host: '0.0.0.0' });
    try {
      assert.match(provider.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    } finally {
      await provider.close();
    }
  });

  test('speaks https with a key and a certificate', async () => {
    const provider = await startProvider({ tls: SELF_SIGNED });
    try {
      assert.match(provider.url, /^https:/);
      const answer = await post(provider.url, '/api/acme/login', { ca: SELF_SIGNED.cert, agent: false });
      assert.equal(answer.json().header.result_code, '00');
    } finally {
      await provider.close();
    }
  });

  test('rejects when the port is taken, and leaves nothing open', async () => {
    const provider = await startProvider();
    const port = Number(new URL(provider.url).port);
    try {
      await assert.rejects(startProvider({ port }), { code: 'EADDRINUSE' });
    } finally {
      await provider.close();
    }
    await (await startProvider({ port })).close();
  });

  test('close ends idle connections and those with a request half sent', async () => {
    const provider = await startProvider();
    const port = Number(new URL(provider.url).port);
    const head = `POST /api/acme/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${LOGIN.length}\r\n\r\n`;
    const sockets = [head + LOGIN, head].map((bytes) => {
      const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
      return socket.on('error', () => undefined);
    });
    const ended = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    await new Promise((resolve) => sockets[0]?.once('data', resolve));
    await provider.close();
    await Promise.all(ended);
    assert.ok(sockets.every((socket) => socket.destroyed));
  });
});
