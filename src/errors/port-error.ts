import { AssayError } from './assay-error.js';

/** What the system says, by its code, and what to do; anything else is shown as it is. */
const CAUSES: Readonly<Record<string, readonly [before: string, after: string, hint: string]>> = {
  EADDRINUSE: ['', ' is in use', 'choose another one with --port=PORT'],
  EACCES: ['permission denied for ', '', 'choose a port above 1023 with --port=PORT'],
};

/** A port that `serve` cannot listen on. */
export class PortError extends AssayError {
  static readonly code = 'ASSAY_PORT_UNAVAILABLE';
  static readonly exitCode = 3;

  /** @param cause the error of the system */
  constructor(port: number, host: string, cause: NodeJS.ErrnoException) {
    const code = cause.code ?? cause.message;
    const [before, after, hint] = CAUSES[code] ?? [
      'cannot listen on ',
      ` (${code})`,
      'choose others with --port=PORT and --host=HOST',
    ];
    super(PortError, `${before}port ${port} on ${host}${after}; ${hint}.`, { cause });
  }
}
