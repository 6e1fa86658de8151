import { RunError } from './run-error.js';

/** With `--complete`: a MUST clause that was not checked. */
export class IncompleteRunError extends RunError {
  static readonly code = 'ASSAY_INCOMPLETE';
  static readonly exitCode = 3;

  /**
   * @param missing how many MUST clauses were not checked
   * @param total of how many
   */
  constructor(missing: number, total: number) {
    super(
      IncompleteRunError,
      `--complete asks for every MUST clause, and ${missing} of ${total} were not checked`,
      'the verdict gives the reason for each: add the fixtures it names, or leave out --complete',
    );
  }
}
