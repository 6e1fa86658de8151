import { parseServeOptions } from '../config/serve-options.js';
import { PortError } from '../errors/port-error.js';
import { EMBEDDED_FIXTURES } from '../provider/embedded-fixtures.js';
import { startProvider } from '../provider/listen.js';
import { serveBanner } from '../provider/serve-banner.js';
import type { ProcessContext } from './main.js';

/**
 * Serves the reference provider until SIGINT or SIGTERM.
 * @returns 0
 * @throws {AssayError} for a mistake on the command line
 * @throws {PortError} when the port cannot be had
 */
export async function serveCommand(argv: readonly string[], context: ProcessContext): Promise<number> {
  const request = await parseServeOptions(argv);
  if (request.kind === 'help') {
    context.stdout.write(`${request.text}\n`);
    return 0;
  }
  const { port, host } = request;
  // Listens to signals before the port is open, so that none can come too early.
  const stopped = firstSignal(context);
  const provider = await startProvider({ port, host }).catch((error: NodeJS.ErrnoException) => {
    throw new PortError(port, host, error);
  });
  context.stdout.write(serveBanner(provider.url, EMBEDDED_FIXTURES));
  await stopped;
  await provider.close();
  return 0;
}

/** Resolves at the first signal; later ones, while the provider closes, change nothing. */
function firstSignal(context: ProcessContext): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const again = () => {
        context.once(signal, again);
        resolve();
      };
      context.once(signal, again);
    }
  });
}
