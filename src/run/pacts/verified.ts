import type { Exchange } from '../../exchange/exchange.js';
import type { Mismatch } from '../../pact/mismatch.js';
import type { Judged } from '../../verify/judged.js';
import type { NotChecked } from '../not-checked.js';

/** What became of one interaction of a consumer contract. */
export interface VerifiedInteraction {
  readonly consumer: string;
  readonly provider: string;
  readonly description: string;
  /** The file it stands in, or the broker it came from. */
  readonly source: string;
  readonly outcome: 'verified' | 'failed' | 'not-verified';
  /** A failure does not count yet. */
  readonly pending: boolean;
  /** Of a failed one, masked. */
  readonly mismatches: readonly Mismatch[];
  /** Why it was not verified. */
  readonly notChecked: NotChecked | null;
  readonly exchanges: readonly Exchange[];
  /** The answer that the contract asks for, as it stands in it; `null` where that is not known. */
  readonly response: unknown;
  /** Own contracts only: the answers as our clauses read them. */
  readonly judged: readonly Judged[];
}
