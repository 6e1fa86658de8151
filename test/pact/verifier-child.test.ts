import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('../../src/pact/verifier-child.js', import.meta.url));

test('an interrupt of the terminal does not end the native verifier: who started it does', async (context) => {
  const child = fork(CHILD, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  context.after(() => child.kill('SIGKILL'));
  const [ready] = await once(child, 'message');
  assert.deepEqual(ready, { kind: 'ready' });
  child.kill('SIGINT');
  child.kill('SIGTERM');
  child.send({ job: 7, options: null });
  const [answer] = await once(child, 'message');
  assert.equal(answer.job, 7);
  child.disconnect();
  const [code, signal] = await once(child, 'exit');
  assert.deepEqual([code, signal], [0, null]);
});
