import { RunError } from './run-error.js';

/** Consumer contracts that the verifier could not compare. */
export class UnverifiedContractsError extends RunError {
  static readonly code = 'ASSAY_CONTRACTS_UNVERIFIED';
  static readonly exitCode = 3;

  /** @param reason "the verifier of consumer contracts broke down: …" */
  constructor(reason: string) {
    super(
      UnverifiedContractsError,
      reason,
      'run again, and check the contract files, the broker and its credentials if it stays so',
    );
  }
}
