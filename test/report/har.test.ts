import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createHarWriter } from '../../src/report/har.js';
import type { HarEntry } from '../../src/report/har-entry.js';
import { hasHidden } from './hidden.js';
import { HOSTILE } from './sample-verdict.js';

const creator = { name: 'token-assay', version: '0.1.0' };

async function folder(t: TestContext): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'report-'));
  t.after(() => rm(dir, { recursive: true }));
  return dir;
}

function harEntry(id: string, text = '{"header":{}}'): HarEntry {
  const message = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: text.length };
  const headers = [{ name: 'Content-Type', value: 'application/json' }];
  return {
    startedDateTime: '2026-01-02T03:04:05.678Z',
    time: 3.5,
    request: {
      ...message,
      method: 'POST',
      url: 'http://127.0.0.1:8080/api/acme/login',
      headers,
      queryString: [],
      postData: { mimeType: 'application/json', text, params: [] },
    },
    response: {
      ...message,
      status: 200,
      statusText: 'OK',
      headers,
      content: { size: text.length, mimeType: 'application/json', text },
      redirectURL: '',
    },
    cache: {},
    timings: { send: 0, wait: 3.5, receive: 0 },
    _assay: { id, profile: 'esignon-login', scenario: 's', label: 'l', attempts: 1, failure: null },
  };
}

async function read(file: string) {
  const text = await readFile(file, 'utf8');
  return { text, log: JSON.parse(text).log as { version: string; creator: unknown; entries: HarEntry[] } };
}

test('a HAR 1.2 with every exchange in its order', async (t) => {
  const file = join(await folder(t), 'new', 'exchanges.har');
  const har = createHarWriter(file, { creator });
  har.add(harEntry('x-1'));
  har.add(harEntry('x-2', HOSTILE));
  await har.close();
  const { text, log } = await read(file);
  assert.equal(log.version, '1.2');
  assert.deepEqual(log.creator, creator);
  assert.deepEqual(log.entries, [harEntry('x-1'), harEntry('x-2', HOSTILE)]);
  assert.deepEqual(text.split('\n').filter(hasHidden), []);
});

test('a run without an exchange leaves an empty HAR, not the one of the run before', async (t) => {
  const file = join(await folder(t), 'exchanges.har');
  await writeFile(file, 'old '.repeat(1_000));
  const har = createHarWriter(file, { creator });
  assert.deepEqual((await read(file)).log.entries, []);
  await har.close();
  assert.deepEqual((await read(file)).log.entries, []);
});

test('the file is valid at any time, also when the run never gets to its end', async (t) => {
  const file = join(await folder(t), 'exchanges.har');
  const har = createHarWriter(file, { creator });
  const counts: number[] = [];
  for (let at = 0; at < 2_000; at += 1) {
    har.add(harEntry(`x-${at}`, '로'.repeat(200)));
    if (at % 400 === 399) counts.push((await read(file)).log.entries.length);
  }
  assert.ok(
    counts.every((count, at) => count > (counts[at - 1] ?? 0)),
    counts.join(),
  );
  await har.close();
  const { entries } = (await read(file)).log;
  assert.deepEqual(
    entries.map(({ _assay }) => _assay.id),
    Array.from({ length: 2_000 }, (_, at) => `x-${at}`),
  );
});

test('closing again changes nothing, and adding after it is ignored', async (t) => {
  const file = join(await folder(t), 'exchanges.har');
  const har = createHarWriter(file, { creator });
  har.add(harEntry('x-1'));
  await har.close();
  const { size } = await stat(file);
  har.add(harEntry('x-2'));
  await har.close();
  assert.equal((await stat(file)).size, size);
});

test('a file that cannot be written is told at the end, not in the middle of the run', async (t) => {
  const dir = await folder(t);
  const har = createHarWriter(dir, { creator });
  assert.doesNotThrow(() => har.add(harEntry('x-1')));
  await assert.rejects(har.close(), { code: 'EISDIR' });
});

test('gathering takes no more memory for many exchanges than for few', async (t) => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const file = join(await folder(t), 'exchanges.har');
  const har = createHarWriter(file, { creator });
  const big = harEntry('x', 'x'.repeat(10_000));
  const used = async () => {
    collect();
    // What buffers held is given back a turn later.
    await setImmediate();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = await used();
  for (let at = 0; at < 2_000; at += 1) har.add(big);
  const kept = (await used()) - before;
  await har.close();
  assert.ok((await stat(file)).size > 40_000_000);
  assert.ok(kept < 5_000_000, `${Math.round(kept / 1e6)} MB kept of 40 MB written`);
});

test('a full disk is told at the end', {
  skip: existsSync('/dev/full') ? false : 'no /dev/full here',
}, async () => {
  const har = createHarWriter('/dev/full', { creator });
  assert.doesNotThrow(() => har.add(harEntry('x-1')));
  await assert.rejects(har.close(), { code: 'ENOSPC' });
});
