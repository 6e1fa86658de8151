import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { describe, test } from 'node:test';
import { parseServeOptions } from '../../src/config/serve-options.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { refusal } from '../config/support/refusal.js';
import { loginDocument } from '../provider/support/requests.js';
import { CLI } from './support/child.js';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(args: readonly string[]): { child: ChildProcess; output: { out: string; err: string } } {
  const child = spawn(process.execPath, [CLI, 'serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output.err += chunk;
  });
  return { child, output };
}

async function run(args: readonly string[]): Promise<Ended> {
  const { child, output } = start(args);
  const [code] = await once(child, 'close');
  return { code, stdout: output.out, stderr: output.err };
}

/** Waits until the banner is whole, to its last brace. */
async function banner(child: ChildProcess, output: { out: string }): Promise<string> {
  while (!output.out.endsWith('\n}\n')) await once(child.stdout ?? child, 'data');
  return output.out;
}

const MISTAKES: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['--port=eighty'], /^--port: "eighty" is not a whole number from 0 to 65535\.$/],
  [['--port=65536'], /^--port: "65536" /],
  [['--port=-1'], /^--port: "-1" /],
  [['--port=8e3'], /^--port: "8e3" /],
  [['--port='], /^--port has an empty value; write --port=PORT\.$/],
  [['--port'], /^--port needs a value; write --port=PORT\.$/],
  [['--host='], /^--host has an empty value/],
  [['--prot=1'], /^There is no option "--prot"; did you mean --port\?$/],
  [['--target=http://127.0.0.1'], /^There is no option "--target"/],
  [['8080'], /^unexpected argument "8080"/],
];

describe('serve: options', () => {
  for (const [args, message] of MISTAKES) {
    test(`${args} is a mistake, said in one sentence`, async () => {
      assert.match((await refusal(parseServeOptions(args))).message, message);
    });
  }

  test('both ways of giving a value, and the defaults', async () => {
    const serve = { kind: 'serve', port: 8080, host: '127.0.0.1' };
    assert.deepEqual(await parseServeOptions([]), serve);
    assert.deepEqual(await parseServeOptions(['--port=81']), { ...serve, port: 81 });
    const argv = ['--port', '0', '--host', '::1'];
    assert.deepEqual(await parseServeOptions(argv), { ...serve, port: 0, host: '::1' });
  });
});

describe('serve: the process', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`prints what one needs, serves, and ends with 0 at ${signal}`, async () => {
      const { child, output } = start(['--port=0']);
      const text = await banner(child, output);
      const url = /listens on (http:\/\/127\.0\.0\.1:\d+) /.exec(text)?.[1] ?? '';
      for (const path of ['/api/acme/startsimple', '/api/acme/login', '/token']) {
        assert.ok(text.includes(`POST ${url}${path}`));
      }
      const example = /curl -H '([^:]+): ([^']+)' -d '([^']+)' (\S+)/.exec(text) ?? [];
      const [, name = '', value = '', body = '', address = ''] = example;
      const answer = await fetch(address, { method: 'POST', headers: { [name]: value }, body });
      assert.match(await answer.text(), /"result_code":"00"/);
      assert.deepEqual(JSON.parse(text.slice(text.indexOf('\n{\n'))), EMBEDDED_FIXTURES);
      child.kill(signal);
      const [code, killedBy] = await once(child, 'close');
      assert.deepEqual([code, killedBy, output.err], [0, null, '']);
    });
  }

  test('ends at once though a connection is open', async () => {
    const { child, output } = start(['--port=0']);
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(await banner(child, output))?.[1]);
    const socket = net.connect(port, '127.0.0.1').on('error', () => undefined);
    const body = JSON.stringify(loginDocument('esignon-login'));
    socket.write(`POST /api/acme/login HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`);
    await once(socket, 'connect');
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    assert.equal(code, 0);
    socket.destroy();
  });

  test('--help says what there is and ends with 0', async () => {
    const { code, stdout } = await run(['--help']);
    assert.equal(code, 0);
    assert.match(stdout, /--port=PORT .*8080/);
  });

  test('a mistake ends with 2', async () => {
    const { code, stderr, stdout } = await run(['--port=x']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^token-assay \[ASSAY_OPTION_VALUE\]: --port: "x" [^\n]*\n$/);
  });

  test('a port in use ends with 3 and one sentence', async () => {
    const holder = net.createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as net.AddressInfo;
    const { code, stderr } = await run([`--port=${port}`]);
    holder.close();
    assert.equal(code, 3);
    assert.equal(
      stderr,
      `token-assay [ASSAY_PORT_UNAVAILABLE]: port ${port} on 127.0.0.1 is in use; choose another one with --port=PORT.\n`,
    );
  });
});
