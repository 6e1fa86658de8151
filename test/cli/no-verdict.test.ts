import assert from 'node:assert/strict';
import type { EventEmitter } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import type { Reply } from '../../src/provider/http/reply.js';
import { startProvider } from '../../src/provider/listen.js';
import type { ProviderOptions } from '../../src/provider/provider-options.js';
import { type Judged, judge, runMain, violatedClauses, workingFolder } from './support/run-main.js';

/** A provider that is closed with the test. */
async function target(context: TestContext, options: ProviderOptions = {}): Promise<string> {
  const { url, close } = await startProvider(options);
  context.after(close);
  return url;
}

/** A target that answers everything so. */
async function answering(context: TestContext, status: number, headers: Record<string, string>, body = '') {
  const server = createServer((_, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Enough to be cut off in the middle. */
const ONE_PROFILE = ['--profile=esignon-login', '--tags=not @fuzzing and not @pacts'];

/** A port that nobody listens on. */
async function deadPort(): Promise<string> {
  const { url, close } = await startProvider();
  await close();
  return url;
}

/** Holds that a run came to no verdict, for a reason that its console and its reports give. */
function assertNone({ code, verdict, stdout }: Judged, reason: RegExp, errorCode: string): void {
  assert.equal(code, 3, stdout);
  assert.equal(verdict.conformant, null);
  assert.match(verdict.reason ?? '', reason);
  assert.equal(verdict.error?.code, errorCode);
  assert.ok(verdict.error?.message.startsWith(`${verdict.reason}; `), 'it says what to do next');
  assert.ok(stdout.includes(`No verdict [${errorCode}]: `), stdout);
  assert.match(stdout.replaceAll(/\s+/g, ' '), reason);
  assert.doesNotMatch(stdout, /\n\s+at /);
}

describe('a run without a verdict', () => {
  test('a port that nobody listens on', async (context) => {
    assertNone(
      await judge(context, [`--target=${await deadPort()}`]),
      /cannot be reached: .*refused/,
      'ASSAY_TARGET_UNREACHABLE',
    );
  });

  test('a verdict that cannot be written', async (context) => {
    const cwd = await workingFolder(context);
    await mkdir(join(cwd, 'reports/verdict.json'), { recursive: true });
    const argv = ['--no-html', `--target=${await target(context)}`, '--tags=@LG-04'];
    const { code, stdout } = await runMain(context, [...argv, '--profile=esignon-login'], { cwd });
    assert.equal(code, 3);
    assert.match(stdout, /verdict\.json was not written: there is a folder of that name/);
    assert.match(stdout, /\[ASSAY_VERDICT_UNWRITTEN\] without verdict\.json the run ends with exit code 3;/);
  });

  test('a host that nobody knows', async (context) => {
    assertNone(
      await judge(context, ['--target=http://nowhere.invalid']),
      /cannot be reached/,
      'ASSAY_TARGET_UNREACHABLE',
    );
  });

  test('a target that serves none of the profiles', async (context) => {
    const url = await answering(context, 200, { 'content-type': 'text/html' }, '<html></html>');
    const ended = await judge(context, [`--target=${url}`]);
    assertNone(ended, /serves none of the profiles/, 'ASSAY_PROFILE_NONE');
    assert.ok(ended.verdict.profiles.every(({ served }) => !served));
    assert.deepEqual(ended.verdict.clauses, []);
  });

  test('a target that is there and never answers is not «not served», pinned or not', async (context) => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context.after(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const argv = [`--target=${url}`, '--profile=esignon-login', '--timeout=100'];
    assertNone(await judge(context, argv), /no answer/, 'ASSAY_TARGET_UNREACHABLE');
  });

  test('a target of which nothing is known: it says what to put into the fixtures', async (context) => {
    const url = await target(context);
    const ended = await judge(context, [`--target=${url}`], { files: {} });
    assertNone(
      ended,
      /nothing was checked: no company is given: put esignon\.company into the fixtures file/,
      'ASSAY_NOTHING_CHECKED',
    );
    assert.ok(ended.verdict.profiles.every(({ served }) => served));
    assert.ok(ended.verdict.clauses.every(({ reason }) => reason?.includes('fixtures file')));
  });

  test('a selection that is empty', async (context) => {
    const ended = await judge(context, ['--tags=@nothing'], { files: {} });
    assertNone(
      ended,
      /nothing was checked: no scenario of .* matches --tags=@nothing/,
      'ASSAY_SELECTION_EMPTY',
    );
  });

  test('a target that throttles everything', async (context) => {
    const url = await answering(context, 429, { 'retry-after': '0' });
    assertNone(await judge(context, [`--target=${url}`]), /throttles: HTTP 429/, 'ASSAY_THROTTLED');
  });

  test('a target that throttles from some request on', async (context) => {
    let count = 0;
    const url = await target(context, {
      onReply: (reply) =>
        ++count > 30 ? { status: 503, headers: { 'retry-after': '0' }, body: 'busy' } : reply,
    });
    const ended = await judge(context, [`--target=${url}`, ...ONE_PROFILE]);
    assertNone(ended, /rate-limited some requests/, 'ASSAY_THROTTLED');
    assert.ok(ended.verdict.counts.MUST.held > 0);
    assert.ok(ended.verdict.skipped.some(({ cause }) => cause === 'throttled'));
  });
});

describe('a profile that is pinned and not served', () => {
  test('is a failure of a target that is there', async (context) => {
    const url = await target(context, { profiles: ['ckstack-token'] });
    const { code, verdict, stdout } = await judge(context, [`--target=${url}`, '--profile=esignon-login']);
    assert.equal(code, 1);
    assert.equal(verdict.conformant, false);
    assert.match(
      verdict.reason ?? '',
      /^esignon-login is not served: it answers like a path that does not exist/,
    );
    assert.equal(verdict.error?.code, 'ASSAY_PROFILE_NOT_SERVED');
    assert.match(stdout, /esignon-login\s+not served/);
  });

  test('is one beside a profile that is served, too', async (context) => {
    const url = await target(context, { profiles: ['ckstack-token'] });
    const argv = [`--target=${url}`, '--profile=esignon-login,ckstack-token', '--tags=@CK-01'];
    const { code, verdict } = await judge(context, argv);
    assert.equal(code, 1);
    assert.deepEqual(violatedClauses(verdict), []);
    assert.ok(verdict.clauses.some(({ id, outcome }) => id === 'CK-01' && outcome === 'held'));
  });

  test('without being pinned it is none, where the fixtures describe nothing of its family', async (context) => {
    const url = await target(context, { profiles: ['ckstack-token'] });
    const files = { 'assay.fixtures.json': { ckstack: EMBEDDED_FIXTURES.ckstack } };
    const { code, verdict } = await judge(context, [`--target=${url}`, '--tags=@CK-01'], { files });
    assert.equal(code, 0);
    assert.deepEqual(
      verdict.profiles.map(({ served }) => served),
      [false, false, true],
    );
  });

  test('without being pinned it is no verdict, where the fixtures describe its family', async (context) => {
    const url = await target(context, { profiles: ['ckstack-token'] });
    assertNone(
      await judge(context, [`--target=${url}`, '--tags=@CK-01']),
      /the fixtures file describes esignon, and esignon-startsimple is not served: it answers like .*; the fixtures file describes esignon, and esignon-login is not/,
      'ASSAY_PROFILE_UNTESTED',
    );
  });

  test('nor where they give its path', async (context) => {
    const url = await target(context, { profiles: ['esignon-login', 'ckstack-token'] });
    const esignon = {
      ...EMBEDDED_FIXTURES.esignon,
      paths: { 'esignon-startsimple': '/api/{company}/start' },
    };
    const files = { 'assay.fixtures.json': { ...EMBEDDED_FIXTURES, esignon } };
    assertNone(
      await judge(context, [`--target=${url}`, '--tags=@CK-01'], { files }),
      /the fixtures file gives the path of esignon-startsimple, which is not served/,
      'ASSAY_PROFILE_UNTESTED',
    );
  });
});

describe('a profile that something in the way hides', () => {
  const PAGE = { 'content-type': 'text/html' };
  for (const [what, status, headers] of [
    ['an allow-list', 403, PAGE],
    ['a login of its own', 401, {}],
    ['a page on maintenance', 200, PAGE],
    ['a server that fails', 500, {}],
  ] as const) {
    test(`${what}: pinned, it is no verdict`, async (context) => {
      const url = await answering(context, status, headers, '<html></html>');
      assertNone(
        await judge(context, [`--target=${url}`, '--profile=esignon-login']),
        new RegExp(`esignon-login cannot be tested: it answers every request by HTTP ${status}`),
        'ASSAY_PROFILE_UNTESTED',
      );
    });
  }

  for (const status of [404, 405, 501]) {
    test(`HTTP ${status} hides nothing: pinned, it is not served`, async (context) => {
      const url = await answering(context, status, PAGE, '<html></html>');
      const { code, verdict } = await judge(context, [`--target=${url}`, '--profile=esignon-login']);
      assert.deepEqual([code, verdict.error?.code], [1, 'ASSAY_PROFILE_NOT_SERVED']);
    });
  }

  for (const status of [502, 504]) {
    test(`HTTP ${status} to everything is a target that is not available`, async (context) => {
      const url = await answering(context, status, PAGE, '<html></html>');
      assertNone(
        await judge(context, [`--target=${url}`, '--profile=esignon-login']),
        new RegExp(`the target is not available: HTTP ${status}`),
        'ASSAY_TARGET_UNREACHABLE',
      );
    });
  }
});

describe('an endpoint of another operation next to one that is served', () => {
  const envelope = (status: number, responseCode: string, code: string): Reply => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      header: { response_code: responseCode, result_code: code, result_msg: 'no', session_id: '' },
    }),
  });
  const VARIANTS: readonly (readonly [what: string, reply: Reply])[] = [
    ['a code of its own operation', envelope(200, '5005A', '99')],
    ['its own operation and status 401', envelope(401, '5005A', '20')],
    ['its own operation, and credentials that are refused', envelope(200, '5005A', '10')],
    ['a bare 401', { status: 401, headers: {}, body: '{"status":401,"error":"Unauthorized"}' }],
  ];
  const nextDoor = (context: TestContext, reply: Reply) =>
    target(context, {
      onReply: (own, { target: path }) => (path.split('?')[0]?.endsWith('/startsimple') ? reply : own),
    });
  const argv = ['--tags=@ES-01 or @CK-01'];

  for (const [what, reply] of VARIANTS) {
    test(`${what}: it is not served`, async (context) => {
      const url = await nextDoor(context, reply);
      const { code, verdict, stdout } = await judge(context, [`--target=${url}`, ...argv]);
      assert.equal(code, 0, stdout);
      const [startsimple, login] = verdict.profiles;
      assert.deepEqual([startsimple?.served, login?.served], [false, true]);
      assert.match(
        startsimple?.how ?? '',
        /looks like another operation, since esignon-login accepts the login .*--profile=esignon-startsimple/,
      );
    });
  }

  test('pinned, it is tested all the same, and not conformant', async (context) => {
    const url = await nextDoor(context, envelope(200, '5005A', '99'));
    const pinned = ['--profile=esignon-startsimple', '--tags=@ES-01'];
    assert.equal((await judge(context, [`--target=${url}`, ...pinned])).code, 1);
  });

  test('an answer with the code of success or a token is served, whatever its operation', async (context) => {
    for (const reply of [
      envelope(200, '5005A', '00'),
      { ...envelope(401, '5005A', '99'), body: '{"body":{"access_token":"0123456789abcdef"}}' },
    ]) {
      const url = await nextDoor(context, reply);
      const { code, verdict } = await judge(context, [`--target=${url}`, ...argv]);
      assert.equal(code, 1);
      assert.equal(verdict.profiles[0]?.served, true);
    }
  });

  test('one that refuses as the operation itself would is served', async (context) => {
    const url = await nextDoor(context, envelope(200, '1001A', '99'));
    const { code, verdict } = await judge(context, [`--target=${url}`, ...argv]);
    assert.equal(code, 1);
    assert.equal(verdict.profiles[0]?.served, true);
  });
});

