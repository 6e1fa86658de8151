/**
 * What generating and checking cost while fuzzing, and that memory stays flat: exchanges a second of a fuzzed profile at
 * 16 in flight, as a ratio to the same client sending the same prepared requests in the same turns with no checking,
 * against a provider in a process of its own. Failed logins of one account go one after another, which limits both; how
 * the fuzzing compares with all of them sent at once is told too. Then the heap after 1,000 and after 50,000 generated
 * requests. Quote ratios, for machines differ.
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
  const untamed: number[] = [];
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
    const inTurns = await rateOf(() => sendAll(requests, url, laneOf));
    const atOnce = await rateOf(() => sendAll(requests, url, () => null));
    // The first round warms all up.
    if (round === 0) continue;
    ratios.push(fuzzed / inTurns);
    untamed.push(fuzzed / atOnce);
    fastest = Math.max(fastest, fuzzed);
  }
  const shown = ratios.map((one) => one.toFixed(2)).join(', ');
  tell(
    `${profile}: ${Math.round(fastest)} exchanges/s at best, ratio ${median(ratios).toFixed(2)} (${shown}), wanted ` +
      `${LEAST_RATIO}; to all at once ${median(untamed).toFixed(2)}`,
  );
  if (median(ratios) < LEAST_RATIO) process.exitCode = 1;
}

/** In whose turn a request goes: that of the account which it may add a failed login to, and of good logins between. */
function laneOf({ facts, label }: OutgoingRequest): string | null {
  return facts?.valid && label.includes('(generated') ? null : (facts?.account ?? null);
}

async function sendAll(
  requests: readonly OutgoingRequest[],
  baseUrl: string,
  lane: (request: OutgoingRequest) => string | null,
): Promise<number> {
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
  const tails = new Map<string, Promise<unknown>>();
  const all = requests.map((request) => {
    const own = lane(request);
    const sent =
      own === null
        ? client.send(request)
        : (tails.get(own) ?? Promise.resolve()).then(() => client.send(request));
    if (own !== null) tails.set(own, sent);
    return sent;
  });
  await Promise.all(all);
  await client.close();
  return requests.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
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
