#!/usr/bin/env node
import type { Surroundings } from './program/main.js';

/** A reader that went away (`| head -1`) or a full disk behind `>` changes no verdict: it stands in the reports. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Until a run takes over: loading takes a moment in which a signal is answered as in any other. */
const early = () => {
  process.stderr.write('token-assay: interrupted before anything was sent.\n');
  process.exit(3);
};
process.on('SIGINT', early).on('SIGTERM', early);

const surroundings: Surroundings = {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: () => process.cwd(),
  once: (signal, listener) => process.off(signal, early).once(signal, listener),
  off: (signal, listener) => process.off(signal, listener),
};

// Loaded here, so that the lines above come first.
const { main } = await import('./program/main.js');
process.exitCode = await main(process.argv.slice(2), surroundings);
