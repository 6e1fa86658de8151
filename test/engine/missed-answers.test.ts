import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeMissedAnswers } from '../../src/engine/missed-answers.js';
import type { RunContext } from '../../src/engine/run-context.js';
import { createRedactor } from '../../src/redaction/redactor.js';
import { Ledger } from '../../src/verdict/ledger.js';
import { failed } from '../profiles/login/sample-exchanges.js';
import { openProfile } from '../support/profiles.js';
import { valid } from './sample-session.js';

/** What a run finds of so many requests that got no answer at first. */
function judged(count: number, starvedShare: number) {
  const ledger = new Ledger(createRedactor());
  const served = ['esignon-startsimple', 'esignon-login'].map((name) => openProfile(name, {}));
  const missed = Array.from({ length: count }, () => failed(valid, 'reset'));
  const warnings = judgeMissedAnswers({ served, ledger } as unknown as RunContext, missed, starvedShare);
  return { warnings, violations: ledger.of('esignon-login', 'ES-17', 'MUST').violations };
}

describe('requests that got no answer when they were sent first', () => {
  test('may be three in a run', () => {
    assert.deepEqual(judged(3, 0), { warnings: [], violations: [] });
  });

  test('are a violation of the clause on crashes where they are more, whatever came of them in the end', () => {
    const { warnings, violations } = judged(4, 0);
    assert.deepEqual(warnings, []);
    assert.equal(violations.length, 1);
    assert.match(violations[0]?.violation.actual ?? '', /^4 requests got no answer .*: it was reset$/);
  });

  test('are none on a machine that had no time for the suite', () => {
    const { warnings, violations } = judged(9, 0.4);
    assert.deepEqual(violations, []);
    assert.match(warnings.join(), /^9 requests got no answer .* in 40 % of the time$/);
  });
});
