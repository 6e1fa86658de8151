import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CutOffError } from '../../src/errors/cut-off-error.js';
import { EmptySelectionError } from '../../src/errors/empty-selection-error.js';
import { FileContentError } from '../../src/errors/file-content-error.js';
import { IncompleteRunError } from '../../src/errors/incomplete-run-error.js';
import { NoProfileServedError } from '../../src/errors/no-profile-served-error.js';
import { NothingCheckedError } from '../../src/errors/nothing-checked-error.js';
import { OptionValueError } from '../../src/errors/option-value-error.js';
import type { RunError } from '../../src/errors/run-error.js';
import { SuiteError } from '../../src/errors/suite-error.js';
import { ThrottledError } from '../../src/errors/throttled-error.js';
import { UnkeptContractsError } from '../../src/errors/unkept-contracts-error.js';
import { UnreachableTargetError } from '../../src/errors/unreachable-target-error.js';
import { UnservedProfileError } from '../../src/errors/unserved-profile-error.js';
import { UnverifiedContractsError } from '../../src/errors/unverified-contracts-error.js';
import { UnwrittenVerdictError } from '../../src/errors/unwritten-verdict-error.js';

describe('an error of a run', () => {
  const cases: readonly (readonly [error: RunError, exitCode: number, ...parts: string[]])[] = [
    [
      new UnreachableTargetError('the connection was refused'),
      3,
      'the connection was refused; check --target',
    ],
    [
      new UnservedProfileError([{ name: 'esignon-login', how: 'answers 404' }]),
      1,
      'esignon-login is not served: it answers 404; give its path in the fixtures file',
    ],
    [
      new NoProfileServedError(['a answers 404', 'b']),
      3,
      'none of the profiles: a answers 404; b;',
      'fixtures',
    ],
    [new EmptySelectionError('@x', ['a', 'b']), 3, 'no scenario of a, b matches --tags=@x;', '--list'],
    [new EmptySelectionError(null, ['a']), 3, 'nothing was checked: no scenario of a exists; '],
    [new NothingCheckedError('no user is given'), 3, 'no user is given;', 'fixtures', '--tags', '--profile'],
    [new IncompleteRunError(2, 30), 3, '2 of 30 were not checked;'],
    [new ThrottledError(), 3, 'HTTP 429 or 503', '--rate', '--concurrency'],
    [new ThrottledError('it throttles'), 3, 'it throttles; slow down'],
    [new CutOffError('it was interrupted'), 3, 'the run was cut off: it was interrupted; run it again'],
    [new UnkeptContractsError(1, 3, ['A', 'B']), 1, '1 of 3 interactions', '(A, B);'],
    [new UnverifiedContractsError('the verifier broke down'), 3, 'the verifier broke down; run again'],
    [new UnwrittenVerdictError(), 3, '--reports'],
    [new SuiteError('no features'), 3, 'itself: no features;', 'not of the target', 'report it'],
    [new SuiteError('no features', { cause: new Error('ENOENT') }), 3, 'no features (ENOENT)'],
    [SuiteError.unexpected('x'), 3, 'something unexpected happened (x)'],
  ];
  for (const [error, exitCode, ...parts] of cases) {
    test(error.message, () => {
      assert.equal(error.exitCode, exitCode);
      assert.match(error.code, /^ASSAY_[A-Z_]+$/);
      assert.equal(error.name, error.constructor.name);
      assert.ok(error.message.startsWith(`${error.reason}; `), 'it says what to do next');
      assert.match(error.message, /[^.]\.$/);
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
