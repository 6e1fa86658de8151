import type { ProfileName } from '../profiles/built-in.js';
import { AssayError } from './assay-error.js';

/** Profiles that `--profile` names and a reachable target does not serve: not conformant. */
export class UnservedProfileError extends AssayError {
  static readonly code = 'ASSAY_PROFILE_NOT_SERVED';
  static readonly exitCode = 1;

  /**
   * @param target base URL, without credentials
   * @param missing the profiles that were named and are not served, at least one
   * @param served the profiles that are served
   */
  constructor(target: string, missing: readonly ProfileName[], served: readonly ProfileName[]) {
    const found = served.length === 0 ? 'it serves no profile' : `it serves ${served.join(', ')}`;
    super(
      UnservedProfileError,
      `Not conformant: ${target} does not serve ${missing.join(', ')}, named by --profile; ${found}. ` +
        'If a profile lives at another path, name the path in the fixtures file.',
    );
  }
}
