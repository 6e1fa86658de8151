import { AssayError } from './assay-error.js';

/** A reports folder that permits no file, though it looked as if it would. */
export class UnwritableReportsError extends AssayError {
  static readonly code = 'ASSAY_REPORTS_UNWRITABLE';
  static readonly exitCode = 2;

  /** @param explanation one sentence that names the folder and the reason */
  constructor(explanation: string) {
    super(UnwritableReportsError, `${explanation} Nothing was sent.`);
  }
}
