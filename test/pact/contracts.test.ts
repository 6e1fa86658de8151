import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Exchange } from '../../src/http/exchange.js';
import { Contracts, type ContractsSetting } from '../../src/pact/contracts.js';
import { verifierFailure } from '../../src/pact/verified-interaction.js';
import type { InteractionResult } from '../../src/pact/verifier-report.js';
import { redactedText } from '../redaction/redacted.js';
import { contractProfiles } from './support/contract-profiles.js';

const STUMBLED: InteractionResult = {
  description: 'a login',
  consumer: 'token-assay',
  kept: false,
  pending: false,
  mismatches: [],
  error: 'One or more of the teardown state change handlers has failed',
};
const KEPT: InteractionResult = { ...STUMBLED, kept: true, error: null };

/** Contracts whose verifier says one thing after another, and asks the target for nothing. */
function contractsWith(...results: readonly InteractionResult[]) {
  const left = [...results];
  const local = async () => ({
    verifyInteraction: async () => left.shift() ?? assert.fail('asked too often'),
  });
  const setting = {
    config: {},
    profiles: contractProfiles(),
    verifier: { local },
    mask: (text: string) => text,
  };
  return new Contracts(setting as unknown as ContractsSetting);
}

const verified = (...results: readonly InteractionResult[]) =>
  contractsWith(...results).own('esignon-login', 'A login with right credentials');

describe('a verifier that compares nothing', () => {
  test('gets a second try, which counts', async () => {
    assert.equal((await verified(STUMBLED, KEPT)).outcome, 'verified');
  });

  test('is no violation of the target when it stumbles again', async () => {
    const { outcome, mismatches, notChecked } = await verified(STUMBLED, STUMBLED);
    assert.equal(outcome, 'not-verified');
    assert.deepEqual(mismatches, []);
    assert.equal(notChecked?.skipCause, 'verifier');
    assert.match(notChecked.message, /compared nothing: One or more of the teardown/);
  });

  const exchange = (part: object) => part as Exchange;
  const cases: readonly [what: string, Exchange | undefined, ofTheVerifier: boolean][] = [
    ['no exchange', undefined, true],
    ['an answer', exchange({ answer: { status: 200 }, failure: null }), true],
    ['no answer of the target', exchange({ answer: null, failure: { kind: 'reset' } }), false],
    ['an answer that no server may give', exchange({ answer: { status: 101 }, failure: null }), false],
  ];
  for (const [what, came, ofTheVerifier] of cases) {
    test(`with ${what}: ${ofTheVerifier ? 'its own fault' : 'a matter of the target'}`, () => {
      assert.equal(verifierFailure(STUMBLED, came, redactedText) !== null, ofTheVerifier);
    });
  }
});
