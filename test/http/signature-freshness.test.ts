import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import { onRequestHead, rawServer } from '../hostile/raw-server.js';
import { clientFor, loginRequest } from './support/client.js';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';

/** What a server is sent of a request whose stamp is of that age. */
async function sentAt(age: number, resign: () => Promise<Pick<OutgoingRequest, 'headers' | 'secrets'>>) {
  const server = await rawServer(onRequestHead((socket) => socket.write(OK)));
  const client = clientFor(server.url);
  const { sentHeaders, request } = await client.send({
    ...loginRequest(),
    headers: [['H-Date', 'then']],
    freshness: { at: Date.now() - age, resign },
  });
  await client.close();
  await server.close();
  assert.deepEqual(
    request.headers.filter(([name]) => name === 'H-Date'),
    sentHeaders.filter(([name]) => name === 'H-Date'),
  );
  return { date: sentHeaders.find(([name]) => name === 'H-Date')?.[1], secrets: request.secrets };
}

const fresh = async () => ({ headers: [['H-Date', 'now']] as const, secrets: ['signature of now'] });

test('a request that waited gets the date of its sending, and a signature over it', async () => {
  assert.deepEqual(await sentAt(5_000, fresh), { date: 'now', secrets: ['signature of now'] });
});

test('one that did not wait stays as it is', async () => {
  const { date } = await sentAt(-60_000, fresh);
  assert.equal(date, 'then');
});

test('one that cannot be signed again goes out as it is', async () => {
  const { date } = await sentAt(5_000, () => Promise.reject(new Error('no key')));
  assert.equal(date, 'then');
});
