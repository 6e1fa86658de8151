import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ProviderOptions } from './provider-options.js';
import { createServer, type ProviderServer } from './server.js';

export interface ListenOptions extends ProviderOptions {
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
  return listen(createServer(options), options);
}

/**
 * Makes a server of the reference provider listen.
 * @param options those that it was made with
 * @throws {NodeJS.ErrnoException} as `startProvider`
 */
export async function listen(server: ProviderServer, options: ListenOptions): Promise<RunningProvider> {
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const url = `${options.tls ? 'https' : 'http'}://${hostOf(server.address())}${options.prefix ?? ''}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
}

/** `host:port` by which this machine reaches the server: a wildcard address is reached by loopback. */
function hostOf(bound: AddressInfo | string | null): string {
  if (bound === null || typeof bound === 'string') throw new TypeError(`no port in ${bound}`);
  const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[bound.address] ?? bound.address;
  return `${address.includes(':') ? `[${address}]` : address}:${bound.port}`;
}
