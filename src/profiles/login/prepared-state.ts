import { NotChecked } from '../../errors/not-checked.js';
import type { OutgoingRequest } from '../../http/exchange.js';
import type { PreparedState, TestUser } from '../profile.js';
import { isNotApplicable } from './variation.js';

/** A user as provider states need one. */
export type StateUser = Pick<TestUser, 'plain' | 'vary' | 'canLogIn'>;

/**
 * Prepares a provider state with a login of a user.
 * @param phrase of a variation of the login; `null`: the plain one
 * @param valuesOf takes the values from the login and its JSON body, an empty object where there is no body; what is no
 *   text is left out
 * @throws {NotChecked} when the login cannot be made of that user
 */
export async function preparedState(
  user: StateUser | undefined,
  phrase: string | null,
  valuesOf: (login: OutgoingRequest, body: unknown) => Readonly<Record<string, unknown>>,
): Promise<PreparedState> {
  if (!user) throw new Error('there is at least one user, or else NotChecked says why not');
  const login = phrase === null ? await user.plain() : await user.vary(phrase);
  if (isNotApplicable(login)) throw new NotChecked('fixture', login.notApplicable);
  const bytes = login.body ?? [];
  const body: unknown = bytes.length === 0 ? {} : JSON.parse(Buffer.from(bytes).toString());
  const texts = Object.entries(valuesOf(login, body)).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { user, login, values: Object.fromEntries(texts) };
}
