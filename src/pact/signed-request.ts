import type { Signer } from '../profiles/ckstack/requests/login.js';
import { SIGNATURE_PLACEHOLDER } from './provider-states.js';
import type { RelayRequest } from './relayed-request.js';

/** What signing needs beside the request. */
export interface SigningSetting {
  readonly signer: Signer;
  readonly apiKey: string;
  /** Path of the target's base URL, which is on the wire too. */
  readonly pathPrefix: string;
}

/**
 * Puts the signature in where a provider state left room for it: it is made of what goes on the wire, which
 * the verifier alone knows (ckstack's `H-Authorization`).
 *
 * @returns the request to send, and the signature; no signature where none was asked for
 * @throws {SignerError} when none can be made
 */
export async function signed(
  request: RelayRequest,
  { signer, apiKey, pathPrefix }: SigningSetting,
): Promise<{ readonly request: RelayRequest; readonly signature: string | null }> {
  if (!request.headers.some(([, value]) => value.includes(SIGNATURE_PLACEHOLDER))) {
    return { request, signature: null };
  }
  const header = (name: string) => request.headers.find(([known]) => known.toLowerCase() === name)?.[1] ?? '';
  const signature = await signer({
    method: request.method,
    path: `${pathPrefix}${request.path}`,
    date: header('h-date'),
    service: header('ck-service'),
    body: request.body === null ? '' : Buffer.from(request.body).toString('utf8'),
    apiKey,
  });
  const headers = request.headers.map(
    ([name, value]) => [name, value.replaceAll(SIGNATURE_PLACEHOLDER, () => signature)] as const,
  );
  return { request: { ...request, headers }, signature };
}
