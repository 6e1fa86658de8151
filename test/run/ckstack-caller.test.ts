import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutgoingRequest } from '../../src/exchange/exchange.js';
import { plainDraft } from '../../src/requests/ckstack/login.js';
import { Callers } from '../../src/run/callers.js';
import { ckstackLogin } from '../requests/sample-logins.js';
import { callerSources } from './sample-run.js';

const AT = 'features/x.feature:12';

describe('two requests that would have one signature', () => {
  const signer = async ({ path, date }: { path: string; date: string }) => `signature of ${path} at ${date}`;
  const twice = async (sign = signer) => {
    const callers = new Callers({ ...callerSources(), signer: sign });
    const caller = callers.ckstackUser('no-role', AT);
    assert.equal(caller.credentials.family, 'ckstack');
    const draft = { ...plainDraft(ckstackLogin({ tid: '0', now: NOW })) };
    return caller.credentials.family === 'ckstack'
      ? [await caller.credentials.sign(draft), await caller.credentials.sign(draft)]
      : [];
  };
  const NOW = new Date('2026-11-22T10:00:00.700Z');
  const dated = (request: OutgoingRequest | undefined) =>
    request?.headers.find(([name]) => name === 'H-Date')?.[1];

  test('differ by a second of their date: a target may take the second for a replay', async () => {
    const [first, second] = await twice();
    assert.equal(dated(first), 'Sun, 22 Nov 2026 10:00:00 GMT');
    assert.equal(dated(second), 'Sun, 22 Nov 2026 09:59:59 GMT');
    assert.equal(second?.stamp?.at, NOW.getTime(), 'no staler than the first');
  });

  test('keep it where the signature is the same at any time', async () => {
    const [first, second] = await twice(async () => 'fixed');
    assert.equal(dated(second), dated(first));
  });
});
