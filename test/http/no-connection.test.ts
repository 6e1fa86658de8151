import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endpointOf } from '../../src/http/endpoint.js';
import type { FailureKind } from '../../src/http/exchange.js';
import { type FailureContext, failureOf } from '../../src/http/failure.js';
import { emptyTrace } from '../../src/http/guarded-request.js';
import {
  EXPIRED_CERTIFICATE,
  OTHER_HOST_CERTIFICATE,
  SERVER_CERTIFICATE,
  SERVER_KEY,
  TEST_CA,
} from '../hostile/certificates.js';
import { onRequestHead, rawServer, type Serve } from '../hostile/raw-server.js';
import { clientFor, loginRequest } from './support/client.js';

const answersOk: Serve = onRequestHead((socket) => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
});

describe('no connection', () => {
  it('nothing listens: refused', async () => {
    const server = await rawServer(() => {});
    await server.close();
    const { failure } = await sendTo(server.url);
    assert.equal(failure?.kind, 'refused');
    assert.equal(failure?.message, `nothing listens on 127.0.0.1:${server.port} (connection refused)`);
  });

  it('nothing listens on any address of the name: refused', async () => {
    const server = await rawServer(() => {});
    await server.close();
    const { failure } = await sendTo(`http://localhost:${server.port}`);
    assert.equal(failure?.kind, 'refused');
  });

  for (const [code, kind, says] of [
    [
      'ENOTFOUND',
      'unresolved',
      /the host name of provider\.example\.com:443 cannot be resolved \(ENOTFOUND\)/,
    ],
    ['EAI_AGAIN', 'unresolved', /cannot be resolved/],
    ['EHOSTUNREACH', 'unreachable', /cannot be reached \(EHOSTUNREACH\)/],
    ['ENETUNREACH', 'unreachable', /cannot be reached/],
    ['ETIMEDOUT', 'unreachable', /cannot be reached/],
    ['CERT_HAS_EXPIRED', 'tls', /has expired/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls', /not trusted \(UNABLE.*; try --ca=FILE/],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls', /no TLS connection with/],
    ['ESOMETHING', 'unreachable', /ESOMETHING/],
  ] satisfies [string, FailureKind, RegExp][]) {
    it(`${code}: ${kind}`, () => {
      const error = Object.assign(new Error('connect failed'), { code });
      for (const cause of [error, new AggregateError([error, new Error('another')])]) {
        const failure = failureOf(context({ error: cause }));
        assert.equal(failure.kind, kind);
        assert.match(failure.message, says);
      }
    });
  }

  it('what is no error, or says something with control characters: one clean sentence', () => {
    for (const error of ['\u001b[31mred\u202e', new Error('\u0000\n\u009b'), null]) {
      assert.match(failureOf(context({ error })).message, /^[\x20-\x7e]{10,300}$/);
    }
  });

  it('the run cut off outranks the deadline, the deadline what broke by it', () => {
    const error = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    assert.equal(failureOf(context({ error, deadline: 5, cancelled: true })).kind, 'cancelled');
    const late = failureOf(context({ error, deadline: 5 }));
    assert.equal(late.kind, 'timeout');
    assert.equal(late.message, 'no connection to provider.example.com:443 within 5 ms');
  });
});

