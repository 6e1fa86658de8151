import type { AddressInfo } from 'node:net';
import type { AppOptions } from './app-options.js';
import { buildApp } from './build-app.js';

export interface ListenOptions extends AppOptions {
  /** Default: 0, a free port. */
  readonly port?: number;
  /** Address or name to listen on. Default: 127.0.0.1. */
  readonly host?: string;
}

export interface RunningProvider {
  /** Base URL with the prefix, no slash at its end: what `--target` takes. */
  readonly url: string;
  /** Closes all connections, idle or not, at once; resolves when the port is free. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the reference provider.
 * @throws {NodeJS.ErrnoException} `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`… when the port cannot be had
 */
export async function startProvider(options: ListenOptions = {}): Promise<RunningProvider> {
  const { port = 0, host = '127.0.0.1', ...appOptions } = options;
  const app = buildApp(appOptions);
  await app.listen({ port, host });
  const scheme = appOptions.tls ? 'https' : 'http';
  const url = `${scheme}://${hostOf(app.server.address())}${appOptions.prefix ?? ''}`;
  return { url, close: async () => app.close() };
}

/** `host:port` by which this machine reaches the server: a wildcard address is reached by loopback. */
function hostOf(bound: AddressInfo | string | null): string {
  if (bound === null || typeof bound === 'string') throw new TypeError(`no port in ${bound}`);
  const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[bound.address] ?? bound.address;
  return `${address.includes(':') ? `[${address}]` : address}:${bound.port}`;
}
