import type { OutgoingRequest } from '../../http/exchange.js';

/** How reports call the login of a stranger. */
export const STRANGERS_LABEL = 'is the profile served?';

/** The credentials of somebody who has no account: the nonce makes them unlike real ones. */
export function strangersCredentials(nonce: string): { readonly name: string; readonly password: string } {
  return { name: `nobody-${nonce}@example.com`, password: `Nobody-${nonce}-1` };
}

/**
 * The login of somebody who does not exist as the probe sends it: no clause judges its answer.
 * @param path of the endpoint
 * @param place see {@link ProfileRun.strangersLogin}
 * @param loginAt makes it for a path
 */
export async function strangersLogin(
  path: string,
  place: 'endpoint' | 'nowhere',
  nonce: string,
  loginAt: (path: string) => OutgoingRequest | Promise<OutgoingRequest>,
): Promise<OutgoingRequest> {
  const neighbour = path.replace(/[^/]*$/, `no-such-operation-${nonce}`);
  const { facts: _, ...request } = await loginAt(place === 'endpoint' ? path : neighbour);
  return request;
}
