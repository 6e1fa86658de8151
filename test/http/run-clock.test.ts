import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { afterRunning, RunClock } from '../../src/http/run-clock.js';

/** Keeps this process from doing anything else. */
function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

describe('the clock of a run', () => {
  it('stands still while the suite does not run', async () => {
    let time = 0;
    const clock = new RunClock(
      () => time,
      () => 0,
    );
    time = 25;
    assert.equal(clock.now(), 25, 'a tick may be a little late');
    time = 5020;
    assert.equal(clock.now(), 20, 'the tick is due, and has not come');
    await delay(100);
    time = 5040;
    assert.equal(clock.now(), 40);
    assert.equal(clock.stalledMs, 5000);
    clock.stop();
  });

  it('tells own work from a machine that had no time for the suite', async () => {
    let [time, worked] = [0, 0];
    const clock = new RunClock(
      () => time,
      () => worked,
    );
    [time, worked] = [1020, 700];
    await delay(100);
    assert.deepEqual([clock.stalledMs, clock.starvedShare * time], [1000, 300]);
    [time, worked] = [2040, 1700];
    await delay(100);
    assert.deepEqual([clock.stalledMs, Math.round(clock.starvedShare * time)], [2000, 300]);
    clock.stop();
  });

  it('sees a blocked event loop', async () => {
    const clock = new RunClock();
    await delay(50);
    block(300);
    assert.ok(clock.stalledMs >= 200, `${clock.stalledMs}`);
    await delay(50);
    assert.ok(clock.stalledMs >= 200, `${clock.stalledMs}`);
    clock.stop();
  });

  it('lets no deadline pass in time that it does not count', async () => {
    const clock = new RunClock();
    await delay(50);
    let isOver = false;
    afterRunning(clock, 250, () => {
      isOver = true;
    });
    block(400);
    await delay(1);
    assert.equal(isOver, false);
    while (!isOver) await delay(10);
    const taken = afterRunning(clock, 20, () => assert.fail('it was taken back'));
    taken();
    await delay(60);
    clock.stop();
  });
});
