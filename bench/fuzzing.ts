/**
 * What checking costs while fuzzing, and that memory stays flat: exchanges a second of a fuzzed profile at 16 in flight,
 * as a ratio to the same client sending the same prepared requests with no checking, against a provider in a process
 * of its own; then the heap after 1,000 and after 50,000 generated requests. Quote ratios, for machines differ.
 *
 * `node dist/bench/fuzzing.js [rounds]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PROFILE_NAMES, type ProfileName } from '../src/contract/profile.js';
import { createClient } from '../src/exchange/client.js';
import type { OutgoingRequest } from '../src/exchange/exchange.js';
import { createMasker } from '../src/exchange/masker.js';
import { fuzz, kindsOf } from '../test/fuzz/support/fuzz-run.js';

const IN_FLIGHT = 16;
const RUNS = 500;
const LEAST_RATIO = 0.7;
const [rounds = '5'] = process.argv.slice(2);

const provider = spawn(process.execPath, [fileURLToPath(new URL('fuzzing-provider.js', import.meta.url))], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [output] = await once(provider.stdout, 'data');
  const url = String(output).trim();
  for (const profile of PROFILE_NAMES) await compare(profile, url);
  await measureMemory(url);
} finally {
  provider.kill();
}

async function compare(profile: ProfileName, url: string): Promise<void> {
  const ratios: number[] = [];
  let fastest = 0;
  for (let round = 0; round <= Number(rounds); round += 1) {
    const requests: OutgoingRequest[] = [];
    const fuzzed = await rateOf(async () => {
      await fuzz({
        profile,
        kinds: kindsOf(profile),
        seed: round,
        runs: RUNS,
        concurrency: IN_FLIGHT,
        url,
        onExchange: ({ request }) => requests.push(request),
      });
      return requests.length;
    });
    const plain = await rateOf(() => sendAll(requests, url));
    // The first round warms both up.
    if (round === 0) continue;
    ratios.push(fuzzed / plain);
    fastest = Math.max(fastest, fuzzed);
  }
  const ratio = ratios.sort((one, other) => one - other)[Math.floor(ratios.length / 2)] ?? 0;
  const shown = ratios.map((one) => one.toFixed(2)).join(', ');
  tell(
    `${profile}: ${Math.round(fastest)} exchanges/s at best, ratio ${ratio.toFixed(2)} (${shown}), wanted ${LEAST_RATIO}`,
  );
  if (ratio < LEAST_RATIO) process.exitCode = 1;
}

async function sendAll(requests: readonly OutgoingRequest[], baseUrl: string): Promise<number> {
  const client = createClient({
    baseUrl,
    timeoutMs: 10_000,
    rate: null,
    maxInFlight: IN_FLIGHT,
    headers: [],
    ca: null,
    insecure: false,
    userAgent: 'token-assay/bench',
    masker: createMasker(),
    onExchange: () => undefined,
    signal: new AbortController().signal,
  });
  await Promise.all(requests.map((request) => client.send(request)));
  await client.close();
  return requests.length;
}

/** Exchanges a second. */
async function rateOf(work: () => Promise<number>): Promise<number> {
  const begin = performance.now();
  const count = await work();
  return count / ((performance.now() - begin) / 1000);
}

async function measureMemory(url: string): Promise<void> {
  const heaps: number[] = [];
  for (const runs of [1_000, 1_000, 50_000]) {
    await fuzz({
      profile: 'esignon-login',
      kinds: ['malformed logins'],
      seed: 1,
      runs,
      concurrency: IN_FLIGHT,
      url,
    });
    globalThis.gc?.();
    heaps.push(process.memoryUsage().heapUsed / 1e6);
    const resident = Math.round(process.memoryUsage().rss / 1e6);
    tell(`${runs} generated requests: heap ${heaps.at(-1)?.toFixed(1)} MB, resident ${resident} MB`);
  }
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
