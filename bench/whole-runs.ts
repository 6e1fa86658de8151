/**
 * Times whole runs, from `npm test` to its end: against the embedded provider with and without HTML, and against a target
 * that takes 100 ms for each answer. Medians of several runs; quote ratios, for machines differ.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EMBEDDED_FIXTURES } from '../src/provider/embedded-fixtures.js';

const HOME = fileURLToPath(new URL('../../', import.meta.url));
const RUNS = 5;
const DELAY_MS = 100;

const folder = mkdtempSync(join(tmpdir(), 'token-assay-bench-'));
const fixtures = join(folder, 'fixtures.json');
writeFileSync(fixtures, JSON.stringify(EMBEDDED_FIXTURES));
const slow = spawn(
  process.execPath,
  [fileURLToPath(new URL('slow-provider.js', import.meta.url)), String(DELAY_MS)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
try {
  const [url] = await once(slow.stdout, 'data');
  const target = [`--target=${String(url).trim()}`, `--fixtures=${fixtures}`];
  const bare = time('embedded, --no-html', ['--no-html']);
  const noFuzz = time('embedded, --no-html, without fuzzing', ['--no-html', '--tags=not @fuzzing']);
  const html = time('embedded, with HTML', []);
  const late = time(
    `${DELAY_MS} ms an answer, without fuzzing`,
    ['--no-html', '--tags=not @fuzzing', ...target],
    2,
  );
  report([bare, noFuzz, html, late], bare);
} finally {
  slow.kill();
  rmSync(folder, { recursive: true, force: true });
}

interface Timing {
  readonly what: string;
  readonly seconds: readonly number[];
}

function time(what: string, options: readonly string[], runs = RUNS): Timing {
  const seconds: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const begin = performance.now();
    const { status } = spawnSync(
      'npm',
      ['test', '--silent', '--', `--reports=${join(folder, 'reports')}`, ...options],
      {
        cwd: HOME,
        stdio: 'ignore',
        shell: process.platform === 'win32',
      },
    );
    if (status !== 0) throw new Error(`${what}: exit code ${status}`);
    // The first run warms the disk up.
    if (run > 0) seconds.push((performance.now() - begin) / 1000);
  }
  return { what, seconds: seconds.sort((one, other) => one - other) };
}

function report(timings: readonly Timing[], base: Timing): void {
  for (const { what, seconds } of timings) {
    const [min, median, max] = [seconds[0] ?? 0, middle(seconds), seconds.at(-1) ?? 0];
    const figures = [min, median, max].map((value) => value.toFixed(2)).join(' / ');
    process.stdout.write(
      `${what.padEnd(42)} min/median/max ${figures} s  ratio ${(median / middle(base.seconds)).toFixed(2)}\n`,
    );
  }
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
