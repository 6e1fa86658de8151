import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { planScenarios } from '../../src/engine/scenarios.js';
import type { OutgoingRequest } from '../../src/http/exchange.js';
import type { EvaluatedExchange } from '../../src/profiles/profile.js';
import type { Check } from '../../src/verdict/check.js';
import {
  answered,
  ckstackRequest,
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  failed,
} from '../profiles/login/sample-exchanges.js';
import { evaluateExchange } from '../support/profiles.js';

/** A step definition as cucumber keeps it, which its types do not show. */
interface StepDefinition {
  readonly unwrappedCode: (this: object) => unknown;
  matchesStepName(step: string): boolean;
}

const { support } = await planScenarios([], null);
const { stepDefinitions } = support as unknown as { readonly stepDefinitions: readonly StepDefinition[] };

/** The only check that a step makes of an answer, in a scenario that is tagged with a SHOULD. */
function checkOf(step: string, clause: string, answer: EvaluatedExchange): Check {
  const definition = stepDefinitions.find((each) => each.matchesStepName(step));
  const checks: Check[] = [];
  const scenario = { check: (made: readonly Check[]) => checks.push(...made) };
  definition?.unwrappedCode.call({ answer, clause, level: 'SHOULD', scenario });
  const [check] = checks;
  assert.ok(check && checks.length === 1, step);
  return check;
}

/** What is read of a violation. */
function said({ clause, level, held, expected, actual }: Check) {
  return held ? `${clause} holds` : [clause, level, expected, actual];
}

const request = esignonRequest();
let tokenRequest: OutgoingRequest;
before(async () => {
  tokenRequest = await ckstackRequest();
});

describe('other methods (ES-22, CK-22)', () => {
  const methodRefused = (clause: string, answer: EvaluatedExchange) =>
    checkOf('the method is refused', clause, answer);

  for (const [status, held] of [
    [404, true],
    [405, true],
    [501, true],
    [400, true],
    [200, false],
    [302, false],
    [415, false],
    [500, false],
  ] as const) {
    test(`HTTP ${status}: ${held}`, () => {
      const put = answered({ ...request, method: 'PUT' }, { status });
      const check = methodRefused('ES-22', evaluateExchange(put));
      assert.deepEqual([check.level, check.held], ['SHOULD', held]);
    });
  }

  test('no answer is no refusal', () => {
    const put = failed({ ...tokenRequest, method: 'PUT' });
    assert.equal(methodRefused('CK-22', evaluateExchange(put)).held, false);
  });

  test('a violation says which statuses are tolerated', () => {
    const put = answered({ ...tokenRequest, method: 'PUT' }, { status: 403 });
    assert.deepEqual(said(methodRefused('CK-22', evaluateExchange(put))), [
      'CK-22',
      'SHOULD',
      'HTTP 404 or 405 (501 and 400 are tolerated)',
      'HTTP 403',
    ]);
  });
});

describe('other media types (ES-31)', () => {
  const mediaTypeRefused = (answer: EvaluatedExchange) =>
    checkOf('the media type is refused', 'ES-31', answer);

  for (const [what, status, body, held] of [
    ['415', 415, '<p>', true],
    ['a refusal', 200, esignonRefusal('99'), true],
    ['404', 404, '', true],
    ['a token', 200, esignonSuccess(), false],
    ['500', 500, esignonRefusal('99'), false],
  ] as const) {
    test(`${what}: ${held}`, () => {
      const check = mediaTypeRefused(evaluateExchange(answered(request, { status, body })));
      assert.deepEqual([check.clause, check.level, check.held], ['ES-31', 'SHOULD', held]);
    });
  }

  test('a violation says that there is a token, a status of 500 and above, or no answer', () => {
    const type = (status: number, body: unknown) =>
      said(mediaTypeRefused(evaluateExchange(answered(request, { status, body }))));
    const refusal = 'a refusal below HTTP 500';
    assert.deepEqual(type(200, esignonSuccess()), [
      'ES-31',
      'SHOULD',
      'no success and no token',
      'HTTP 200, result_code "00", with an access_token',
    ]);
    assert.deepEqual(type(500, esignonRefusal()), ['ES-31', 'SHOULD', refusal, 'HTTP 500']);
    assert.equal(type(499, esignonRefusal()), 'ES-31 holds');
    assert.deepEqual(said(mediaTypeRefused(evaluateExchange(failed(request)))), [
      'ES-31',
      'SHOULD',
      refusal,
      'no answer: it was reset',
    ]);
  });
});
