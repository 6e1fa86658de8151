import { AssayError } from './assay-error.js';

/** A fault of the suite itself, never of the target. */
export class SuiteError extends AssayError {
  static readonly code = 'ASSAY_SUITE';
  static readonly exitCode = 3;

  /**
   * @param what what failed, one phrase: «the scenarios could not be loaded»
   * @param options `cause`: the error behind it; its message is told
   */
  constructor(what: string, options?: ErrorOptions) {
    const cause = options?.cause instanceof Error ? ` (${options.cause.message})` : '';
    super(
      SuiteError,
      `No verdict: ${what}${cause}. This is a fault of token-assay, not of the target.`,
      options,
    );
  }
}
