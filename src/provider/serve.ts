import { EMBEDDED_FIXTURES } from './embedded-fixtures.js';
import { type RunningProvider, startProvider } from './listen.js';
import { serveBanner } from './serve-banner.js';
import { readServeOptions } from './serve-options.js';

const USAGE_ERROR = 2;
const CANNOT_LISTEN = 3;

/** `npm start`. Exit codes: 0 stopped by a signal, or help; 2 usage; 3 the port cannot be had. */
async function main(args: readonly string[]): Promise<void> {
  const asked = readServeOptions(args);
  if (asked.kind === 'help') {
    process.stdout.write(asked.text);
  } else if (asked.kind === 'mistake') {
    process.stderr.write(`${asked.message}\n`);
    process.exitCode = USAGE_ERROR;
  } else {
    await serve(asked.port, asked.host);
  }
}

async function serve(port: number, host: string): Promise<void> {
  const starting = startProvider({ port, host });
  // Before the port is open, so that no signal can come too early. A second one while it closes changes
  // nothing; with the port free nothing keeps the process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void starting.then(({ close }) => close()).catch(() => undefined));
  }
  let provider: RunningProvider;
  try {
    provider = await starting;
  } catch (error) {
    process.stderr.write(`${cannotListen(error, port, host)}\n`);
    process.exitCode = CANNOT_LISTEN;
    return;
  }
  // A reader that has seen enough (`| head`) is no reason to stop serving.
  process.stdout.on('error', () => undefined);
  process.stdout.write(serveBanner(provider.url, EMBEDDED_FIXTURES));
}

function cannotListen(error: unknown, port: number, host: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const where = `port ${port} of ${host}`;
  if (code === 'EADDRINUSE') return `npm start: ${where} is in use; name another one by --port=PORT.`;
  if (code === 'EACCES')
    return `npm start: ${where} may not be used by this user; name one above 1023 by --port=PORT.`;
  return `npm start: cannot listen on ${where} (${code ?? message}); name others by --port=PORT and --host=HOST.`;
}

await main(process.argv.slice(2));