describe('no TLS', () => {
  it('a certificate of an unknown authority: tls, and what to do', async () => {
    const { failure } = await sendToTls(SERVER_CERTIFICATE, { ca: null });
    assert.equal(failure?.kind, 'tls');
    assert.match(
      failure?.message ?? '',
      /^the certificate of 127\.0\.0\.1:\d+ is not trusted \(.*\); try --ca=FILE$/,
    );
  });

  it('a certificate for another host: tls, and for which', async () => {
    const { failure } = await sendToTls(OTHER_HOST_CERTIFICATE);
    assert.equal(failure?.kind, 'tls');
    assert.match(failure?.message ?? '', /for another host \(.*other\.example\.com/);
  });

  it('a certificate out of date: tls', async () => {
    const { failure } = await sendToTls(EXPIRED_CERTIFICATE);
    assert.equal(failure?.kind, 'tls');
    assert.match(failure?.message ?? '', /has expired/);
  });

  it('the connection is closed in the middle of the handshake: tls', async () => {
    for (const serve of [
      (socket) => socket.once('data', () => socket.end()),
      (socket) => socket.once('data', () => socket.resetAndDestroy()),
    ] satisfies Serve[]) {
      const server = await rawServer(serve);
      const { failure } = await sendTo(server.url.replace('http:', 'https:'));
      assert.equal(failure?.kind, 'tls');
      assert.match(failure?.message ?? '', /during the TLS handshake/);
      await server.close();
    }
  });

  it('the handshake is never answered: timeout, before any connection', async () => {
    const server = await rawServer(() => {});
    const { failure } = await sendTo(server.url.replace('http:', 'https:'), { timeoutMs: 300 });
    assert.equal(failure?.kind, 'timeout');
    assert.match(failure?.message ?? '', /^no connection to/);
    await server.close();
  });

  it('https where plain HTTP is spoken: tls, and what to try', async () => {
    const server = await rawServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'));
    });
    const { failure } = await sendTo(server.url.replace('http:', 'https:'));
    assert.equal(failure?.kind, 'tls');
    assert.match(failure?.message ?? '', /try http:\/\/127/);
    await server.close();
  });

  it('plain HTTP where TLS is spoken: not-http, and what to try', async () => {
    const server = await rawServer(answersOk, { key: SERVER_KEY, cert: SERVER_CERTIFICATE });
    const { failure } = await sendTo(server.url.replace('https:', 'http:'));
    assert.ok(failure?.kind === 'not-http' || failure?.kind === 'reset', failure?.message);
    if (failure.kind === 'not-http') assert.match(failure.message, /try https:\/\/127/);
    await server.close();
  });
});

describe('https', () => {
  it('with the authority given: an answer, and the connection is used again', async () => {
    const server = await rawServer(answersOk, { key: SERVER_KEY, cert: SERVER_CERTIFICATE });
    const client = clientFor(`${server.url}/prefix`, { ca: TEST_CA });
    assert.equal((await client.send(loginRequest())).answer?.status, 200);
    assert.equal((await client.send(loginRequest())).answer?.status, 200);
    assert.equal(server.connections, 1);
    assert.match(
      server.received[0] ?? '',
      /^POST \/prefix\/api\/acme\/login HTTP\/1\.1\r\nHost: 127\.0\.0\.1:/,
    );
    await client.close();
    await server.close();
  });

  it('with the authority given, by name', async () => {
    const server = await rawServer(answersOk, { key: SERVER_KEY, cert: SERVER_CERTIFICATE });
    const { answer } = await sendTo(`https://localhost:${server.port}`, { ca: TEST_CA });
    assert.equal(answer?.status, 200);
    await server.close();
  });

  it('without verification: an answer, whoever it is', async () => {
    for (const certificate of [SERVER_CERTIFICATE, OTHER_HOST_CERTIFICATE, EXPIRED_CERTIFICATE]) {
      const { answer } = await sendToTls(certificate, { ca: null, insecure: true });
      assert.equal(answer?.status, 200);
    }
  });

  it('a kept connection that is closed when used again: sent once more on a fresh one', async () => {
    const closesSecond = onRequestHead((socket, nth) => {
      if (nth === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
      else socket.end();
    });
    const server = await rawServer(closesSecond, { key: SERVER_KEY, cert: SERVER_CERTIFICATE });
    const client = clientFor(server.url, { ca: TEST_CA });
    await client.send(loginRequest());
    const { answer, attempts } = await client.send(loginRequest());
    assert.equal(answer?.status, 200);
    assert.equal(attempts, 2);
    await client.close();
    await server.close();
  });
});

function context(changes: Partial<FailureContext>): FailureContext {
  return {
    endpoint: endpointOf('https://provider.example.com'),
    seen: emptyTrace(),
    error: null,
    deadline: null,
    cancelled: false,
    ...changes,
  };
}

async function sendTo(url: string, options: Parameters<typeof clientFor>[1] = {}) {
  const client = clientFor(url, options);
  const exchange = await client.send(loginRequest());
  await client.close();
  return exchange;
}

async function sendToTls(certificate: string, options: Parameters<typeof clientFor>[1] = { ca: TEST_CA }) {
  const server = await rawServer(answersOk, { key: SERVER_KEY, cert: certificate });
  try {
    return await sendTo(server.url, options);
  } finally {
    await server.close();
  }
}
