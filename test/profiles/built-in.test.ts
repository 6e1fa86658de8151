import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isProfileName,
  PROFILE_NAMES,
  PROFILES,
  type ProfileName,
  profileOf,
} from '../../src/profiles/built-in.js';

test('three profiles of two families, each with a title of its own', () => {
  assert.deepEqual(
    PROFILES.map(({ name, family, defaultPath, successCode }) => [name, family, defaultPath, successCode]),
    [
      ['esignon-startsimple', 'esignon', '/api/{company}/startsimple', '00'],
      ['esignon-login', 'esignon', '/api/{company}/login', '00'],
      ['ckstack-token', 'ckstack', '/token', 'S000001'],
    ],
  );
  for (const { family, title } of PROFILES) {
    assert.ok(title.toLowerCase().startsWith(`${family} token issuance`), title);
  }
  assert.equal(new Set(PROFILES.map(({ title }) => title)).size, 3);
});

test('a profile is found by its name, and by no other', () => {
  for (const name of PROFILE_NAMES) {
    assert.equal(profileOf(name).name, name);
    assert.equal(isProfileName(name), true);
  }
  for (const name of ['', 'login', 'ESIGNON-LOGIN', 'ckstack']) {
    assert.equal(isProfileName(name), false);
    assert.throws(() => profileOf(name as ProfileName), new TypeError(`no such profile: ${name}`));
  }
});
