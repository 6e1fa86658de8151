import { RunError } from './run-error.js';

/** Interactions of consumer contracts that the target does not keep: not conformant. */
export class UnkeptContractsError extends RunError {
  static readonly code = 'ASSAY_CONTRACTS_NOT_KEPT';
  static readonly exitCode = 1;

  /**
   * @param broken how many interactions are not kept
   * @param total of how many that count
   * @param consumers whose contracts they are part of, each once
   */
  constructor(broken: number, total: number, consumers: readonly string[]) {
    super(
      UnkeptContractsError,
      `${broken} of ${total} interactions of consumer contracts are not kept (${consumers.join(', ')})`,
      'the verdict lists the mismatches of each: change the target, or agree on another contract with the consumer',
    );
  }
}
