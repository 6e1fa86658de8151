import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nonceOf } from '../../../src/engine/nonce.js';
import { CKSTACK_VARIATIONS } from '../../../src/profiles/ckstack/requests/variations.js';
import { ESIGNON_VARIATIONS } from '../../../src/profiles/esignon/requests/variations.js';
import { isNotApplicable } from '../../../src/profiles/profile.js';
import { ckstackLogin, ckstackRequest, ESIGNON_PROFILES, esignonLogin } from './sample-logins.js';

describe('the same seed makes the same requests', () => {
  for (const profile of ESIGNON_PROFILES) {
    test(profile, () => {
      for (const [phrase, { build }] of ESIGNON_VARIATIONS) {
        const login = () => esignonLogin(profile, { otherCompany: 'other' });
        const [one, other] = [build(login()), build(login())];
        assert.deepEqual(one, other, phrase);
      }
    });
  }

  test('ckstack-token', async () => {
    for (const [phrase, { build }] of CKSTACK_VARIATIONS) {
      if (isNotApplicable(build(ckstackLogin()))) continue;
      const { freshness, ...one } = await ckstackRequest(phrase);
      const { freshness: again, ...other } = await ckstackRequest(phrase);
      assert.deepEqual(one, other, phrase);
      assert.equal(freshness?.at, again?.at, phrase);
    }
  });

  test('building one request leaves the login as it was', () => {
    const login = Object.freeze(esignonLogin('esignon-startsimple'));
    for (const { build } of ESIGNON_VARIATIONS.values()) build(login);
    assert.deepEqual(login, esignonLogin('esignon-startsimple'));
    const token = Object.freeze(ckstackLogin());
    for (const { build } of CKSTACK_VARIATIONS.values()) build(token);
    assert.deepEqual(token, ckstackLogin());
  });

  test('another seed makes other names', () => {
    const nonces = Array.from({ length: 200 }, (_, seed) => nonceOf(seed));
    assert.equal(new Set(nonces).size, 200);
    for (const nonce of nonces) assert.match(nonce, /^[a-z][a-z0-9]{7}$/);
    assert.equal(nonceOf(7), nonceOf(7));
  });
});

describe('names of variations', () => {
  for (const [family, variations] of [
    ['eSignon', ESIGNON_VARIATIONS],
    ['ckstack', CKSTACK_VARIATIONS],
  ] as const) {
    test(`${family}: every phrase continues «sends a login …»`, () => {
      for (const [phrase, variation] of variations) {
        assert.equal(variation.phrase, phrase);
        assert.match(phrase, /^(?:with|without|whose|that|to|as|by|sent|written|announced) \S/);
      }
    });
  }
});
