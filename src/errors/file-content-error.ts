import { AssayError } from './assay-error.js';
import { problemList } from './problem-list.js';

/** A file of the user's that is JSON, but not as its schema or the contract allows. */
export class FileContentError extends AssayError {
  static readonly code = 'ASSAY_FILE_CONTENT';
  static readonly exitCode = 2;

  /**
   * @param file the file as the user named it
   * @param problems each names its member, says what is accepted, and quotes no value; at least one
   */
  constructor(file: string, problems: readonly string[]) {
    super(FileContentError, problemList(file, problems));
  }
}
