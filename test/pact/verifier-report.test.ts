import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMismatch } from '../../src/pact/mismatch.js';
import { readReport } from '../../src/pact/verifier-report.js';

const OK = { description: 'a login', result: 'OK' };
const FAILED = { description: 'a refusal', result: 'Error' };
const STATUS = { type: 'StatusMismatch', expected: 200, actual: 500, mismatch: 'expected 200 but was 500' };

function failure(mismatch: object, interaction = 'Verifying a pact between web and tokens - a refusal') {
  return { interaction, mismatch };
}

function report(content: object): string {
  return JSON.stringify({ result: false, errors: [], pendingErrors: [], interactionResults: [], ...content });
}

describe('the report of a verification', () => {
  test('says what was kept and in what the rest differs', () => {
    const text = report({
      interactionResults: [OK, FAILED],
      errors: [failure({ type: 'mismatches', mismatches: [STATUS] })],
    });
    const [kept, failed] = readReport(text)?.interactions ?? [];
    assert.deepEqual(kept, { ...kept, description: 'a login', kept: true, mismatches: [], error: null });
    assert.equal(failed?.kept, false);
    assert.deepEqual(failed?.mismatches, [
      { path: 'status', expected: '200', actual: '500', description: 'expected 200 but was 500' },
    ]);
  });

  test('names the consumer of each interaction, as its text for people does', () => {
    const text = report({
      result: true,
      interactionResults: [OK, { ...OK, description: 'another (1s loading, 2s verification)' }],
      output: [
        '\nVerifying a pact between \u001b[1mweb - shop\u001b[0m and \u001b[1mtokens and more\u001b[0m',
        '  a login (0s loading, 20ms verification)',
        '     Given a user',
        '\nVerifying a pact between \u001b[1mmobile\u001b[0m and \u001b[1mtokens\u001b[0m',
        '  another (1s loading, 2s verification) (0s loading, 1s 117ms verification)',
      ],
    });
    assert.deepEqual(
      readReport(text)?.interactions.map(({ consumer }) => consumer),
      ['web - shop', 'mobile'],
    );
  });

  test('says what does not count', () => {
    const text = report({
      result: true,
      interactionResults: [FAILED],
      pendingErrors: [failure({ type: 'mismatches', mismatches: [STATUS] })],
    });
    const [failed] = readReport(text)?.interactions ?? [];
    assert.equal(failed?.kept, false);
    assert.equal(failed?.pending, true);
  });

  test('names an interaction that could not be compared', () => {
    const text = report({
      interactionResults: [FAILED],
      errors: [failure({ type: 'error', message: 'error sending request' })],
    });
    assert.equal(readReport(text)?.interactions[0]?.error, 'error sending request');
  });

  test('says what went wrong apart from the interactions', () => {
    const text = report({ errors: [failure({ type: 'error', message: 'no broker' }, '')] });
    assert.deepEqual(readReport(text), { interactions: [], errors: ['no broker'] });
  });

  const none: readonly (readonly [what: string, text: string])[] = [
    ['is no JSON', 'all is well'],
    ['is no object', '[]'],
    ['is null', 'null'],
    ['has no result', JSON.stringify({ interactionResults: [] })],
    ['has no interactions', JSON.stringify({ result: true })],
    [
      'says that all is well, but an interaction failed',
      report({ result: true, interactionResults: [FAILED] }),
    ],
    ['says that something failed, but nothing did', report({ result: false, interactionResults: [OK] })],
  ];
  for (const [what, text] of none) {
    test(`is none when it ${what}`, () => assert.equal(readReport(text), null));
  }

  test('that calls an interaction anything but OK does not pass it', () => {
    const text = report({ interactionResults: [{ description: 'a login', result: 'ok' }] });
    assert.equal(readReport(text)?.interactions[0]?.kept, false);
  });
});

describe('a mismatch', () => {
  test('of missing members is one for each', () => {
    const value = {
      type: 'BodyMismatch',
      path: '$.body',
      expected: '["access_token","expire_date","comp_id"]',
      actual: '["comp_id"]',
      mismatch: 'Actual map is missing the following keys: access_token, expire_date',
    };
    assert.deepEqual(
      readMismatch(value).map(({ path, expected, actual }) => [path, expected, actual]),
      [
        ['$.body.access_token', 'to be there', 'missing'],
        ['$.body.expire_date', 'to be there', 'missing'],
      ],
    );
  });

  const cases: readonly (readonly [value: object, path: string, actual: string])[] = [
    [{ type: 'BodyMismatch', path: '$.a', expected: '"x"', actual: '1', mismatch: '' }, '$.a', '1'],
    [{ type: 'BodyMismatch', path: '/', expected: '{}', actual: null, mismatch: '' }, 'body', ''],
    [
      { type: 'BodyMismatch', path: '$', actual: '<', mismatch: "Failed to parse the actual body: 'line 1'" },
      'body',
      '<',
    ],
    [{ type: 'BodyMismatch', path: '$', actual: '[]', mismatch: 'Expected [] to be {}' }, '$', '[]'],
    [{ type: 'BodyTypeMismatch', expected: 'a/b', actual: 'c/d', mismatch: '' }, 'body', 'c/d'],
    [{ type: 'HeaderMismatch', key: 'X-A', expected: 'b', actual: 'c', mismatch: '' }, 'header X-A', 'c'],
    [{ type: 'NewInAnotherVersion', path: '$.b', actual: {}, mismatch: '' }, '$.b', '{}'],
    [{ type: 'NewInAnotherVersion', mismatch: '' }, 'answer', ''],
  ];
  for (const [value, path, actual] of cases) {
    test(`is read: ${JSON.stringify(value)}`, () => {
      assert.deepEqual(
        readMismatch(value).map((each) => [each.path, each.actual]),
        [[path, actual]],
      );
    });
  }

  test('is no text, no null', () => {
    assert.deepEqual([readMismatch('x'), readMismatch(null)], [[], []]);
  });
});
