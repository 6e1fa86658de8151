import { AssayError } from '../errors/assay-error.js';
import { SuiteError } from '../errors/suite-error.js';
import { UnknownCommandError } from '../errors/unknown-command-error.js';
import { nearest } from '../text/nearest.js';
import { errorText } from './error-text.js';

/** What the program needs of a process; tests give their own. */
export interface ProcessContext {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  cwd(): string;
  once(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/** @param argv the arguments after the command; resolves with the exit code */
type Command = (argv: readonly string[], context: ProcessContext) => Promise<number>;

/** By the first word of the command line; each is loaded when it is needed. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./run-command.js')).runCommand,
  serve: async () => (await import('./serve-command.js')).serveCommand,
};

/**
 * The program from its arguments to its exit code.
 * @returns 0 conformant, 1 not conformant, 2 usage or configuration error, 3 no verdict
 */
export async function main(argv: readonly string[], context: ProcessContext): Promise<number> {
  const { stderr, env } = context;
  try {
    const [name, ...rest] = withCommand(argv[0] === '--' ? argv.slice(1) : argv);
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined) {
      const known = Object.keys(COMMANDS);
      throw new UnknownCommandError(name, known, nearest(name, known));
    }
    const command = await load();
    return await command(rest, context);
  } catch (error) {
    const known = error instanceof AssayError ? error : SuiteError.unexpected(error);
    stderr.write(errorText(known));
    // Stack traces only for debugging the suite itself.
    if (known !== error && env.ASSAY_DEBUG && error instanceof Error) stderr.write(`${error.stack}\n`);
    return known.exitCode;
  }
}

/** Puts `run` before a command line that begins with an option, or with what can only be a misplaced value. */
function withCommand(argv: readonly string[]): readonly [string, ...string[]] {
  const [first, ...rest] = argv;
  return first !== undefined && /^[a-z][a-z-]*$/i.test(first) ? [first, ...rest] : ['run', ...argv];
}
