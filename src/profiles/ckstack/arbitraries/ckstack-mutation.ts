import type { Mutation } from '../../login/arbitraries/mutation.js';
import type { SignedHeaderFault } from './signed-header.js';
import type { TransactionId } from './transaction-id.js';

/** Changes to a ckstack login: those to any login, to the signed headers and to the query. */
export interface CkstackMutation extends Mutation {
  /** Absent: the signed headers are as they must be. */
  readonly signed?: SignedHeaderFault;
  /** Absent or `null`: one of the run's own. */
  readonly tid?: TransactionId | null;
}
