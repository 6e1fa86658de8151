import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { describe, it } from 'node:test';
import { onRequestHead, type RawServer, rawServer, refusesEarly, type Serve } from '../hostile/raw-server.js';
import { clientFor, loginRequest } from './support/client.js';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

describe('connections', () => {
  it('are kept and used again', async () => {
    await against(
      onRequestHead((socket) => socket.write(OK)),
      async (server, send) => {
        for (let nth = 0; nth < 5; nth += 1) assert.equal((await send()).answer?.status, 200);
        assert.equal(server.connections, 1);
      },
    );
  });

  it('of requests that go alone are their own, and not kept', async () => {
    const server = await rawServer(onRequestHead((socket) => socket.write(OK)));
    const client = clientFor(server.url);
    for (let nth = 0; nth < 3; nth += 1) await client.send({ ...loginRequest(), alone: true });
    assert.equal(server.connections, 3);
    await client.close();
    await server.close();
  });

  for (const [how, close] of [
    ['closed', (socket) => socket.end()],
    ['reset', (socket) => socket.resetAndDestroy()],
  ] satisfies [string, (socket: Socket) => void][]) {
    it(`that are ${how} by the other side when used again: sent once more on a fresh one`, async () => {
      await against(
        onRequestHead((socket, nth) => (nth === 1 ? socket.write(OK) : close(socket))),
        async (server, send) => {
          assert.equal((await send()).attempts, 1);
          const second = await send();
          assert.equal(second.answer?.status, 200);
          assert.equal(second.attempts, 2);
          assert.equal(server.connections, 2);
        },
      );
    });

    it(`that are fresh and ${how}: the target's doing, not sent again`, async () => {
      await against(onRequestHead(close), async (server, send) => {
        const { failure, attempts } = await send();
        assert.equal(failure?.kind, 'reset');
        assert.equal(attempts, 1);
        assert.equal(server.connections, 1);
      });
    });
  }

  describe('that are given up with HTTP 408', () => {
    const TIMEOUT = 'HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
    const counted = { facts: { valid: false, account: 'mina', passwords: [] } };
    /** Serves one request on each connection, then gives it up as idle, which crosses the next request on its way. */
    const idle = onRequestHead((socket, nth) => {
      if (nth === 1) socket.write(OK);
      else socket.end(TIMEOUT);
    });

    it('when used again: that is no answer, and the request is sent once more on a fresh one', async () => {
      await against(idle, async (server, send) => {
        await send();
        const second = await send();
        assert.equal(second.answer?.status, 200);
        assert.equal(second.attempts, 2);
        assert.equal(server.connections, 2);
      });
    });

    it('when used again by a login that counts as failed: whoever keeps count may send it again', async () => {
      await against(idle, async (server, send) => {
        await send();
        const second = await send(counted);
        assert.equal(second.retryable, true);
        assert.equal(second.attempts, 1);
        assert.equal(server.connections, 1);
      });
    });

    it('when fresh: that is the answer', async () => {
      await against(
        onRequestHead((socket) => socket.end(TIMEOUT)),
        async (_server, send) => {
          for (const changes of [{}, counted]) {
            const { answer, attempts, retryable } = await send(changes);
            assert.equal(answer?.status, 408);
            assert.deepEqual([attempts, retryable], [1, undefined]);
          }
        },
      );
    });

    it('and kept open: that is the answer', async () => {
      const kept = 'HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n';
      await against(
        onRequestHead((socket, nth) => socket.write(nth === 1 ? OK : kept)),
        async (_server, send) => {
          await send();
          const { answer, attempts } = await send();
          assert.deepEqual([answer?.status, attempts], [408, 1]);
        },
      );
    });
  });

  it('that are used again and closed in the middle of an answer: not sent again', async () => {
    await against(
      onRequestHead((socket, nth) => (nth === 1 ? socket.write(OK) : socket.end('HTTP/1.1 2'))),
      async (_server, send) => {
        await send();
        const { failure, attempts } = await send();
        assert.equal(failure?.kind, 'reset');
        assert.equal(attempts, 1);
      },
    );
  });

  it('that are used again and closed on every one: sent once more, then it is a reset', async () => {
    await against(
      (socket, connection) => {
        const first = connection.index === 0;
        onRequestHead((_socket, nth) => (first && nth === 1 ? socket.write(OK) : socket.end()))(
          socket,
          connection,
        );
      },
      async (server, send) => {
        await send();
        const { failure, attempts } = await send();
        assert.equal(failure?.kind, 'reset');
        assert.equal(attempts, 2);
        assert.equal(server.connections, 2);
      },
    );
  });
});

describe('a server that answers before it has read the request', () => {
  const sizes = [20 * 1024, 1024 * 1024, 12 * 1024 * 1024];
  const answers = {
    'with a length': 'HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\n{}',
    'in chunks': 'HTTP/1.1 413 Too Large\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    'ended by closing': 'HTTP/1.1 413 Too Large\r\nConnection: close\r\n\r\n{}',
  };
  for (const [how, answer] of Object.entries(answers)) {
    for (const size of sizes) {
      it(`${how}, to ${size} bytes`, async () => {
        await against(refusesEarly(answer), async (_server, send) => {
          for (let nth = 0; nth < 10; nth += 1) {
            const exchange = await send({ body: Buffer.alloc(size, 'a') });
            assert.equal(exchange.answer?.status, 413, exchange.failure?.message);
            assert.equal(Buffer.from(exchange.answer?.body ?? '').toString(), '{}');
          }
        });
      });
    }
  }

  it('does not keep a connection on which it still waits for the rest', async () => {
    const answer = 'HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\n{}';
    await against(
      (socket) => {
        socket.once('data', () => {
          socket.pause();
          socket.write(answer);
        });
      },
      async (server, send) => {
        const exchange = await send({ body: Buffer.alloc(16 * 1024 * 1024, 'a') });
        assert.equal(exchange.answer?.status, 413);
        assert.equal((await send()).answer?.status, 413);
        assert.equal(server.connections, 2);
      },
    );
  });
});

async function against(
  serve: Serve,
  test: (
    server: RawServer,
    send: (changes?: Parameters<typeof loginRequest>[0]) => ReturnType<ReturnType<typeof clientFor>['send']>,
  ) => Promise<void>,
): Promise<void> {
  const server = await rawServer(serve);
  const client = clientFor(server.url);
  try {
    await test(server, (changes) => client.send(loginRequest(changes)));
  } finally {
    await client.close();
    await server.close();
  }
}
