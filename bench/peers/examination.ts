import { PROFILE_NAMES, type ProfileName } from '../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { type RunningProvider, startProvider } from '../../src/provider/listen.js';
import { type ConformingProvider, Unavailable } from '../../test/conforming/conforming.js';
import { loadConforming } from '../../test/conforming/load.js';
import { loadMutants } from '../../test/mutants/load.js';
import type { Mutant } from '../../test/mutants/mutant.js';
import type { PeersReport } from '../../tools/detection/peers-section.js';
import type { Complaint, Peer, Subject } from './peer.js';

type Tell = (line: string) => void;

/**
 * Gives every peer every mutant and every conforming provider, one after the other, each freshly started.
 * @param only a text in the ids of those to take; empty: all
 * @param tell called with a line for every result
 */
export async function examineAll(peers: readonly Peer[], only: string, tell: Tell): Promise<PeersReport> {
  const mutants = (await loadMutants()).filter(({ id }) => id.includes(only));
  const providers = (await loadConforming()).filter(({ id }) => id.includes(only));
  const judges = await Promise.all(peers.map(judgeOf));
  const killers = new Map<Mutant, readonly Judge[]>();
  for (const mutant of mutants) {
    const killed = await thoseWho(judges, (judge) => kills(judge, mutant));
    killers.set(
      mutant,
      killed.map(({ judge }) => judge),
    );
    tell(lineOf(mutant.id, killed));
  }
  const alarmed = new Map<ConformingProvider, readonly Judge[]>();
  for (const provider of providers) {
    const alarms = await thoseWho(judges, (judge) => alarmAt(judge, provider)).catch(unlessUnavailable);
    if (alarms === null) continue;
    alarmed.set(
      provider,
      alarms.map(({ judge }) => judge),
    );
    tell(lineOf(provider.id, alarms));
  }
  const count = (level: Mutant['level'], counts: (killed: readonly Judge[]) => boolean) =>
    mutants.filter((mutant) => mutant.level === level && counts(killers.get(mutant) ?? [])).length;
  const counts = (test: (killed: readonly Judge[]) => boolean) => ({
    MUST: count('MUST', test),
    SHOULD: count('SHOULD', test),
  });
  return {
    mutants: counts(() => true),
    conforming: alarmed.size,
    tools: judges.map((judge) => ({
      name: judge.peer.name,
      version: judge.peer.version,
      how: judge.peer.how,
      killed: counts((killed) => killed.includes(judge)),
      falseAlarms: [...alarmed].filter(([, alarms]) => alarms.includes(judge)).map(([{ id }]) => id),
    })),
    together: counts((killed) => killed.length > 0),
  };
}

/** A peer, and what it reports of the reference provider: that does not count against others. */
interface Judge {
  readonly peer: Peer;
  readonly baseline: ReadonlySet<string>;
}

async function judgeOf(peer: Peer): Promise<Judge> {
  const baseline = new Set<string>();
  const reference = await startProvider();
  try {
    for (const profile of PROFILE_NAMES) {
      for (const strict of [false, true]) {
        const subject = { url: reference.url, profile, fixtures: EMBEDDED_FIXTURES, strict };
        for (const { about } of await peer.examine(subject)) baseline.add(`${profile} ${about}`);
      }
    }
  } finally {
    await reference.close();
  }
  return { peer, baseline };
}

async function complaintOf({ peer, baseline }: Judge, subject: Subject): Promise<Complaint | null> {
  const complaints = await peer.examine(subject);
  return complaints.find(({ about }) => !baseline.has(`${subject.profile} ${about}`)) ?? null;
}

async function kills(judge: Judge, { profile, level, options }: Mutant): Promise<Complaint | null> {
  const subject = { profile, fixtures: EMBEDDED_FIXTURES, strict: level === 'SHOULD' };
  return during(startProvider(options()), ({ url }) => complaintOf(judge, { ...subject, url }));
}

/** @throws {Unavailable} where this machine lacks what the provider needs */
async function alarmAt(judge: Judge, provider: ConformingProvider): Promise<Complaint | null> {
  const { profiles = PROFILE_NAMES, fixtures = EMBEDDED_FIXTURES, start } = provider;
  const starting = start((options) => startProvider({ profiles, ...options }), profiles);
  return during(starting, async ({ url }) =>
    firstComplaint(profiles, (profile) => complaintOf(judge, { url, profile, fixtures, strict: false })),
  );
}

async function firstComplaint(
  profiles: readonly ProfileName[],
  complaintAt: (profile: ProfileName) => Promise<Complaint | null>,
): Promise<Complaint | null> {
  for (const profile of profiles) {
    const complaint = await complaintAt(profile);
    if (complaint) return complaint;
  }
  return null;
}

async function during<T>(
  starting: Promise<RunningProvider>,
  use: (provider: RunningProvider) => Promise<T>,
): Promise<T> {
  const provider = await starting;
  try {
    return await use(provider);
  } finally {
    await provider.close();
  }
}

interface Held {
  readonly judge: Judge;
  readonly complaint: Complaint;
}

async function thoseWho(
  judges: readonly Judge[],
  complaintBy: (judge: Judge) => Promise<Complaint | null>,
): Promise<readonly Held[]> {
  const held: Held[] = [];
  for (const judge of judges) {
    const complaint = await complaintBy(judge);
    if (complaint) held.push({ judge, complaint });
  }
  return held;
}

function unlessUnavailable(error: unknown): null {
  if (error instanceof Unavailable) return null;
  throw error;
}

function lineOf(id: string, held: readonly Held[]): string {
  const texts = held.map(
    ({ judge, complaint }) =>
      `${judge.peer.name}: ${complaint.about}: ${complaint.text.replace(/\s+/g, ' ').slice(0, 160)}`,
  );
  return [id, ...texts].join('\n    ');
}
