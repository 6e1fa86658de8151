import { isRightPassword } from '../oracle/classify-credential.js';

/** An account of the fixtures: who may log in where, and by which password. */
export interface KnownAccount {
  /** Which fixture it is: `esignon.secondUser`. */
  readonly fixture: string;
  /** Empty where the profile has none. */
  readonly company: string;
  /** E-mail or user id. */
  readonly name: string;
  readonly password: string;
}

/** What a request names. */
export type NamedLogin = Omit<KnownAccount, 'fixture'>;

/**
 * The account for which a login is right: read with all that is not judged, such as the letter case of names and white
 * space round them. What is to be sent as wrong must be wrong for every account of the fixtures.
 * @param samePassword by which what was sent is compared with the password of an account
 */
export function accountOf(
  login: NamedLogin,
  accounts: readonly KnownAccount[],
  samePassword: (sent: string, password: string) => boolean = isRightPassword,
): KnownAccount | undefined {
  return accounts.find(
    (account) =>
      sameName(login.company, account.company) &&
      sameName(login.name, account.name) &&
      samePassword(login.password, account.password),
  );
}

function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** Upper case first: `ß` and `SS` are one to some. */
function folded(name: string): string {
  return name.normalize('NFC').trim().toUpperCase().toLowerCase();
}
