import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import type { RedactedExchange } from '../../src/redaction/redacted-exchange.js';
import { createRedactor } from '../../src/redaction/redactor.js';
import { onRequestHead, rawServer } from '../hostile/raw-server.js';
import { clientFor, loginRequest } from './support/client.js';

const OK =
  'HTTP/1.1 200 Fine\r\nContent-Type: application/json\r\nX-Two: a\r\nx-two: b\r\nContent-Length: 2\r\n\r\n{}';
const answersOk = onRequestHead((socket) => socket.write(OK));

describe('an exchange', () => {
  it('tells the answer as it stood on the wire', async () => {
    const server = await rawServer(answersOk);
    const client = clientFor(server.url);
    const request = loginRequest();
    const exchange = await client.send(request);
    assert.deepEqual(exchange.answer, {
      status: 200,
      statusText: 'Fine',
      httpVersion: '1.1',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Two', 'a'],
        ['x-two', 'b'],
        ['Content-Length', '2'],
      ],
      body: Buffer.from('{}'),
    });
    assert.equal(exchange.request, request);
    assert.equal(exchange.url, `${server.url}/api/acme/login`);
    assert.equal(exchange.failure, null);
    assert.ok(exchange.durationMs >= 0);
    assert.ok(Math.abs(exchange.startedAt.getTime() - Date.now()) < 60_000);
    await client.close();
    await server.close();
  });

  it('has an id in the order of sending, and is observed before it is returned', async () => {
    const server = await rawServer(answersOk);
    const observed: RedactedExchange[] = [];
    const redactor = createRedactor();
    const client = clientFor(server.url, {
      maxInFlight: 1,
      redactor,
      onExchange: (exchange) => observed.push(exchange),
    });
    const [one, two] = await Promise.all([client.send(loginRequest()), client.send(loginRequest())]);
    const three = await client.exclusive((sender) => sender.send(loginRequest()));
    assert.deepEqual(
      [one, two, three].map(({ id }) => id),
      ['x-1', 'x-2', 'x-3'],
    );
    assert.deepEqual(observed, [one, two, three].map(redactor.redact));
    await client.close();
    await server.close();
  });

  it('has a URL without the credentials, the query and the fragment of the base URL', async () => {
    const server = await rawServer(answersOk);
    const client = clientFor(`http://user:secret@127.0.0.1:${server.port}/v1/?a=b#c`);
    const exchange = await client.send(loginRequest());
    assert.equal(exchange.url, `${server.url}/v1/api/acme/login`);
    assert.doesNotMatch(server.received[0] ?? '', /authorization/i);
    await client.close();
    await server.close();
  });

  it('teaches the redactor the secrets of the request, the tokens of the answer and the values of --header', async () => {
    const body = '{"body":{"access_token":"tok\\u0065n-of-mina"}}';
    const server = await rawServer(
      onRequestHead((socket) =>
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
      ),
    );
    const redactor = createRedactor();
    const client = clientFor(server.url, { redactor, headers: [['X-Gateway', 'Bearer gateway-key']] });
    await client.send(loginRequest({ secrets: ['mina-password'] }));
    assert.equal(redactor.text('mina-password, token-of-mina, gateway-key!'), '***, ***, ***!');
    await client.close();
    await server.close();
  });

  it('has a failure message without the secrets of the request', async () => {
    const client = clientFor('http://127.0.0.1:1');
    const { failure } = await client.send(loginRequest({ secrets: ['127.0.0.1'] }));
    assert.match(failure?.message ?? '', /nothing listens on \*\*\*:1/);
    await client.close();
  });
});

describe('a run that is cut off', () => {
  it('ends what is in flight, what waits and what comes after as cancelled', async () => {
    const run = new AbortController();
    const server = await rawServer(onRequestHead(() => run.abort()));
    const observed: string[] = [];
    const client = clientFor(server.url, {
      maxInFlight: 1,
      signal: run.signal,
      onExchange: ({ id }) => observed.push(id),
    });
    const before = [client.send(loginRequest()), client.send(loginRequest())];
    const sequence = client.exclusive((sender) => sender.send(loginRequest()));
    const exchanges = [...(await Promise.all(before)), await sequence, await client.send(loginRequest())];
    assert.deepEqual(
      exchanges.map(({ failure, attempts }) => [failure?.kind, attempts]),
      [
        ['cancelled', 1],
        ['cancelled', 0],
        ['cancelled', 0],
        ['cancelled', 0],
      ],
    );
    assert.deepEqual(observed, ['x-1'], 'what was never sent is no exchange');
    await server.idle();
    await client.close();
    await server.close();
  });

  it('before it began: nothing is sent', async () => {
    const server = await rawServer(answersOk);
    const client = clientFor(server.url, { signal: AbortSignal.abort() });
    assert.equal((await client.send(loginRequest())).failure?.kind, 'cancelled');
    assert.equal(server.connections, 0);
    await client.close();
    await server.close();
  });

  it('while it waits for its turn at the rate limit: cancelled', async () => {
    const run = new AbortController();
    const server = await rawServer(
      onRequestHead((socket) => socket.write(OK, () => setImmediate(() => run.abort()))),
    );
    const client = clientFor(server.url, { rate: 0.001, signal: run.signal });
    const [, second] = await Promise.all([client.send(loginRequest()), client.send(loginRequest())]);
    assert.equal(second?.failure?.kind, 'cancelled');
    assert.equal(second?.attempts, 0);
    await client.close();
    await server.close();
  });
});

describe('a client that is closed', () => {
  it('lets what is under way end, sends nothing more and leaves no connection', async () => {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const server = await rawServer(
      onRequestHead((socket) => {
        arrived();
        setTimeout(() => socket.write(OK), 50);
      }),
    );
    const client = clientFor(server.url);
    const under = client.send(loginRequest());
    await arrival;
    await client.close();
    await server.idle();
    const after = await client.send(loginRequest());
    assert.equal(after.failure?.kind, 'cancelled');
    assert.equal((await under).answer?.status, 200);
    await server.close();
  });
});

describe('a target in another process', () => {
  it('is no different, and its death is a reset or a refusal', async () => {
    const program = `
      const http = require('node:http');
      const server = http.createServer((request, response) => {
        if (request.url === '/die') process.exit(1);
        request.resume();
        response.end('{"pid":' + process.pid + '}');
      });
      server.listen(0, '127.0.0.1', () => console.log(server.address().port));
    `;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const client = clientFor(`http://127.0.0.1:${String(port).trim()}`);
    const { answer } = await client.send(loginRequest());
    assert.equal(Buffer.from(answer?.body ?? '').toString(), `{"pid":${child.pid}}`);
    const dead = once(child, 'exit');
    const { failure } = await client.send(loginRequest({ path: '/die' }));
    assert.ok(failure?.kind === 'reset' || failure?.kind === 'refused', failure?.message);
    await dead;
    assert.equal((await client.send(loginRequest())).failure?.kind, 'refused');
    await client.close();
  });
});
