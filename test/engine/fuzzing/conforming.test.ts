import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROFILE_NAMES } from '../../../src/profiles/documents.js';
import { clausesOf } from '../../support/profiles.js';
import { CKSTACK_FREEDOMS } from './freedoms/ckstack.js';
import { ESIGNON_FREEDOMS } from './freedoms/esignon.js';
import { fuzz, kindsOf } from './support/fuzz-run.js';

describe('the reference provider', () => {
  for (const profile of PROFILE_NAMES) {
    test(`stands 200 generated logins of each kind: ${profile}`, async () => {
      const result = await fuzz({ profile, kinds: kindsOf(profile), seed: 20, runs: 200 });
      assert.deepEqual(result.violations, []);
      assert.deepEqual([result.reports, result.notChecked], [[], []]);
      for (const { id } of clausesOf(profile).filter(({ generated }) => generated))
        assert.ok(result.checks(id) >= 100, `${id}: ${result.checks(id)} checks`);
      assert.ok(result.checks(profile === 'ckstack-token' ? 'CK-26' : 'ES-26') > 60);
    });
  }
});

describe('a provider that uses a freedom of the contract breaks no MUST', () => {
  const cases = [
    ...ESIGNON_FREEDOMS.flatMap((freedom) => [
      ['esignon-startsimple', freedom] as const,
      ['esignon-login', freedom] as const,
    ]),
    ...CKSTACK_FREEDOMS.map((freedom) => ['ckstack-token', freedom] as const),
  ];
  for (const [profile, { takes, provider }] of cases) {
    test(`${profile} takes ${takes}`, async () => {
      const { violations } = await fuzz({ profile, kinds: kindsOf(profile), seed: 6, runs: 25, provider });
      const must = violations.filter(({ level }) => level === 'MUST');
      assert.deepEqual(
        must.map(({ clause, actual, exchanges }) => [clause, actual, exchanges[0]?.request.label]),
        [],
      );
    });
  }
});
