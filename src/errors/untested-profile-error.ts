import { RunError } from './run-error.js';

/** Profiles that were to be tested, by `--profile` or the fixtures file, and of which the target showed nothing. */
export class UntestedProfileError extends RunError {
  static readonly code = 'ASSAY_PROFILE_UNTESTED';
  static readonly exitCode = 3;

  /** @param untested at least one sentence without a full stop: "the fixtures file describes esignon, and …" */
  constructor(untested: readonly string[]) {
    super(
      UntestedProfileError,
      untested.join('; '),
      'check --target and the paths, and what is in the way (a gateway, an allow-list, maintenance), or name what to test with --profile',
    );
  }
}
