import { optionsHelp } from './help-text.js';
import { plainName } from './name-value.js';
import { wholeNumber } from './number-value.js';
import { FLAG, type OptionTable } from './option-table.js';
import { givenOptions, optionValues } from './option-values.js';

const LAST_PORT = 65_535;
const LISTENING = 'Where to listen:';
const OTHER = 'Instead of serving:';

const SERVE_OPTIONS = {
  port: {
    group: LISTENING,
    value: 'PORT',
    help: 'port, 0 for a free one',
    default: '8080',
    read: wholeNumber(0, LAST_PORT),
  },
  host: { group: LISTENING, value: 'HOST', help: 'address or name', default: '127.0.0.1', read: plainName },
  help: { ...FLAG, group: OTHER, short: 'h', help: 'print this text' },
} as const satisfies OptionTable;

/** What `serve` is asked for. */
export type ServeRequest =
  | { readonly kind: 'serve'; readonly port: number; readonly host: string }
  | { readonly kind: 'help'; readonly text: string };

/**
 * Reads the command line of `serve`.
 *
 * @param argv the arguments after the command
 * @throws {AssayError} of exit code 2 that names the option, the value and what is accepted
 */
export async function parseServeOptions(argv: readonly string[]): Promise<ServeRequest> {
  const given = givenOptions({ argv, env: {}, cwd: '' }, SERVE_OPTIONS);
  const { help } = await optionValues(given, { help: SERVE_OPTIONS.help }, '');
  if (help) return { kind: 'help', text: helpText() };
  const { port, host } = await optionValues(given, SERVE_OPTIONS, '');
  return { kind: 'serve', port, host };
}

function helpText(): string {
  return `Serves the reference provider alone, until Ctrl-C stops it.

Usage: npx token-assay serve [options]      from the package
       npm start -- [options]               in a checkout

${optionsHelp(SERVE_OPTIONS)}`;
}
