import type { OutgoingRequest } from '../http/exchange.js';
import type { ProfileName } from '../profiles/built-in.js';
import type { CkstackDraft, CkstackLogin } from '../profiles/ckstack/requests/login.js';
import type { EsignonLogin } from '../profiles/esignon/requests/login.js';
import type { NotApplicable } from '../profiles/login/variation.js';

/** Somebody with an account of the target, as one scenario knows them. */
export interface TestUser {
  readonly profile: ProfileName;
  /** Which fixture it is: `esignon.user`, `ckstack.users.no-role`. */
  readonly fixture: string;
  /** Names the account in the budget of failed logins, the same in every profile of the family. */
  readonly account: string;
  /** Whether a good login can stand between failed ones; not so in a blocked company. */
  readonly canLogIn: boolean;
  /** What the logins are made of: for generated ones, which no table holds. */
  readonly credentials: Credentials;
  /** A valid login with right credentials. */
  plain(): Promise<OutgoingRequest>;
  /**
   * A login with the variation of that phrase.
   * @throws {Error} when no variation has that phrase: a fault of the suite
   */
  vary(phrase: string): Promise<OutgoingRequest | NotApplicable>;
}

export type Credentials =
  | { readonly family: 'esignon'; readonly login: EsignonLogin }
  | {
      readonly family: 'ckstack';
      readonly login: Omit<CkstackLogin, 'tid' | 'now'>;
      /** @throws {NotChecked} when the user's signer makes no signature */
      readonly sign: (draft: CkstackDraft) => Promise<OutgoingRequest>;
    };
