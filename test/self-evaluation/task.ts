import type { ConformingResult } from './examine-conforming.js';
import type { MutantResult } from './examine-mutant.js';

/** One run to make, by the name of its target: code cannot go from one process to another. */
export interface Task {
  readonly kind: 'mutant' | 'conforming';
  readonly id: string;
  readonly seed: number;
  /** Generated logins a property; default: as many as a run without the option has. */
  readonly fuzzRuns?: number;
  /** Generated logins alone: all that depends on the seed. */
  readonly generatedOnly?: boolean;
}

export type Result = MutantResult | ConformingResult | FailedTask;

/** A run without a verdict because the self-evaluation itself failed. */
export interface FailedTask {
  readonly kind: 'failed';
  readonly id: string;
  readonly seed: number;
  readonly error: string;
}
