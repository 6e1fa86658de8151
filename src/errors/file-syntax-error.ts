import { AssayError } from './assay-error.js';

/** A file of the user's that is not JSON. */
export class FileSyntaxError extends AssayError {
  static readonly code = 'ASSAY_FILE_SYNTAX';
  static readonly exitCode = 2;

  /**
   * @param file the file as the user named it
   * @param problem what is wrong, without any of the file's values: "a comma is missing"
   * @param position line and column, from 1; `null` when not known
   */
  constructor(file: string, problem: string, position: { line: number; column: number } | null) {
    const where = position === null ? '' : ` at line ${position.line}, column ${position.column}`;
    super(FileSyntaxError, `${file} is not valid JSON${where}: ${problem}.`);
  }
}
