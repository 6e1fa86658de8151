import { AssayError } from './assay-error.js';

/** A reports folder that takes no file, although its permissions allow it. */
export class UnwritableReportsError extends AssayError {
  static readonly code = 'ASSAY_REPORTS_UNWRITABLE';
  static readonly exitCode = 2;

  /** @param explanation one sentence that names the folder and the reason */
  constructor(explanation: string) {
    super(UnwritableReportsError, `${explanation} Nothing was sent.`);
  }
}
