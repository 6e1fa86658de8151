import { AssayError } from './assay-error.js';

/** A reachable target that answers like none of the profiles. */
export class NoProfileServedError extends AssayError {
  static readonly code = 'ASSAY_PROFILE_NONE';
  static readonly exitCode = 3;

  /**
   * @param target base URL, without credentials
   * @param probed what was tried and what came, one phrase each: «POST /token: HTTP 404»
   */
  constructor(target: string, probed: readonly string[]) {
    const tried = probed.length === 0 ? '' : ` (${probed.join('; ')})`;
    super(
      NoProfileServedError,
      `No verdict: ${target} answers like none of the profiles${tried}; check the path prefix of --target, ` +
        'and company and paths in the fixtures file.',
    );
  }
}
