import { parseConfig } from '../config/parse-config.js';
import { AssayError } from '../errors/assay-error.js';
import { SuiteError } from '../errors/suite-error.js';
import { terminal } from '../text/escape/terminal.js';
import { listCommand } from './list-command.js';
import { runCommand } from './run-command.js';

/** What the program needs of a process; tests give their own. */
export interface ProcessContext {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  cwd(): string;
  once(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/**
 * The program from its arguments to its exit code.
 * @returns 0 conformant, 1 not conformant, 2 usage or configuration error, 3 no verdict
 */
export async function main(argv: readonly string[], context: ProcessContext): Promise<number> {
  const { stdout, stderr, env } = context;
  try {
    const invocation = await parseConfig(argv, env, context.cwd());
    switch (invocation.kind) {
      case 'help':
      case 'version':
        stdout.write(`${invocation.text.trimEnd()}\n`);
        return 0;
      case 'list':
        return await listCommand(invocation.config, context);
      case 'run':
        return await runCommand(invocation.config, context);
    }
  } catch (error) {
    const told = error instanceof AssayError ? error : new SuiteError(String(error), { cause: error });
    stderr.write(
      `token-assay: ${told.message
        .split('\n')
        .map((line) => terminal(line))
        .join('\n')}\n`,
    );
    // For whoever mends the suite; nobody else wants a stack.
    if (!(error instanceof AssayError) && env.ASSAY_DEBUG && error instanceof Error)
      stderr.write(`${error.stack}\n`);
    return told.exitCode;
  }
}
