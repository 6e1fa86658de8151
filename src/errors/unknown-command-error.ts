import { quote } from '../text/quote.js';
import { AssayError } from './assay-error.js';

/** A first word that is not the name of a command. */
export class UnknownCommandError extends AssayError {
  static readonly code = 'ASSAY_COMMAND_UNKNOWN';
  static readonly exitCode = 2;

  /**
   * @param word as typed
   * @param known every command
   * @param nearest the command that was probably meant
   */
  constructor(word: string, known: readonly string[], nearest: string | null) {
    const hint = nearest === null ? '--help explains them' : `did you mean ${nearest}`;
    const end = nearest === null ? '.' : '?';
    super(
      UnknownCommandError,
      `There is no command ${quote(word)}; the commands are ${known.join(' and ')}; ${hint}${end}`,
    );
  }
}
