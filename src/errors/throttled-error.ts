import { AssayError } from './assay-error.js';

/** A target that kept answering 429 or 503 until too little was checked for a verdict. */
export class ThrottledError extends AssayError {
  static readonly code = 'ASSAY_THROTTLED';
  static readonly exitCode = 3;

  /**
   * @param target base URL, without credentials
   * @param times how often it answered 429 or 503
   */
  constructor(target: string, times: number) {
    super(
      ThrottledError,
      `No verdict: ${target} answered ${times} requests with HTTP 429 or 503; ask its operator for a higher ` +
        'limit, or slow down with --rate=N (requests a second) and --concurrency=1.',
    );
  }
}
