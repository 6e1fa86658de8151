#!/usr/bin/env node
import { CutOffError } from '../errors/cut-off-error.js';
import { SuiteError } from '../errors/suite-error.js';
import { errorText } from './error-text.js';
import type { ProcessContext } from './main.js';

/** A reader that went away (`| head -1`) or a full disk changes no verdict: the reports have it. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Until a command takes over: loading takes a moment, in which a signal ends the process as at any other time. */
const early = () => {
  process.stderr.write(errorText(new CutOffError('it was interrupted before anything was sent')));
  process.exit(3);
};
process.on('SIGINT', early).on('SIGTERM', early);

/** A module of the user's may end the process, or leave it nothing to wait for: then there is no verdict. */
let ended = false;
process.on('exit', () => {
  if (ended || (process.exitCode !== 0 && process.exitCode !== undefined && process.exitCode !== 13)) return;
  process.stderr.write(errorText(new CutOffError('the process exited before a verdict was reached')));
  process.exitCode = 3;
});

/** An error that nobody waited for would end the process with 1, which means "not conformant". */
process.on('uncaughtException', (error) => {
  // A step that is under way listens as well, and fails.
  if (process.listenerCount('uncaughtException') > 1) return;
  process.stderr.write(errorText(SuiteError.unexpected(error)));
  if (process.env.ASSAY_DEBUG) process.stderr.write(`${error.stack}\n`);
  process.exit(3);
});

const context: ProcessContext = {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: () => process.cwd(),
  once: (signal, listener) => process.off(signal, early).once(signal, listener),
  off: (signal, listener) => process.off(signal, listener),
};

// Loaded here, so that the lines above come first.
const { main } = await import('./main.js');
process.exitCode = await main(process.argv.slice(2), context);
ended = true;
