import type { ContractSupport } from '../profiles/profile.js';

/** A profile in a run, as consumer contracts need it. */
export interface ContractProfile {
  readonly name: string;
  /** Whether the target serves it. */
  readonly isServed: boolean;
  /** The clause on a good login. */
  readonly goodLogin: string;
  readonly contracts: ContractSupport;
}
