import type { BaseRequest, GeneratedBody } from './base-request.js';
import type { HeaderStyle } from './header-style.js';

/**
 * Changes to a login, before it is known whose login that is: the same mutation makes the same changes to any.
 * Nothing of it says what is expected: that is derived from the bytes that it leads to.
 */
export interface Mutation {
  /** It is made to the login of somebody who has no account. */
  readonly stranger: boolean;
  readonly headers: HeaderStyle;
  /** What is done to the body of a login. */
  readonly body: (base: BaseRequest) => GeneratedBody;
}
