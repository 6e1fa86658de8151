import { quote } from '../text/quote.js';
import { AssayError } from './assay-error.js';

/** An argument that is not an option; no command takes one. */
export class UnexpectedArgumentError extends AssayError {
  static readonly code = 'ASSAY_ARGUMENT_UNEXPECTED';
  static readonly exitCode = 2;

  /**
   * @param argument the argument, `null` where it may be secret
   * @param hint what to do instead, to be read after a semicolon
   */
  constructor(argument: string | null, hint = 'options start with --') {
    const shown = argument === null ? '(not shown: it may be part of a secret)' : quote(argument);
    super(UnexpectedArgumentError, `unexpected argument ${shown}; ${hint}.`);
  }
}
