/**
 * What generating and checking cost while fuzzing, and that memory stays flat: exchanges a second of a fuzzed profile at
 * 16 in flight, as a ratio to the same client sending the same prepared requests in the same turns with no checking.
 * Against the embedded provider, as a run without a target has it; against one in a process of its own that answers
 * at once, where the client's processor time is all that counts; and against one that takes 10 ms, less than any
 * network and password hash, for which there is a least ratio. Then the heap after 1,000 and after 50,000 generated requests. Quote ratios, for machines
 * differ.
 *
 * `npm run bench:fuzzing [-- rounds]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClient } from '../src/http/client.js';
import type { OutgoingRequest } from '../src/http/exchange.js';
import { PROFILE_NAMES, type ProfileName } from '../src/profiles/documents.js';
import { startProvider } from '../src/provider/listen.js';
import { createRedactor } from '../src/redaction/redactor.js';
import { fuzz, kindsOf } from '../test/engine/fuzzing/support/fuzz-run.js';

const IN_FLIGHT = 16;
const DELAY_MS = 10;
const RUNS = 500;
const LEAST_RATIO = 0.7;
const [rounds = '5'] = process.argv.slice(2);

const embedded = await startProvider();
const prompt = await startElsewhere(0);
const slow = await startElsewhere(DELAY_MS);
try {
  for (const profile of PROFILE_NAMES) {
    await compare(profile, embedded.url, 'embedded', null);
    await compare(profile, prompt.url, 'another process', null);
    await compare(profile, slow.url, `${DELAY_MS} ms an answer`, LEAST_RATIO);
  }
  await measureMemory(prompt.url);
} finally {
  await embedded.close();
  prompt.stop();
  slow.stop();
}

/** The reference provider in a process of its own. */
async function startElsewhere(delayMs: number): Promise<{ readonly url: string; readonly stop: () => void }> {
  const script = fileURLToPath(new URL('slow-provider.js', import.meta.url));
  const child = spawn(process.execPath, [script, String(delayMs)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output] = await once(child.stdout, 'data');
  return { url: String(output).trim(), stop: () => child.kill() };
}

async function compare(
  profile: ProfileName,
  url: string,
  where: string,
  least: number | null,
): Promise<void> {
  const wall: number[] = [];
  const processor: number[] = [];
  let fastest = 0;
  for (let round = 0; round <= Number(rounds); round += 1) {
    const requests: OutgoingRequest[] = [];
    const fuzzed = await costOf(async () => {
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
    const inTurns = await costOf(() => sendAll(turnsOf(requests), url));
    // The first round warms all up.
    if (round === 0) continue;
    wall.push(inTurns.wallMs / fuzzed.wallMs);
    processor.push(inTurns.processorMs / fuzzed.processorMs);
    fastest = Math.max(fastest, 1_000 / fuzzed.wallMs);
  }
  const shown = wall.map((one) => one.toFixed(2)).join(', ');
  tell(
    `${profile}, ${where}: ${Math.round(fastest)} exchanges/s at best, ratio ${median(wall).toFixed(2)} (${shown})` +
      `${least === null ? '' : `, wanted ${least}`}; in processor time ${median(processor).toFixed(2)}`,
  );
  if (least !== null && median(wall) < least) process.exitCode = 1;
}

interface Turn {
  readonly account: string | null;
  readonly requests: readonly OutgoingRequest[];
}

/** The turns of a fuzzed profile: a failed login has its own, equivalent logins of one row share one. */
function turnsOf(requests: readonly OutgoingRequest[]): readonly Turn[] {
  const turns = new Map<string, { account: string | null; requests: OutgoingRequest[] }>();
  for (const [at, request] of requests.entries()) {
    const number = /\(generated: equivalent-logins-(\d+)\)$/.exec(request.label)?.[1];
    const key = number === undefined ? `${at}` : `row ${Math.floor((Number(number) - 1) / 3)}`;
    const turn = turns.get(key) ?? { account: request.facts?.account ?? null, requests: [] };
    turn.requests.push(request);
    turns.set(key, turn);
  }
  return [...turns.values()];
}

async function sendAll(turns: readonly Turn[], baseUrl: string): Promise<number> {
  const client = createClient({
    baseUrl,
    timeoutMs: 10_000,
    rate: null,
    maxInFlight: IN_FLIGHT,
    headers: [],
    ca: null,
    insecure: false,
    userAgent: 'token-assay/bench',
    redactor: createRedactor(),
    onExchange: () => undefined,
    signal: new AbortController().signal,
  });
  const tails = new Map<string, Promise<unknown>>();
  const send = (turn: Turn) => Promise.all(turn.requests.map((request) => client.send(request)));
  const all = turns.map((turn) => {
    if (turn.account === null) return send(turn);
    const sent = (tails.get(turn.account) ?? Promise.resolve()).then(() => send(turn));
    tails.set(turn.account, sent);
    return sent;
  });
  await Promise.all(all);
  await client.close();
  return turns.reduce((sum, { requests }) => sum + requests.length, 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** What one exchange costs, of all that `work` makes and counts. */
async function costOf(work: () => Promise<number>): Promise<{ wallMs: number; processorMs: number }> {
  const [begin, before] = [performance.now(), process.cpuUsage()];
  const count = await work();
  const { user, system } = process.cpuUsage(before);
  return { wallMs: (performance.now() - begin) / count, processorMs: (user + system) / 1_000 / count };
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