describe('a run that is cut off', () => {
  /** Runs against a provider at whose n-th request the user sends a signal. */
  const interruptedAt = async (
    context: TestContext,
    at: number,
    signal: 'SIGINT' | 'SIGTERM',
    options: ProviderOptions = {},
  ): Promise<Judged> => {
    let emitter: EventEmitter | undefined;
    let count = 0;
    const url = await target(context, {
      ...options,
      onReply: (reply) => {
        count += 1;
        if (count === at) emitter?.emit(signal);
        return reply;
      },
    });
    return judge(context, [`--target=${url}`, ...ONE_PROFILE], {
      signals: (signals) => {
        emitter = signals;
      },
    });
  };

  test('by SIGINT has no verdict, and reports that can be read', async (context) => {
    const ended = await interruptedAt(context, 30, 'SIGINT');
    assertNone(ended, /the run was cut off: it was interrupted/, 'ASSAY_CUT_OFF');
    const { verdict, cwd } = ended;
    assert.ok(verdict.counts.MUST.held > 0 && verdict.counts.MUST.notChecked > 0);
    assert.ok(verdict.skipped.some(({ cause }) => cause === 'cut-off'));
    const har = JSON.parse(await readFile(join(cwd, 'reports/exchanges.har'), 'utf8'));
    assert.ok(har.log.entries.length > 0);
    assert.match(await readFile(join(cwd, 'reports/junit.xml'), 'utf8'), /<\/testsuites>\s*$/);
    assert.match(await readFile(join(cwd, 'reports/summary.md'), 'utf8'), /it was interrupted/);
  });

  test('by SIGTERM at its very first request, too', async (context) => {
    assertNone(await interruptedAt(context, 1, 'SIGTERM'), /interrupted/, 'ASSAY_CUT_OFF');
  });

  test('by a target that dies has no verdict', async (context) => {
    let count = 0;
    const provider = await startProvider({
      onReply: (reply) => {
        count += 1;
        if (count === 30) void provider.close();
        return reply;
      },
    });
    context.after(provider.close);
    const ended = await judge(context, [`--target=${provider.url}`, ...ONE_PROFILE]);
    assertNone(
      ended,
      /the run was cut off: (?:the target cannot be reached|5 requests in a row got no answer)/,
      'ASSAY_CUT_OFF',
    );
  });

  test('after a violation is still not conformant', async (context) => {
    const wrong: ProviderOptions = {
      stages: {
        'esignon-login': () => ({ newToken: () => '' }),
      },
    };
    const { code, verdict } = await interruptedAt(context, 30, 'SIGINT', wrong);
    assert.deepEqual([code, verdict.conformant], [1, false]);
    assert.ok(violatedClauses(verdict).includes('ES-04'));
    assert.match(verdict.reason ?? '', /interrupted/);
  });
});
