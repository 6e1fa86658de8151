import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Behaviour } from '../hostile/behaviour.js';
import { BROKEN } from '../hostile/broken.js';
import { ENDLESS } from '../hostile/endless.js';
import { NEVER_ENDING } from '../hostile/never-ending.js';
import { ODD } from '../hostile/odd.js';
import { rawServer } from '../hostile/raw-server.js';
import { clientFor, loginRequest, PATIENT_MS } from './support/client.js';

/** What the limits let through, and what lies in buffers of the two sockets. */
const MOST_BYTES_TAKEN = 32 * 1024 * 1024;

describe('a target that never ends its answer', () => {
  for (const behaviour of NEVER_ENDING) it(behaviour.name, () => meets(behaviour, 300));
});

describe('a target that sends too much', () => {
  for (const behaviour of ENDLESS) it(behaviour.name, () => meets(behaviour, PATIENT_MS));
});

describe('a target that breaks off or speaks no HTTP', () => {
  for (const behaviour of BROKEN) it(behaviour.name, () => meets(behaviour, PATIENT_MS));
});

describe('a target with odd answers', () => {
  for (const behaviour of ODD) it(behaviour.name, () => meets(behaviour, PATIENT_MS));
});

async function meets(behaviour: Behaviour, timeoutMs: number): Promise<void> {
  const server = await rawServer(behaviour.serve);
  const client = clientFor(server.url, { timeoutMs });
  try {
    const { answer, failure, attempts } = await client.send(loginRequest());
    const undecoded = answer?.undecoded;
    const outcome = undecoded === undefined ? (answer?.status ?? failure?.kind) : 'undecoded';
    assert.equal(outcome, behaviour.outcome, failure?.message);
    assert.equal(attempts, 1);
    assert.equal((answer === null) !== (failure === null), true);
    if (behaviour.body !== undefined)
      assert.equal(Buffer.from(answer?.body ?? '?').toString(), behaviour.body);
    if (behaviour.says !== undefined) assert.match(failure?.message ?? undecoded ?? '', behaviour.says);
    if (failure) {
      assert.match(failure.message, /^\P{Cc}{10,300}$/u);
      assert.match(failure.message, new RegExp(`127\\.0\\.0\\.1:${server.port}`));
      // an answer that came whole, but unpacks to too much, leaves the connection as good as new
      if (!/unpack/.test(failure.message)) await server.idle();
    }
    assert.ok(server.bytesSent < MOST_BYTES_TAKEN, `${server.bytesSent} bytes taken`);
  } finally {
    await client.close();
    await server.close();
  }
}
