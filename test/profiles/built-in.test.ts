import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { DOCUMENTS } from '../../src/profiles/documents.js';

test('three profiles of two families, each with a title of its own', () => {
  assert.deepEqual(
    DOCUMENTS.map(({ name, family, defaultPath, successCode }) => [name, family, defaultPath, successCode]),
    [
      ['esignon-startsimple', 'esignon', '/api/{company}/startsimple', '00'],
      ['esignon-login', 'esignon', '/api/{company}/login', '00'],
      ['ckstack-token', 'ckstack', '/token', 'S000001'],
    ],
  );
  for (const { family, title } of DOCUMENTS) {
    assert.ok(title.toLowerCase().startsWith(`${family} token issuance`), title);
  }
  assert.equal(new Set(DOCUMENTS.map(({ title }) => title)).size, 3);
});

test('a profile says of itself what its document says', () => {
  assert.deepEqual(
    BUILT_IN_PROFILES.map(({ name }) => name),
    DOCUMENTS.map(({ name }) => name),
  );
  for (const [at, { family, title, document, defaultPath }] of DOCUMENTS.entries()) {
    const profile = BUILT_IN_PROFILES[at];
    assert.deepEqual([profile?.family, profile?.title, profile?.document], [family, title, document]);
    assert.equal(profile?.endpoint, `POST {target}${defaultPath}`);
  }
});
