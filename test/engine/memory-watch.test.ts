import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { watchMemory } from '../../src/engine/memory-watch.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

test('too much memory in use after a collection is told once', async () => {
  const told: number[] = [];
  const watch = watchMemory((used) => told.push(used), 1);
  for (let round = 0; round < 3; round += 1) {
    collect();
    await delay(50);
  }
  watch.stop();
  assert.equal(told.length, 1);
  assert.ok((told[0] ?? 0) > 1, `${told[0]} MiB`);
});

test('what is enough is not told, nor what comes when nobody watches any more', async () => {
  const told: number[] = [];
  const [wide, stopped] = [watchMemory((used) => told.push(used)), watchMemory((used) => told.push(used), 1)];
  stopped.stop();
  collect();
  await delay(50);
  wide.stop();
  assert.deepEqual(told, []);
});
