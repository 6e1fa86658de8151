import { fullStop } from '../text/full-stop.js';
import { quote } from '../text/quote.js';
import { AssayError } from './assay-error.js';

/** An option that the program does not have. */
export class UnknownOptionError extends AssayError {
  static readonly code = 'ASSAY_OPTION_UNKNOWN';
  static readonly exitCode = 2;

  /**
   * @param option the option as typed, without its value
   * @param nearest the option that was probably meant, with its dashes
   */
  constructor(option: string, nearest: string | null) {
    const hint = nearest === null ? '--help lists the options' : `did you mean ${nearest}?`;
    super(UnknownOptionError, fullStop(`There is no option ${quote(option)}; ${hint}`));
  }
}
