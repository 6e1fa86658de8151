import './support/no-tracking.js';
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { program } from './support/cli.js';

test('nothing leaves the machine: a proxy to everywhere else is never asked', async (context) => {
  const asked: string[] = [];
  const proxy = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (data) => {
      asked.push(data.toString().split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  });
  proxy.listen(0, '127.0.0.1');
  context.after(() => proxy.close());
  await new Promise((resolve) => proxy.once('listening', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const { exitCode, verdict } = await program(context, ['--tags=@pacts', '--seed=1'], {
    ...{ HTTP_PROXY: url, HTTPS_PROXY: url, http_proxy: url, https_proxy: url },
    ...{ NO_PROXY: '', no_proxy: '', PACT_DO_NOT_TRACK: 'false' },
  });
  assert.equal(exitCode, 0);
  assert.ok(verdict?.contracts.every(({ outcome }) => outcome === 'verified'));
  assert.deepEqual(asked, []);
});
