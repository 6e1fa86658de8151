import { AssayError } from './assay-error.js';
import { problemList } from './problem-list.js';

// Whoever sets variables needs to know all of them at once.
const LIMIT = 20;

/** A `${env:NAME}` in a file whose variable is not set, or is empty. */
export class MissingEnvironmentError extends AssayError {
  static readonly code = 'ASSAY_ENVIRONMENT_MISSING';
  static readonly exitCode = 2;

  /**
   * @param file the file as the user named it
   * @param problems each names the member and the variable; at least one
   */
  constructor(file: string, problems: readonly string[]) {
    super(MissingEnvironmentError, problemList(file, problems, LIMIT));
  }
}
