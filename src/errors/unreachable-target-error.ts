import { AssayError } from './assay-error.js';

/** A target that no connection could be made to. */
export class UnreachableTargetError extends AssayError {
  static readonly code = 'ASSAY_TARGET_UNREACHABLE';
  static readonly exitCode = 3;

  /**
   * @param target base URL, without credentials
   * @param reason one phrase, masked and free of control characters: «the connection was refused»
   */
  constructor(target: string, reason: string, options?: ErrorOptions) {
    super(
      UnreachableTargetError,
      `No verdict: the target ${target} cannot be reached (${reason}); check --target and that it is running.`,
      options,
    );
  }
}
