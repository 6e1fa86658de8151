#!/usr/bin/env node
import type { ProcessContext } from './main.js';

/** A reader that went away (`| head -1`) or a full disk behind `>` changes no verdict: it stands in the reports. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Until a run takes over: loading takes a moment in which a signal is answered as in any other. */
const early = () => {
  process.stderr.write('token-assay: interrupted before anything was sent.\n');
  process.exit(3);
};
process.on('SIGINT', early).on('SIGTERM', early);

/** A module of the user's that ends the process ends no run well, nor does one that leaves it nothing to wait for. */
let ended = false;
process.on('exit', () => {
  if (ended || (process.exitCode !== 0 && process.exitCode !== undefined && process.exitCode !== 13)) return;
  process.stderr.write('token-assay: the run ended before its verdict.\n');
  process.exitCode = 3;
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
