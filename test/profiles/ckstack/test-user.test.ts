import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TestUsers } from '../../../src/engine/test-users.js';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import { plainDraft } from '../../../src/profiles/ckstack/requests/login.js';
import { callerSources } from '../../engine/sample-run.js';
import { ckstackLogin } from '../login/sample-logins.js';

const AT = 'features/x.feature:12';

describe('two requests that would have one signature', () => {
  const signer = async ({ path, date }: { path: string; date: string }) => `signature of ${path} at ${date}`;
  const twice = async (sign = signer) => {
    const testUsers = new TestUsers({ ...callerSources(), signer: sign });
    const testUser = testUsers.ckstackUser('no-role', AT);
    assert.equal(testUser.credentials.family, 'ckstack');
    const draft = { ...plainDraft(ckstackLogin({ tid: '0', now: NOW })) };
    return testUser.credentials.family === 'ckstack'
      ? [await testUser.credentials.sign(draft), await testUser.credentials.sign(draft)]
      : [];
  };
  const NOW = new Date('2026-11-22T10:00:00.700Z');
  const dated = (request: OutgoingRequest | undefined) =>
    request?.headers.find(([name]) => name === 'H-Date')?.[1];

  test('differ by a second of their date: a target may take the second for a replay', async () => {
    const [first, second] = await twice();
    assert.equal(dated(first), 'Sun, 22 Nov 2026 10:00:00 GMT');
    assert.equal(dated(second), 'Sun, 22 Nov 2026 09:59:59 GMT');
    assert.equal(second?.freshness?.at, NOW.getTime(), 'no staler than the first');
  });

  test('keep it where the signature is the same at any time', async () => {
    const [first, second] = await twice(async () => 'fixed');
    assert.equal(dated(second), dated(first));
  });
});
