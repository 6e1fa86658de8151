import { RunError } from './run-error.js';

/** A target that no connection could be made to, or that answers nothing. */
export class UnreachableTargetError extends RunError {
  static readonly code = 'ASSAY_TARGET_UNREACHABLE';
  static readonly exitCode = 3;

  /** @param reason masked and free of control characters: "the target cannot be reached: …" */
  constructor(reason: string) {
    super(
      UnreachableTargetError,
      reason,
      'check --target, that the target is running, and any proxy or firewall in between; for https see --ca',
    );
  }
}
