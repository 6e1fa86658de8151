import { parseConfig } from '../config/parse-config.js';
import { AssayError } from '../errors/assay-error.js';
import { SuiteError } from '../errors/suite-error.js';
import { errorText } from './error-text.js';
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
    const known = error instanceof AssayError ? error : SuiteError.unexpected(error);
    stderr.write(errorText(known));
    // Stack traces only for debugging the suite itself.
    if (known !== error && env.ASSAY_DEBUG && error instanceof Error) stderr.write(`${error.stack}\n`);
    return known.exitCode;
  }
}
