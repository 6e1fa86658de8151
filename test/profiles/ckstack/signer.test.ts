import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSigner, type SignerInput } from '../../../src/profiles/ckstack/signer.js';
import { SignerError } from '../../../src/profiles/ckstack/signer-error.js';

const INPUT: SignerInput = {
  method: 'POST',
  path: '/v1/token?tid=%ED%95%9C',
  date: 'Sat, 02 Jan 2027 03:04:05 GMT',
  service: 'assay',
  body: '{"userId":"root@example.com {path}","x":"$&"}',
  apiKey: 'key-1',
};
const DEFAULT_TEXT = `${INPUT.method}\n${INPUT.path}\n${INPUT.date}\n${INPUT.service}`;

describe('an HMAC signature', () => {
  for (const [setting, expected] of [
    [{ hmac: 'sha256', secret: 'k' }, createHmac('sha256', 'k').update(DEFAULT_TEXT).digest('base64')],
    [
      { hmac: 'sha512', secret: 'k', encoding: 'hex' },
      createHmac('sha512', 'k').update(DEFAULT_TEXT).digest('hex'),
    ],
    [
      { hmac: 'SHA1', secret: '비밀', message: '{apiKey}:{body}|{method}{method} {nothing} {path' },
      createHmac('sha1', '비밀').update(`key-1:${INPUT.body}|POSTPOST {nothing} {path`).digest('base64'),
    ],
  ] as const) {
    it(JSON.stringify(setting), async () => assert.equal(await createSigner(setting)(INPUT), expected));
  }

  it('of a request that lacks a header: over the empty string', async () => {
    const signature = await createSigner({ hmac: 'sha256', secret: 'k' })({
      ...INPUT,
      date: '',
      service: '',
    });
    assert.equal(
      signature,
      createHmac('sha256', 'k').update('POST\n/v1/token?tid=%ED%95%9C\n\n').digest('base64'),
    );
  });

  it('with a digest that there is not: an error that names the setting', async () => {
    await assert.rejects(createSigner({ hmac: 'sha255', secret: 'k' })(INPUT), {
      name: 'SignerError',
      message: 'ckstack.signature.hmac: this Node has no digest "sha255"',
    });
  });
});

it('a fixed signature is what it is', async () => {
  assert.equal(await createSigner({ fixed: 'abc' })(INPUT), 'abc');
});

it('without a setting there is none', async () => {
  await assert.rejects(createSigner(undefined)(INPUT), SignerError);
});

describe("a signature by the user's module", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signer test '));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function signerOf(source: string, timeoutMs?: number) {
    const path = join(folder, `signer ${Math.random()}.mjs`);
    await writeFile(path, source);
    return createSigner({ module: path }, timeoutMs);
  }

  it('gets everything that there is to sign, and may take its time', async () => {
    const sign = await signerOf(
      'export default async (input) => { await 0; return JSON.stringify(input); };',
    );
    assert.deepEqual(JSON.parse(await sign({ ...INPUT, body: '' })), { ...INPUT, body: '' });
  });

  it('is loaded once', async () => {
    const sign = await signerOf('let calls = 0; export default () => `signature ${++calls}`;');
    await Promise.all([sign(INPUT), sign(INPUT)]);
    assert.equal(await sign(INPUT), 'signature 3');
  });

  for (const [what, source, says] of [
    ['throws', 'export default () => { throw new TypeError("no\\nkey"); };', /threw: TypeError: no key$/],
    ['rejects', 'export default async () => { throw "no key"; };', /threw: a value that is not an error$/],
    [
      'returns nothing',
      'export default () => {};',
      /must return a string, not empty; it returned undefined$/,
    ],
    ['returns null', 'export default () => null;', /it returned null$/],
    ['returns bytes', 'export default () => Buffer.from("a");', /it returned object$/],
    ['returns the empty string', 'export default () => "";', /it returned the empty string$/],
    ['returns two lines', 'export default () => "a\\nb";', /is not allowed in a header$/],
    ['has no default export', 'export const sign = () => "a";', /no function as its default export$/],
    ['is no JavaScript', 'export default (', /cannot be loaded: SyntaxError/],
    [
      'throws when loaded',
      'throw new Error("no \\u001b[31mkey");',
      /cannot be loaded: Error: no \\u001b\[31mkey$/,
    ],
  ] as const) {
    it(`that ${what}: an error of one sentence`, async () => {
      const sign = await signerOf(source);
      await assert.rejects(sign(INPUT), (error) => {
        assert.ok(error instanceof SignerError);
        assert.match(error.message, says);
        return true;
      });
      await assert.rejects(sign(INPUT), SignerError, 'the second time as well');
    });
  }

  it('that is not there: an error', async () => {
    await assert.rejects(createSigner({ module: join(folder, 'none.mjs') })(INPUT), /cannot be loaded/);
  });

  it('that never returns: an error, in time', async () => {
    const sign = await signerOf('export default () => new Promise(() => {});', 20);
    await assert.rejects(sign(INPUT), /gave no signature within 20 ms/);
  });
});
