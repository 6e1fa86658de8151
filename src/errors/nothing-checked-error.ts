import { RunError } from './run-error.js';

/** A run in which the clauses that a verdict needs were not checked. */
export class NothingCheckedError extends RunError {
  static readonly code = 'ASSAY_NOTHING_CHECKED';
  static readonly exitCode = 3;

  /** @param reason "nothing was checked: no user is given" */
  constructor(reason: string) {
    super(
      NothingCheckedError,
      reason,
      'add what is missing to the fixtures file, widen --tags, or name the profiles to test with --profile',
    );
  }
}
