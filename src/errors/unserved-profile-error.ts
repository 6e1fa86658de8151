import { RunError } from './run-error.js';

/** Profiles that `--profile` names and a reachable target does not serve: not conformant. */
export class UnservedProfileError extends RunError {
  static readonly code = 'ASSAY_PROFILE_NOT_SERVED';
  static readonly exitCode = 1;

  /** @param missing at least one, each with what its endpoint did: "answers like a path that does not exist" */
  constructor(missing: readonly { readonly name: string; readonly how: string }[]) {
    super(
      UnservedProfileError,
      missing.map(({ name, how }) => `${name} is not served: it ${how}`).join('; '),
      'give its path in the fixtures file if it is another one, or leave it out of --profile',
    );
  }
}
