import { RunError } from './run-error.js';

/** A target that kept answering 429 or 503 until too little was checked for a verdict. */
export class ThrottledError extends RunError {
  static readonly code = 'ASSAY_THROTTLED';
  static readonly exitCode = 3;

  constructor(reason = 'the target rate-limited some requests (HTTP 429 or 503)') {
    super(
      ThrottledError,
      reason,
      'slow down with --rate=N (requests a second) and --concurrency=1, or ask its operator for a higher limit',
    );
  }
}
