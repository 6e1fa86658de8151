import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AssayError } from '../../src/errors/assay-error.js';
import { EmptySelectionError } from '../../src/errors/empty-selection-error.js';
import { FileContentError } from '../../src/errors/file-content-error.js';
import { NoProfileServedError } from '../../src/errors/no-profile-served-error.js';
import { OptionValueError } from '../../src/errors/option-value-error.js';
import { SuiteError } from '../../src/errors/suite-error.js';
import { ThrottledError } from '../../src/errors/throttled-error.js';
import { UnreachableTargetError } from '../../src/errors/unreachable-target-error.js';
import { UnservedProfileError } from '../../src/errors/unserved-profile-error.js';

const TARGET = 'http://localhost:1/v2';

describe('an error of a run', () => {
  const cases: readonly (readonly [error: AssayError, exitCode: number, ...parts: string[]])[] = [
    [new UnreachableTargetError(TARGET, 'the connection was refused'), 3, TARGET, 'refused', '--target'],
    [
      new UnservedProfileError(TARGET, ['esignon-login'], []),
      1,
      TARGET,
      'esignon-login',
      'serves no profile',
    ],
    [
      new UnservedProfileError(TARGET, ['esignon-login'], ['ckstack-token']),
      1,
      'does not serve esignon-login',
      'it serves ckstack-token',
    ],
    [new NoProfileServedError(TARGET, []), 3, TARGET, 'none of the profiles;', 'fixtures'],
    [new NoProfileServedError(TARGET, ['POST /token: HTTP 404', 'b']), 3, '(POST /token: HTTP 404; b)'],
    [
      new EmptySelectionError('@nothing', ['esignon-login']),
      3,
      '--tags="@nothing"',
      'esignon-login',
      '--list',
    ],
    [new EmptySelectionError(null, ['esignon-login']), 3, 'The selection matches no scenario'],
    [new ThrottledError(TARGET, 12), 3, TARGET, '12 requests', '--rate'],
    [new SuiteError('no features'), 3, 'no features.', 'not of the target'],
    [new SuiteError('no features', { cause: new Error('ENOENT') }), 3, 'no features (ENOENT)'],
  ];
  for (const [error, exitCode, ...parts] of cases) {
    test(error.message, () => {
      assert.ok(error instanceof AssayError);
      assert.equal(error.exitCode, exitCode);
      assert.match(error.code, /^ASSAY_[A-Z_]+$/);
      assert.equal(error.name, error.constructor.name);
      assert.match(error.message, exitCode === 1 ? /^Not conformant: / : /^No verdict: /);
      assert.doesNotMatch(error.message, /\n|undefined|null/);
      for (const part of parts) assert.ok(error.message.includes(part), part);
    });
  }

  test('keeps its cause for whoever debugs', () => {
    const cause = new Error('x');
    assert.equal(new SuiteError('y', { cause }).cause, cause);
  });
});

describe('a sentence', () => {
  test('ends with one mark', () => {
    assert.equal(new OptionValueError('--a', 'b', 'is wrong').message, '--a: "b" is wrong.');
    assert.equal(new OptionValueError('--a', null, 'is it?').message, '--a is it?');
  });

  test('of several problems is a list, of which five are told', () => {
    assert.equal(new FileContentError('f', ['a', 'b?']).message, 'f has 2 problems:\n  a.\n  b?');
    assert.equal(new FileContentError('f', ['a']).message, 'f: a.');
    const many = new FileContentError('f', ['1', '2', '3', '4', '5', '6']).message;
    assert.equal(many, 'f has 6 problems:\n  1.\n  2.\n  3.\n  4.\n  5.\n  … and 1 more.');
  });
});
