import http from 'node:http';
import type { ProfileName } from '../../../src/profiles/documents.js';
import { startProvider } from '../../../src/provider/listen.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import type { Mutant } from '../mutant.js';
import { ckstackBattery } from './ckstack-battery.js';
import { sendDirectly } from './direct-request.js';
import { esignonBattery, type Step } from './esignon-battery.js';

/** The clock of both providers, so that no date differs by itself. */
const NOW = new Date('2026-03-10T05:00:00Z');

/** A race may be won by luck on a busy machine: so often a mutant may show itself. */
const CHANCES = 3;

/**
 * Whether a mutant behaves otherwise than the reference provider, to a battery of direct requests.
 * @returns the first difference in words; null: there is none, the mutant is not alive
 */
export async function firstDifference(mutant: Mutant): Promise<string | null> {
  for (let chance = 0; chance < CHANCES; chance += 1) {
    const difference = await differenceNow(mutant);
    if (difference !== null) return difference;
  }
  return null;
}

async function differenceNow(mutant: Mutant): Promise<string | null> {
  const reference = await referenceAnswers(mutant.profile);
  let at = 0;
  let difference: string | null = null;
  await answers(mutant.options(), mutant.profile, (answer, request) => {
    const expected = reference[at];
    at += 1;
    if (answer === expected) return true;
    difference = `${request}: ${answer.slice(0, 200)} (reference: ${expected?.slice(0, 200)})`;
    return false;
  });
  return difference;
}

const known = new Map<ProfileName, Promise<readonly string[]>>();

function referenceAnswers(profile: ProfileName): Promise<readonly string[]> {
  const found = known.get(profile) ?? collect(profile);
  known.set(profile, found);
  return found;
}

async function collect(profile: ProfileName): Promise<readonly string[]> {
  const all: string[] = [];
  await answers({ profiles: [profile] }, profile, (answer) => {
    all.push(answer);
    return true;
  });
  return all;
}

function batteryOf(profile: ProfileName): readonly Step[] {
  if (profile === 'ckstack-token') return ckstackBattery(NOW);
  return esignonBattery(profile === 'esignon-login' ? 'login' : 'startsimple');
}

/** Sends the battery, until `each` says that it has seen enough. Tokens are numbered as they come. */
async function answers(
  options: ProviderOptions,
  profile: ProfileName,
  each: (answer: string, request: string) => boolean,
): Promise<void> {
  const provider = await startProvider({ ...options, now: () => NOW });
  const agent = new http.Agent({ keepAlive: true });
  const tokens = new Map<string, string>();
  const numbered = (answer: string) =>
    answer.replace(/[0-9a-f]{32}/g, (token) => {
      const number = tokens.get(token) ?? `#${tokens.size}`;
      tokens.set(token, number);
      return number;
    });
  try {
    for (const step of batteryOf(profile)) {
      const came = await Promise.all(step.map((request) => sendDirectly(provider.url, request, agent)));
      for (const [at, answer] of came.entries()) {
        const { method, path, body } = step[at] ?? { method: '', path: '', body: null };
        if (!each(numbered(answer), `${method} ${path} ${String(body).slice(0, 120)}`)) return;
      }
    }
  } finally {
    agent.destroy();
    await provider.close();
  }
}
