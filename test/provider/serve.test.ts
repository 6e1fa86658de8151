import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { readServeOptions } from '../../src/provider/serve-options.js';
import { loginDocument } from './support/requests.js';

const SERVE = fileURLToPath(new URL('../../src/provider/serve.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(args: readonly string[]): { child: ChildProcess; output: { out: string; err: string } } {
  const child = spawn(process.execPath, [SERVE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
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

const MISTAKES: readonly (readonly [args: readonly string[], named: RegExp])[] = [
  [['--port=eighty'], /--port is "eighty"; a port is a whole number from 0 to 65535\.$/],
  [['--port=65536'], /--port is "65536"/],
  [['--port=-1'], /--port is "-1"/],
  [['--port=8e3'], /--port is "8e3"/],
  [['--port='], /--port is ""/],
  [['--port'], /--port .* missing; accepted are --port=PORT, --host=HOST and --help\.$/],
  [['--host='], /--host is empty/],
  [['--prot=1'], /'--prot=1'; accepted are|'--prot'; accepted are/],
  [['8080'], /too many arguments; accepted are/],
];

describe('npm start: options', () => {
  for (const [args, named] of MISTAKES) {
    test(`${args} is a mistake, said in one sentence`, () => {
      const asked = readServeOptions(args);
      assert.ok(asked.kind === 'mistake');
      assert.match(asked.message, named);
      assert.match(asked.message, /^npm start: [^\n]*[^.]\.$/);
    });
  }

  test('both ways of giving a value, and the defaults', () => {
    const serve = { kind: 'serve', port: 8080, host: '127.0.0.1' };
    assert.deepEqual(readServeOptions([]), serve);
    assert.deepEqual(readServeOptions(['--port=81']), { ...serve, port: 81 });
    assert.deepEqual(readServeOptions(['--port', '0', '--host', '::1']), { ...serve, port: 0, host: '::1' });
  });
});

describe('npm start: the process', () => {
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
    assert.match(stdout, /--port <PORT>.*8080/);
  });

  test('a mistake ends with 2', async () => {
    const { code, stderr, stdout } = await run(['--port=x']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^npm start: --port is "x"[^\n]*\n$/);
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
      `npm start: port ${port} of 127.0.0.1 is in use; name another one by --port=PORT.\n`,
    );
  });
});
