import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Exchange } from '../../src/http/exchange.js';
import { createResender, DEFAULT_RESEND_POLICY, type ResendPolicy } from '../../src/http/resend.js';
import { onRequestHead, rawServer } from '../hostile/raw-server.js';
import { clientFor, loginRequest } from './support/client.js';

const NOW = Date.UTC(2027, 0, 1);

describe('429 and 503', () => {
  for (const status of [429, 503]) {
    it(`${status}: sent again after a wait, and again, then the last answer stands`, async () => {
      const { exchanges, waits } = await meet([answer(status), answer(status), answer(status), answer(200)]);
      assert.deepEqual(summary(exchanges), [`${status} after 3`]);
      assert.deepEqual(waits, [500, 500]);
    });
  }

  it('an answer that is no refusal ends it', async () => {
    const { exchanges } = await meet([answer(503), answer(200)]);
    assert.deepEqual(summary(exchanges), ['200 after 2']);
  });

  for (const status of [200, 400, 500, 502]) {
    it(`${status} is not sent again`, async () => {
      const { exchanges, waits } = await meet([answer(status, 'Retry-After: 1')]);
      assert.deepEqual(summary(exchanges), [`${status} after 1`]);
      assert.deepEqual(waits, []);
    });
  }

  for (const [retryAfter, wait] of [
    ['1', 1000],
    ['0', 0],
    [' 1 ', 1000],
    ['3600', 2000],
    ['99999999999999999999', 2000],
    ['Fri, 01 Jan 2027 00:00:01 GMT', 1000],
    ['Friday, 01-Jan-27 00:00:01 GMT', 1000],
    ['Fri Jan  1 00:00:01 2027', 1000],
    ['Fri, 01 Jan 2027 01:00:00 GMT', 2000],
    ['Thu, 31 Dec 2026 00:00:00 GMT', 0],
    ['soon', 500],
    ['-1', 500],
    ['', 500],
  ] as const) {
    it(`Retry-After "${retryAfter}" is a wait of ${wait} ms`, async () => {
      const { waits } = await meet([answer(429, `Retry-After: ${retryAfter}`), answer(200)]);
      assert.deepEqual(waits, [wait]);
    });
  }

  it('the waits of a run are bounded all together', async () => {
    const throttled = Array.from({ length: 20 }, () => answer(429, 'Retry-After: 2'));
    const { exchanges, waits } = await meet(throttled, { budgetMs: 5000 }, 4);
    assert.deepEqual(waits, [2000, 2000]);
    assert.deepEqual(summary(exchanges), ['429 after 3', '429 after 1', '429 after 1', '429 after 1']);
  });

  it('waits at the same time are one, and nothing else is sent meanwhile', async () => {
    let now = NOW;
    const ends: { at: number; end: () => void }[] = [];
    const policy = {
      ...DEFAULT_RESEND_POLICY,
      budgetMs: 1000,
      now: () => now,
      sleep: async (milliseconds: number) => {
        await new Promise<void>((end) => ends.push({ at: now + milliseconds, end }));
        return true;
      },
    };
    const resender = createResender(policy, new AbortController().signal);
    const throttled = {
      status: 429,
      statusText: '',
      httpVersion: '1.1',
      headers: [['Retry-After', '1']],
      body: Buffer.alloc(0),
    } as const;
    const waits = [resender.wait(throttled, 0), resender.wait(throttled, 0), resender.wait(throttled, 1)];
    const sent: number[] = [];
    const next = resender.ready().then(() => sent.push(now));
    assert.deepEqual(
      ends.map(({ at }) => at),
      Array(4).fill(NOW + 1000),
    );
    assert.deepEqual(sent, []);
    now += 1000;
    for (const { end } of ends) end();
    assert.deepEqual(await Promise.all(waits), [true, true, true]);
    await next;
    assert.deepEqual(sent, [NOW + 1000]);
    assert.equal(await resender.wait(throttled, 0), false, 'the time that may be waited is spent');
  });

  it('a wait that is cut off: the answer so far stands', async () => {
    const { exchanges } = await meet([answer(429)], { sleep: async () => false });
    assert.deepEqual(summary(exchanges), ['429 after 1']);
  });

  it('the wait is cut off by the signal of the run', async () => {
    const run = new AbortController();
    const server = await rawServer(
      onRequestHead((socket) => {
        socket.write(answer(429, 'Retry-After: 3600'), () => setImmediate(() => run.abort()));
      }),
    );
    const client = clientFor(server.url, {
      signal: run.signal,
      resend: { maxWaitMs: 3_600_000, budgetMs: 3_600_000 },
    });
    const exchange = await client.send(loginRequest());
    assert.notEqual(exchange.answer?.status ?? exchange.failure?.kind, undefined);
    assert.equal(exchange.attempts, 1);
    await client.close();
    await server.close();
  });
});

function answer(status: number, header = 'X-None: none'): string {
  return `HTTP/1.1 ${status} Said\r\n${header}\r\nContent-Length: 0\r\n\r\n`;
}

function summary(exchanges: readonly Exchange[]): string[] {
  return exchanges.map(({ answer: got, attempts }) => `${got?.status} after ${attempts}`);
}

/** Sends so many requests, one after another, to a server that gives these answers. */
async function meet(answers: readonly string[], policy: Partial<ResendPolicy> = {}, requests = 1) {
  const rest = [...answers];
  const waits: number[] = [];
  let now = NOW;
  const server = await rawServer(onRequestHead((socket) => socket.write(rest.shift() ?? answer(500))));
  const client = clientFor(server.url, {
    resend: {
      now: () => now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        now += milliseconds;
        return true;
      },
      ...policy,
    },
  });
  const exchanges: Exchange[] = [];
  for (let nth = 0; nth < requests; nth += 1) exchanges.push(await client.send(loginRequest()));
  await client.close();
  await server.close();
  return { exchanges, waits };
}
