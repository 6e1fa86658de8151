import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens on a free loopback port. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The part of `oidc-provider` that is used here; it comes without types. */
interface OidcProviderModule {
  readonly default: new (issuer: string, configuration: object) => { callback(): RequestListener };
}

/** The clients of the server, as the fixtures file gives them. */
export const CLIENTS = [
  { id: 'reporting', secret: 'Reporting+secret/of: 1%' },
  { id: 'billing', secret: 'Billing-secret-2' },
];

/** Starts `oidc-provider`, a certified authorization server, with the client credentials grant. */
export async function startAuthorizationServer(): Promise<RunningServer> {
  const { default: Provider }: OidcProviderModule = await import(String('oidc-provider'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider('http://127.0.0.1', {
    clients: CLIENTS.map(({ id, secret }) => ({
      client_id: id,
      client_secret: secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: { keys: [privateKey.export({ format: 'jwk' })] },
    ttl: { ClientCredentials: 600 },
  });
  return listen(provider.callback());
}

/** Serves on a free loopback port. */
export async function listen(listener: RequestListener): Promise<RunningServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
