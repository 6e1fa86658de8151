import type { AssayError } from '../errors/assay-error.js';
import { terminal } from '../text/escape/terminal.js';

/** What the console shows of an error: `token-assay [ASSAY_OPTION_UNKNOWN]: …`, ended by a line break. */
export function errorText({ code, message }: Pick<AssayError, 'code' | 'message'>): string {
  const lines = message.split('\n').map((line) => terminal(line));
  return `token-assay [${code}]: ${lines.join('\n')}\n`;
}
