/**
 * What the verification of the own contracts adds to a run: default runs against the embedded provider, with
 * and without the scenarios of contracts, in turns. Quote the difference, and the fastest runs on a machine
 * that is busy.
 *
 * `node dist/bench/pact.js [rounds] [further options of the runs]`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../src/cli/token-assay.js', import.meta.url));
const [rounds = '9', ...options] = process.argv.slice(2);
/** What the verification may add, in milliseconds. */
const ALLOWED_MS = 500;

const folder = mkdtempSync(join(tmpdir(), 'token-assay-bench-'));
try {
  const withContracts: number[] = [];
  const without: number[] = [];
  // The first round fills the caches of the file system.
  for (let round = 0; round <= Number(rounds); round += 1) {
    const pair = [time([]), time(['--tags=not @pacts'])] as const;
    if (round === 0) continue;
    withContracts.push(pair[0]);
    without.push(pair[1]);
  }
  tell('with contracts', withContracts);
  tell('without', without);
  const added = median(withContracts) - median(without);
  const least = Math.min(...withContracts) - Math.min(...without);
  process.stdout.write(
    `added: ${added} ms in the median, ${least} ms in the fastest run (allowed: ${ALLOWED_MS})\n`,
  );
  process.exitCode = added < ALLOWED_MS || least < ALLOWED_MS ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Wall time of one run, from the start of its process to the end, in milliseconds. */
function time(selection: readonly string[]): number {
  const argv = [
    PROGRAM,
    '--no-html',
    `--reports=${join(folder, 'reports')}`,
    '--seed=7',
    ...options,
    ...selection,
  ];
  const begin = performance.now();
  const { status } = spawnSync(process.execPath, argv, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`a run ended with ${status}`);
  return Math.round(performance.now() - begin);
}

function tell(what: string, times: readonly number[]): void {
  const fastest = Math.min(...times);
  process.stdout.write(
    `${what.padEnd(16)} median ${median(times)} ms, fastest ${fastest} ms (${times.join(', ')})\n`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
