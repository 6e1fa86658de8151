import { listen, type RunningProvider } from '../../../src/provider/listen.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import { createServer, type ProviderServer } from '../../../src/provider/server.js';

/**
 * Starts the reference provider with its HTTP server changed.
 * @param tune gets node's server before it listens
 */
export function startTuned(
  options: ProviderOptions,
  tune: (server: ProviderServer) => void,
): Promise<RunningProvider> {
  const server = createServer(options);
  tune(server);
  return listen(server, options);
}
