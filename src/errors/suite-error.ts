import { RunError } from './run-error.js';

/** A fault of the suite itself or of a profile from outside, never of the target. */
export class SuiteError extends RunError {
  static readonly code = 'ASSAY_SUITE';
  static readonly exitCode = 3;

  /**
   * @param what what failed, one phrase: "the scenarios could not be loaded"
   * @param options `cause`: the error that caused it; its message is shown
   */
  constructor(what: string, options?: ErrorOptions) {
    const { cause } = options ?? {};
    const why = cause === undefined ? '' : ` (${cause instanceof Error ? cause.message : String(cause)})`;
    super(
      SuiteError,
      `an error of the suite itself: ${what}${why}`,
      'this is a fault of token-assay or of a profile module, not of the target: report it with the seed and the command line',
      options,
    );
  }

  /** Wraps an error that nothing was prepared for. */
  static unexpected(cause: unknown): SuiteError {
    return new SuiteError('something unexpected happened', { cause });
  }
}
