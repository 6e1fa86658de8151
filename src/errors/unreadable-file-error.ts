import { AssayError } from './assay-error.js';

/** A file of the user's that cannot be read as text. */
export class UnreadableFileError extends AssayError {
  static readonly code = 'ASSAY_FILE_UNREADABLE';
  static readonly exitCode = 2;

  /**
   * @param file the file as the user named it
   * @param reason why not, to be read after a colon: "no such file"
   * @param origin the option or environment variable that named it, `null` for a default name
   */
  constructor(file: string, reason: string, origin: string | null = null, options?: ErrorOptions) {
    super(
      UnreadableFileError,
      `${origin === null ? '' : `${origin}: `}${file} cannot be read: ${reason}.`,
      options,
    );
  }
}
