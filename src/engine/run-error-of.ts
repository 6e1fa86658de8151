import { CutOffError } from '../errors/cut-off-error.js';
import { NotChecked } from '../errors/not-checked.js';
import { NothingCheckedError } from '../errors/nothing-checked-error.js';
import { RunError } from '../errors/run-error.js';
import { SuiteError } from '../errors/suite-error.js';
import { ThrottledError } from '../errors/throttled-error.js';
import { UnreachableTargetError } from '../errors/unreachable-target-error.js';

/** The error of a verdict for whatever ended the run. */
export function runErrorOf(error: unknown): RunError {
  if (error instanceof RunError) return error;
  if (!(error instanceof NotChecked)) return SuiteError.unexpected(error);
  switch (error.skipCause) {
    case 'unanswered':
      return new UnreachableTargetError(error.message);
    case 'throttled':
      return new ThrottledError(error.message);
    case 'cut-off':
      return new CutOffError(error.message.replace(/^the run was cut off: /, ''));
    default:
      return new NothingCheckedError(`nothing was checked: ${error.message}`);
  }
}
