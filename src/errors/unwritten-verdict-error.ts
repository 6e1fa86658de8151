import { RunError } from './run-error.js';

/** A conformant run whose `verdict.json` could not be written: its readers would find none. */
export class UnwrittenVerdictError extends RunError {
  static readonly code = 'ASSAY_VERDICT_UNWRITTEN';
  static readonly exitCode = 3;

  constructor() {
    super(
      UnwrittenVerdictError,
      'without verdict.json the run ends with exit code 3',
      'make room for it in the reports folder, or choose another folder with --reports',
    );
  }
}
