import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import type { SignatureSetting } from '../../../src/profiles/ckstack/fixtures.js';
import { plainDraft } from '../../../src/profiles/ckstack/requests/login.js';
import { CkstackUsers } from '../../../src/profiles/ckstack/users.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import { ckstackLogin, NONCE } from '../login/sample-logins.js';

const AT = 'features/x.feature:12';

describe('two requests that would have one signature', () => {
  const setting = { fixtures: undefined, nonce: NONCE, pathPrefix: '', addedHeaders: new Set<string>() };
  const byPathAndDate: SignatureSetting = { hmac: 'sha256', secret: 's', message: '{path} at {date}' };
  const twice = async (signature: SignatureSetting = byPathAndDate) => {
    const users = new CkstackUsers({ ...EMBEDDED_FIXTURES.ckstack, signature }, setting);
    const { sign } = users.of('no-role', AT);
    const draft = plainDraft(ckstackLogin({ tid: '0', now: NOW }));
    return [await sign(draft), await sign(draft)];
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
    const [first, second] = await twice({ fixed: 'fixed' });
    assert.equal(dated(second), dated(first));
  });
});
