import { RunError } from './run-error.js';

/** A reachable target that answers like none of the profiles. */
export class NoProfileServedError extends RunError {
  static readonly code = 'ASSAY_PROFILE_NONE';
  static readonly exitCode = 3;

  /** @param probed a phrase for each profile: "esignon-login answers like a path that does not exist" */
  constructor(probed: readonly string[]) {
    super(
      NoProfileServedError,
      `the target serves none of the profiles: ${probed.join('; ')}`,
      'check the path prefix of --target, and company and paths in the fixtures file',
    );
  }
}
