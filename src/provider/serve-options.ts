import { Command, CommanderError } from 'commander';

const LAST_PORT = 65_535;

/** What `npm start` was asked for. */
export type ServeRequest =
  | { readonly kind: 'serve'; readonly port: number; readonly host: string }
  | { readonly kind: 'help'; readonly text: string }
  /** `message` is one sentence. */
  | { readonly kind: 'mistake'; readonly message: string };

/**
 * Reads the command line of `npm start`.
 * @param args without node and script
 * @returns a mistake as one sentence that names the option, the value and what is accepted; throws nothing
 */
export function readServeOptions(args: readonly string[]): ServeRequest {
  const output: string[] = [];
  const command = new Command('npm start --')
    .description('Serves the reference provider alone, until it is stopped by Ctrl-C.')
    .option('--port <PORT>', 'port to listen on, 0 for a free one', '8080')
    .option('--host <HOST>', 'address or name to listen on', '127.0.0.1')
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.push(text), outputError: () => undefined });
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'help', text: output.join('') };
    const [cause = ''] = error.message.replace(/^error: /, '').split('. ');
    return mistake(`${cause}; accepted are --port=PORT, --host=HOST and --help`);
  }
  const { port, host } = command.opts<{ port: string; host: string }>();
  if (!/^\d{1,5}$/.test(port) || Number(port) > LAST_PORT) {
    return mistake(`--port is ${JSON.stringify(port)}; a port is a whole number from 0 to ${LAST_PORT}`);
  }
  if (host.trim() === '') return mistake('--host is empty; give an address or a name');
  return { kind: 'serve', port: Number(port), host };
}

function mistake(sentence: string): ServeRequest {
  return { kind: 'mistake', message: `npm start: ${sentence}.` };
}
