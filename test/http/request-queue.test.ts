import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Exchange, OutgoingRequest } from '../../src/http/exchange.js';
import { createRequestQueue } from '../../src/http/request-queue.js';
import { loginRequest } from './support/client.js';

describe('requests in flight', () => {
  it('are no more than allowed, and begin in the order of sending', async () => {
    const stage = createStage(3);
    const all = ['a', 'b', 'c', 'd', 'e'].map((label) => stage.send(label));
    await settled();
    assert.deepEqual(stage.begun, ['a', 'b', 'c']);
    stage.finish('b');
    await settled();
    assert.deepEqual(stage.begun, ['a', 'b', 'c', 'd']);
    stage.finishAll();
    assert.deepEqual(await Promise.all(all), ['a', 'b', 'c', 'd', 'e']);
  });

  it('that fail make room too', async () => {
    const lane = createRequestQueue(async () => {
      throw new Error('a fault of the suite');
    }, 1);
    for (let nth = 0; nth < 3; nth += 1)
      await assert.rejects(lane.send(loginRequest()), /fault of the suite/);
    await lane.idle();
  });
});

describe('an exclusive sequence', () => {
  it('waits for what is in flight, lets nothing else begin, and lets it go on afterwards', async () => {
    const stage = createStage(2);
    const before = stage.send('before');
    const sequence = stage.lane.exclusive(async (sender) => {
      stage.begun.push('sequence');
      await sender.send(loginRequest({ label: 'inside 1' }));
      await sender.send(loginRequest({ label: 'inside 2' }));
      stage.begun.push('sequence over');
      return 'its result';
    });
    const after = stage.send('after');
    await settled();
    assert.deepEqual(stage.begun, ['before']);

    stage.finish('before');
    await settled();
    assert.deepEqual(stage.begun, ['before', 'sequence', 'inside 1']);
    stage.finish('inside 1');
    await settled();
    stage.finish('inside 2');
    assert.equal(await sequence, 'its result');
    await settled();
    stage.finishAll();
    assert.deepEqual(await Promise.all([before, after]), ['before', 'after']);
    assert.deepEqual(stage.begun, ['before', 'sequence', 'inside 1', 'inside 2', 'sequence over', 'after']);
  });

  it('may send several at once, as many as are allowed', async () => {
    const stage = createStage(2);
    const sequence = stage.lane.exclusive((sender) =>
      Promise.all(['a', 'b', 'c'].map((label) => sender.send(loginRequest({ label })))),
    );
    await settled();
    assert.deepEqual(stage.begun, ['a', 'b']);
    stage.finishAll();
    assert.equal((await sequence).length, 3);
  });

  it('waits for an earlier one, and between the two what waited goes on', async () => {
    const stage = createStage(1);
    const first = stage.lane.exclusive((sender) => sender.send(loginRequest({ label: 'first' })));
    const between = stage.send('between');
    const second = stage.lane.exclusive((sender) => sender.send(loginRequest({ label: 'second' })));
    await settled();
    assert.deepEqual(stage.begun, ['first']);
    stage.finishAll();
    await Promise.all([first, between, second]);
    assert.deepEqual(stage.begun, ['first', 'between', 'second']);
  });

  it('may hold another one inside', async () => {
    const stage = createStage(2);
    stage.finishAll();
    const sequence = stage.lane.exclusive((outer) =>
      outer.exclusive((inner) => inner.send(loginRequest({ label: 'innermost' }))),
    );
    await sequence;
    assert.deepEqual(stage.begun, ['innermost']);
  });

  it('that fails passes its error on and stands in nobody’s way', async () => {
    const stage = createStage(1);
    stage.finishAll();
    const sequence = stage.lane.exclusive(async () => {
      throw new Error('the step failed');
    });
    const after = stage.send('after');
    await assert.rejects(sequence, /the step failed/);
    assert.equal(await after, 'after');
  });

  it('is waited for before the lane counts as idle', async () => {
    const stage = createStage(1);
    const log: string[] = [];
    const sequence = stage.lane.exclusive((sender) => sender.send(loginRequest({ label: 'inside' })));
    const idle = stage.lane.idle().then(() => log.push('idle'));
    await settled();
    assert.deepEqual(log, []);
    stage.finishAll();
    await Promise.all([sequence, idle]);
    assert.deepEqual(log, ['idle']);
  });

  it('a hundred of them among a thousand others: all end, none is disturbed', async () => {
    let inFlight = 0;
    let holder: number | null = null;
    const lane = createRequestQueue(async (request) => {
      const owner = Number(request.label);
      if (holder !== null) assert.equal(owner, holder);
      inFlight += 1;
      await turn();
      if (holder !== null) assert.equal(owner, holder);
      inFlight -= 1;
      return exchangeOf(request);
    }, 8);
    const all = Array.from({ length: 1000 }, (_, nth) => {
      if (nth % 10 !== 0) return lane.send(loginRequest({ label: '-1' }));
      return lane.exclusive(async (sender) => {
        assert.equal(inFlight, 0);
        holder = nth;
        await Promise.all([1, 2].map(() => sender.send(loginRequest({ label: String(nth) }))));
        holder = null;
      });
    });
    await Promise.all(all);
    assert.equal(inFlight, 0);
  });
});

/** A lane whose exchanges begin and end as the test says. */
function createStage(maxInFlight: number) {
  const begun: string[] = [];
  const waiting = new Map<string, () => void>();
  let free = false;
  const lane = createRequestQueue(async (request) => {
    begun.push(request.label);
    if (!free) await new Promise<void>((finish) => waiting.set(request.label, finish));
    return exchangeOf(request);
  }, maxInFlight);
  return {
    lane,
    begun,
    send: async (label: string) => (await lane.send(loginRequest({ label }))).request.label,
    finish: (label: string) => waiting.get(label)?.(),
    finishAll() {
      free = true;
      for (const finish of waiting.values()) finish();
    },
  };
}

function exchangeOf(request: OutgoingRequest): Exchange {
  return {
    id: 'x-1',
    request,
    url: 'http://127.0.0.1/',
    sentHeaders: [],
    startedAt: new Date(0),
    durationMs: 0,
    attempts: 1,
    answer: null,
    failure: { kind: 'reset', message: 'nothing was sent' },
  };
}

/** Until nothing but timers and sockets could make anything happen. */
async function settled(): Promise<void> {
  for (let nth = 0; nth < 20; nth += 1) await turn();
}
