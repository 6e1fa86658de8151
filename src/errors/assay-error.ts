/** How the process ends: 1 not conformant, 2 usage or configuration (nothing was sent), 3 no verdict. */
export type ErrorExitCode = 1 | 2 | 3;

/** What every class of the family declares of itself; `docs/errors.md` has a row for each code. */
export interface ErrorKind {
  /** Stable, for machines: `ASSAY_OPTION_UNKNOWN`. */
  readonly code: `ASSAY_${string}`;
  readonly exitCode: ErrorExitCode;
}

/**
 * An error that people are meant to read: its message is the whole text to print, no stack trace needed.
 * Each subclass has a file of its own and declares its kind in `static code` and `static exitCode`.
 */
export abstract class AssayError extends Error {
  readonly code: ErrorKind['code'];
  readonly exitCode: ErrorExitCode;

  constructor(kind: ErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = kind.code;
    this.exitCode = kind.exitCode;
  }
}
