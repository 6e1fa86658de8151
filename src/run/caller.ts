import type { ProfileName } from '../contract/profile.js';
import type { OutgoingRequest } from '../exchange/exchange.js';
import type { NotApplicable } from '../requests/variation.js';

/** Somebody with an account of the target, as one scenario knows them. */
export interface Caller {
  readonly profile: ProfileName;
  /** Which fixture it is: `esignon.user`, `ckstack.users.no-role`. */
  readonly fixture: string;
  /** Whether a good login can stand between failed ones; not so in a blocked company. */
  readonly canLogIn: boolean;
  /** A valid login with right credentials. */
  plain(): Promise<OutgoingRequest>;
  /**
   * A login with the variation of that phrase.
   * @throws {Error} when no variation has that phrase: a fault of the suite
   */
  vary(phrase: string): Promise<OutgoingRequest | NotApplicable>;
}
