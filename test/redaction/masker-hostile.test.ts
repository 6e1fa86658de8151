import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMasker } from '../../src/redaction/masker.js';

describe('masking hostile texts', () => {
  const masker = createMasker();
  for (let nth = 0; nth < 1000; nth += 1) masker.remember(`${'aaaa'.repeat(nth % 100)}token-${nth}`);
  const size = 64 * 1024;
  const texts: Readonly<Record<string, string>> = {
    'names without values': 'password'.repeat(size / 8),
    'names and colons': 'password:'.repeat(size / 8),
    'opened strings': 'token="'.repeat(size / 8),
    'opened arrays': 'token:['.repeat(size / 8),
    backslashes: '\\'.repeat(size),
    'escaped quotes': `token="${'\\"'.repeat(size / 2)}`,
    'delimiters of growing length': Array.from({ length: 300 }, (_, at) => `token=${'\\'.repeat(at)}"`).join(
      '',
    ),
    'what many secrets begin with': 'a'.repeat(size),
    'nothing but escapes': '\\u0061'.repeat(size / 6),
    'escapes of escapes': '%255C%75'.repeat(size / 8),
    'white space': `token${' '.repeat(size)}`,
  };
  for (const [what, text] of Object.entries(texts)) {
    // quadratic work would take minutes of processor time; a slow machine takes none of it
    it(`${what}: read in about the time of their length`, () => {
      const before = process.cpuUsage();
      masker.mask(text);
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 5_000_000, `${(user + system) / 1000} ms of processor time`);
    });
  }

  it('that are too much work are masked rather than shown', () => {
    assert.match(masker.mask(`${'a'.repeat(size)}aaaatoken-1`), /^a*\*\*\*$/);
  });
});
