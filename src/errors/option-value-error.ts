import { fullStop } from '../text/full-stop.js';
import { quote } from '../text/quote.js';
import { AssayError } from './assay-error.js';

/** An option, or its environment variable, whose value is not accepted. */
export class OptionValueError extends AssayError {
  static readonly code = 'ASSAY_OPTION_VALUE';
  static readonly exitCode = 2;

  /**
   * @param origin where the value stood: `--timeout` or `ASSAY_TIMEOUT`
   * @param value the value, `null` where it may be secret
   * @param problem what is wrong and what is accepted, to be read after the value: "is not a whole number …"
   */
  constructor(origin: string, value: string | null, problem: string) {
    super(OptionValueError, fullStop(`${origin}${value === null ? '' : `: ${quote(value)}`} ${problem}`));
  }
}
