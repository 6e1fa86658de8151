import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { SERVER_CERTIFICATE, SERVER_KEY, TEST_CA } from '../hostile/certificates.js';
import { onRequestHead, type RawServer, rawServer } from '../hostile/raw-server.js';
import { clientFor, loginRequest } from './support/client.js';

const VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [
  name,
  name.toLowerCase(),
]);

const ok = onRequestHead((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'));

describe('proxies of the environment', () => {
  const kept = new Map<string, string | undefined>();
  let target: RawServer;
  let secureTarget: RawServer;
  let proxy: http.Server;
  let proxyUrl: string;
  let seen: string[] = [];
  /** What the proxy answers by itself, to requests and for tunnels; `null`: it does its work. */
  let refusal: number | null = null;

  before(async () => {
    target = await rawServer(ok);
    secureTarget = await rawServer(ok, { key: SERVER_KEY, cert: SERVER_CERTIFICATE });
    proxy = http.createServer((request, response) => {
      seen.push(
        `${request.method} ${request.url} ${request.headers.host} ${request.headers['proxy-authorization']}`,
      );
      request.resume();
      response.statusCode = refusal ?? 200;
      response.end('{"by":"proxy"}');
    });
    proxy.on('connect', (request, socket: net.Socket) => {
      seen.push(`CONNECT ${request.url} ${request.headers['proxy-authorization']}`);
      if (refusal !== null) {
        socket.end(`HTTP/1.1 ${refusal} No\r\nContent-Length: 2\r\n\r\n{}`);
        return;
      }
      const onward = net.connect(secureTarget.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connected\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      for (const each of [socket, onward]) each.on('error', () => {});
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    proxyUrl = `http://user:pass@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  after(async () => {
    await target.close();
    await secureTarget.close();
    proxy.closeAllConnections();
    proxy.close();
  });
  beforeEach(() => {
    seen = [];
    refusal = null;
    for (const name of VARIABLES) {
      kept.set(name, process.env[name]);
      delete process.env[name];
    }
    process.env.HTTP_PROXY = proxyUrl;
    process.env.HTTPS_PROXY = proxyUrl;
  });
  afterEach(() => {
    for (const [name, value] of kept) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('are never asked for a target on this machine', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const { answer, failure } = await send(`http://${host}:${target.port}`);
      assert.equal(answer?.status, 200, failure?.message);
    }
    assert.equal((await send(secureTarget.url)).answer?.status, 200);
    assert.deepEqual(seen, []);
  });

  it('are asked for another host, which gets path and headers as they are', async () => {
    const { answer, url } = await send('http://provider.example.com/gate/');
    assert.equal(Buffer.from(answer?.body ?? '').toString(), '{"by":"proxy"}');
    assert.equal(url, 'http://provider.example.com/gate/a/../b%2Bc');
    assert.deepEqual(seen, [`POST ${url} provider.example.com Basic dXNlcjpwYXNz`]);
  });

  it('carry https through a tunnel, end to end', async () => {
    const { answer, failure } = await send('https://provider.example.com');
    assert.equal(answer?.status, 200, failure?.message);
    assert.deepEqual(seen, ['CONNECT provider.example.com:443 Basic dXNlcjpwYXNz']);
    const received = secureTarget.received.at(-1) ?? '';
    assert.match(received, /^POST \/a\/\.\.\/b%2Bc HTTP\/1\.1\r\nHost: provider\.example\.com\r\n/);
    assert.doesNotMatch(received, /proxy/i);
  });

  it('do not make an untrusted certificate trusted', async () => {
    const { failure } = await send('https://provider.example.com', null);
    assert.equal(failure?.kind, 'tls');
  });

  it('say by 407 that they want a login of their own: that is not the target', async () => {
    refusal = 407;
    const { answer, failure } = await send('http://provider.example.com');
    assert.equal(answer, null);
    assert.equal(failure?.kind, 'unreachable');
    assert.match(failure?.message ?? '', /asks for a login of its own \(HTTP 407\): check HTTP_PROXY/);
  });

  for (const status of [502, 503, 504]) {
    it(`say by ${status} that they have no answer of the target`, async () => {
      refusal = status;
      const { answer, failure } = await send('http://provider.example.com');
      assert.equal(answer, null);
      assert.equal(failure?.kind, 'proxy');
      assert.match(
        failure?.message ?? '',
        new RegExp(`no answer from provider.example.com:80 \\(HTTP ${status}`),
      );
    });
  }

  it('pass on what else the target answers', async () => {
    for (const status of [403, 500]) {
      refusal = status;
      const { answer, failure } = await send('http://provider.example.com');
      assert.equal(answer?.status, status, failure?.message);
    }
  });

  for (const status of [403, 407, 502]) {
    it(`refuse a tunnel by ${status}: that is not the target`, async () => {
      refusal = status;
      const { answer, failure } = await send('https://provider.example.com');
      assert.equal(answer, null);
      assert.equal(failure?.kind, 'unreachable');
      assert.match(
        failure?.message ?? '',
        new RegExp(`refuses a tunnel to .*:443 \\(HTTP ${status}\\): check HTTPS_PROXY`),
      );
    });
  }

  it('are passed by where NO_PROXY names the host', async () => {
    process.env.NO_PROXY = 'example.com,.example.com';
    const client = clientFor('http://provider.example.com', { timeoutMs: 300 });
    const { answer } = await client.send(loginRequest());
    await client.close();
    assert.equal(answer, null);
    assert.deepEqual(seen, []);
  });

  async function send(url: string, ca: string | null = TEST_CA) {
    const client = clientFor(url, { ca });
    try {
      return await client.send(loginRequest({ path: '/a/../b%2Bc' }));
    } finally {
      await client.close();
    }
  }
});
