import { NotChecked } from '../../errors/not-checked.js';
import type { OutgoingRequest } from '../../http/exchange.js';
import { isNotApplicable, type PreparedState, type TestUser } from '../profile.js';

/**
 * Prepares a provider state with a login of a user.
 * @param phrase of a variation of the login; `undefined`: the plain one
 * @param valuesOf takes the values from the login and its JSON body, an empty object where there is no body; what is not
 *   text is left out
 * @throws {NotChecked} when the login cannot be made of that user
 */
export async function preparedState(
  user: TestUser | undefined,
  phrase: string | undefined,
  valuesOf: (login: OutgoingRequest, body: unknown) => Readonly<Record<string, unknown>>,
): Promise<PreparedState> {
  if (!user) throw new Error('there is at least one user, or else NotChecked says why not');
  const login = phrase === undefined ? await user.plain() : await user.vary(phrase);
  if (isNotApplicable(login)) throw new NotChecked('fixture', login.notApplicable);
  const bytes = login.body ?? [];
  const body: unknown = bytes.length === 0 ? {} : JSON.parse(Buffer.from(bytes).toString());
  const texts = Object.entries(valuesOf(login, body)).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { user, login, values: Object.fromEntries(texts) };
}
