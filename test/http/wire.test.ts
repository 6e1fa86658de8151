import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClientOptions } from '../../src/http/client.js';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import { onRequestHead, rawServer } from '../hostile/raw-server.js';
import { clientFor, loginRequest } from './support/client.js';

describe('what stands on the wire', () => {
  it('is what the request says, completed by Host, User-Agent, Content-Length and Connection only', async () => {
    const { sent, port } = await onTheWire({});
    assert.deepEqual(sent.split('\r\n'), [
      'POST /api/acme/login HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Content-Type: application/json',
      'User-Agent: token-assay/0.0.0',
      'Content-Length: 7',
      'Connection: keep-alive',
      '',
      '{"a":1}',
    ]);
  });

  it('is told in sentHeaders, line for line', async () => {
    const { sent, exchange } = await onTheWire({ headers: [['X-Two', 'Open abc']] });
    const lines = sent.split('\r\n\r\n')[0]?.split('\r\n').slice(1);
    assert.deepEqual(
      exchange.sentHeaders.map(([name, value]) => `${name}: ${value}`),
      lines,
    );
  });

  it('keeps the case, the order and the repetition of headers', async () => {
    const { sent } = await onTheWire({
      headers: [
        ['CONTENT-TYPE', 'application/json'],
        ['x-a', '1'],
        ['h-dATE', 'now'],
        ['X-A', '2'],
      ],
    });
    assert.match(sent, /\r\nCONTENT-TYPE: application\/json\r\nx-a: 1\r\nh-dATE: now\r\nX-A: 2\r\n/);
  });

  it('has no header that nobody gave: no Accept, no Accept-Encoding, no Content-Type', async () => {
    const { sent } = await onTheWire({ headers: [] });
    assert.doesNotMatch(sent, /accept|content-type/i);
  });

  it("keeps the request's own User-Agent", async () => {
    const { sent } = await onTheWire({ headers: [['user-agent', 'esignonapi']] });
    assert.equal(sent.match(/user-agent/gi)?.length, 1);
    assert.match(sent, /\r\nuser-agent: esignonapi\r\n/);
  });

  it("adds the run's headers where the request has none of the name", async () => {
    const { sent } = await onTheWire(
      { headers: [['accept', 'application/json']] },
      {
        headers: [
          ['X-Gateway', 'one'],
          ['X-Gateway', 'two'],
          ['Accept', '*/*'],
        ],
      },
    );
    assert.match(sent, /\r\nX-Gateway: one\r\nX-Gateway: two\r\n/);
    assert.doesNotMatch(sent, /\*\/\*/);
  });

  for (const path of [
    '/a%2Bb/%C3%A9/%c3%a9?tid=%E2%82%AC&x=a+b',
    '/a/../b/./c//d',
    '/api/{acme}|<>"^`/login?q[]=\\',
    "/'*!();:@&=$,%zz%",
    '/a?b?c#d',
    '/a\u00e9',
  ]) {
    it(`has the path ${path}, not normalised`, async () => {
      const { sent, exchange, port } = await onTheWire({ path });
      assert.equal(sent.slice(0, sent.indexOf(' HTTP/1.1')), `POST ${path}`);
      assert.equal(exchange.url, `http://127.0.0.1:${port}${path}`);
    });
  }

  it('has the path prefix of the base URL before the path', async () => {
    const { sent, exchange, port } = await onTheWire({}, {}, '/gate%2Fway/v1/');
    assert.match(sent, /^POST \/gate%2Fway\/v1\/api\/acme\/login HTTP/);
    assert.equal(exchange.url, `http://127.0.0.1:${port}/gate%2Fway/v1/api/acme/login`);
  });

  it('has a slash though prefix and path have none', async () => {
    const { sent } = await onTheWire({ path: '?tid=1' });
    assert.match(sent, /^POST \/\?tid=1 HTTP/);
  });

  for (const method of ['GET', 'DELETE', 'PUT', 'PATCH', 'OPTIONS']) {
    it(`has the body of a ${method} too`, async () => {
      const { sent } = await onTheWire({ method });
      assert.match(sent, new RegExp(`^${method} [^]*\\r\\nContent-Length: 7\\r\\n[^]*\\r\\n\\r\\n{"a":1}$`));
    });
  }

  for (const method of ['GET', 'HEAD', 'DELETE', 'OPTIONS']) {
    it(`has no Content-Length for a ${method} without a body`, async () => {
      const { sent } = await onTheWire({ method, body: null });
      assert.doesNotMatch(sent, /content-length|transfer-encoding/i);
      assert.match(sent, /\r\n\r\n$/);
    });
  }

  for (const body of [null, new Uint8Array()]) {
    it(`has Content-Length 0 for a POST with ${body === null ? 'no' : 'an empty'} body`, async () => {
      const { sent } = await onTheWire({ body });
      assert.match(sent, /\r\nContent-Length: 0\r\n/);
      assert.match(sent, /\r\n\r\n$/);
    });
  }

  it('has every byte of the body as it is', async () => {
    const body = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const { sent } = await onTheWire({ body });
    assert.equal(sent.slice(sent.indexOf('\r\n\r\n') + 4), Buffer.from(body).toString('latin1'));
  });

  it('has the part of a buffer that a body is a view of, no more', async () => {
    const view = new TextEncoder().encode('before{"b":2}behind').subarray(6, 13);
    const { sent } = await onTheWire({ body: view });
    assert.match(sent, /\r\n\r\n\{"b":2\}$/);
  });

  it('has header values beyond Latin-1 as UTF-8, others byte for byte', async () => {
    const { sent } = await onTheWire({
      headers: [
        ['X-Utf8', '한'],
        ['X-Latin', '\u00e9\u00ff'],
      ],
    });
    assert.match(sent, /\r\nX-Utf8: \u00ed\u0095\u009c\r\nX-Latin: \u00e9\u00ff\r\n/);
  });

  for (const [what, changes] of [
    ['a line break in a header', { headers: [['X-A', 'a\r\nX-B: b']] }],
    ['a header name that is none', { headers: [['X A', 'a']] }],
    ['a blank in the path', { path: '/a b' }],
  ] satisfies [string, Partial<OutgoingRequest>][]) {
    it(`is never ${what}: that is a fault of the suite`, async () => {
      await assert.rejects(onTheWire(changes), { name: 'SuiteError' });
    });
  }
});

async function onTheWire(
  changes: Partial<OutgoingRequest>,
  options: Partial<ClientOptions> = {},
  prefix = '',
) {
  const server = await rawServer(
    onRequestHead((socket) => {
      // the body may come after the head: the answer waits for it
      setImmediate(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
    }),
  );
  const client = clientFor(server.url + prefix, options);
  try {
    const exchange = await client.send(loginRequest(changes));
    assert.equal(exchange.failure, null);
    return { sent: server.received[0] ?? '', exchange, port: server.port };
  } finally {
    await client.close();
    await server.close();
  }
}
