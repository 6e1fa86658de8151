import { AssayError } from './assay-error.js';

/** Two options that contradict each other. */
export class OptionConflictError extends AssayError {
  static readonly code = 'ASSAY_OPTION_CONFLICT';
  static readonly exitCode = 2;

  /**
   * @param first where the one stood: `--ca` or `ASSAY_CA`
   * @param second where the other stood
   * @param reason why both make no sense, to be read after "cannot be used together:"
   */
  constructor(first: string, second: string, reason: string) {
    super(OptionConflictError, `${first} and ${second} cannot be used together: ${reason}.`);
  }
}
