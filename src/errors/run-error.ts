import { AssayError, type ErrorKind } from './assay-error.js';

/**
 * Why a run ends without a verdict, or not conformant although no clause is violated. The verdict has it as `error`; a
 * command that comes to no verdict throws it.
 */
export abstract class RunError extends AssayError {
  /** What happened, one phrase without a full stop. */
  readonly reason: string;

  /** @param nextStep what to do about it, to be read after a semicolon; no full stop */
  constructor(kind: ErrorKind, reason: string, nextStep: string, options?: ErrorOptions) {
    super(kind, `${reason}; ${nextStep}.`, options);
    this.reason = reason;
  }
}
