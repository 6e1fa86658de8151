import type { Server } from 'node:http';
import type { AppOptions } from '../../../src/provider/app-options.js';
import { buildApp } from '../../../src/provider/build-app.js';

/**
 * Starts the reference provider with its HTTP server changed.
 * @param tune gets node's server before it listens
 */
export async function startTuned(
  options: AppOptions,
  tune: (server: Server) => void,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app = buildApp(options);
  tune(app.server);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: async () => app.close() };
}
