import { RunError } from './run-error.js';

/** A run that ended before its time. */
export class CutOffError extends RunError {
  static readonly code = 'ASSAY_CUT_OFF';
  static readonly exitCode = 3;

  /** @param cause what ended it: "it was interrupted" */
  constructor(cause: string) {
    super(CutOffError, `the run was cut off: ${cause}`, 'run it again once the cause is gone');
  }
}
