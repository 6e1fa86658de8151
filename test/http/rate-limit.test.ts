import assert from 'node:assert/strict';
import { setMaxListeners } from 'node:events';
import { describe, it, mock } from 'node:test';
import { createRateLimit } from '../../src/http/rate-limit.js';

describe('the rate limit', () => {
  for (const rate of [0.5, 1, 7, 100, 500]) {
    it(`${rate} a second: never more in any second, and not much fewer`, async () => {
      mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] });
      try {
        const { signal } = new AbortController();
        setMaxListeners(0, signal);
        const limit = createRateLimit(rate, signal);
        const given: number[] = [];
        const wanted = Math.ceil(rate * 3) + 1;
        for (let nth = 0; nth < wanted; nth += 1) limit.take().then(() => given.push(Date.now()));
        for (let ms = 0; ms < 8000 && given.length < wanted; ms += 1) {
          for (let microtask = 0; microtask < 20; microtask += 1) await Promise.resolve();
          mock.timers.tick(1);
        }
        assert.equal(given.length, wanted);
        const busiest = Math.max(
          ...given.map((start) => given.filter((at) => at >= start && at < start + 1000).length),
        );
        assert.ok(busiest <= Math.max(1, rate), `${busiest} within a second`);
        assert.ok((given.at(-1) ?? 0) - (given[0] ?? 0) <= 6100, 'too slow');
      } finally {
        mock.timers.reset();
      }
    });
  }

  it('none: at once', async () => {
    const limit = createRateLimit(null, new AbortController().signal);
    assert.deepEqual(await Promise.all([limit.take(), limit.take()]), [true, true]);
  });

  for (const rate of [null, 0.001]) {
    it(`${rate}: nothing is given once the run is cut off, and waiting ends`, async () => {
      const run = new AbortController();
      const limit = createRateLimit(rate, run.signal);
      assert.equal(await limit.take(), true);
      const waiting = rate === null ? null : limit.take();
      run.abort();
      if (waiting) assert.equal(await waiting, false);
      assert.equal(await limit.take(), false);
    });
  }
});
