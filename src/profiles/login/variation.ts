import type { NotApplicable } from '../profile.js';

/**
 * One way in which a login differs from the plain one. `phrase` is how features name it: it continues the
 * sentence "Mina sends a login …", so that a feature's examples are the very keys of these tables.
 */
export interface Variation<Login, Built> {
  readonly phrase: string;
  /**
   * Builds the request from a login with right credentials.
   * @returns the reason where the variation cannot be made of this login (a prefix of a password of 8
   *   characters would be shorter than the clause is about)
   */
  readonly build: (login: Login) => Built | NotApplicable;
}
