import type { SignedHeaderFault } from '../../ckstack/arbitraries/signed-header.js';
import type { TransactionId } from '../../ckstack/arbitraries/transaction-id.js';
import type { BaseRequest, GeneratedBody } from './base-request.js';
import type { HeaderStyle } from './header-style.js';

/**
 * A generated request before it knows whose it is: the same recipe makes the same changes to any login.
 * Nothing of it is the intention: what is expected is derived from the bytes that it leads to.
 */
export interface Mutation {
  /** Made of the login of somebody who has no account. */
  readonly stranger: boolean;
  readonly headers: HeaderStyle;
  /** What is done to the body of a login. */
  readonly body: (template: BaseRequest) => GeneratedBody;
  /** ckstack alone; `null`: the headers are as they must be. */
  readonly signed: SignedHeaderFault | null;
  /** ckstack alone; `null`: one of the run's own. */
  readonly tid: TransactionId | null;
}
