import type { RunConfig } from '../config/run-config.js';
import type { Exchange } from '../http/exchange.js';
import type { Contracts } from '../pact/contracts.js';
import type { EvaluatedExchange } from '../profiles/profile.js';
import type { Redactor } from '../redaction/redactor.js';
import type { Ledger } from '../verdict/ledger.js';
import type { Waivers } from '../verdict/waivers.js';
import type { TargetSession } from './target-session.js';
import type { OpenProfile, TestUsers } from './test-users.js';
import type { TokenHolders } from './token-comparison.js';

/** What the scenarios of a run share: made once, before the first one. Several runs can live in one process. */
export interface RunContext {
  readonly id: string;
  readonly config: RunConfig;
  /** The profiles that the target serves. */
  readonly served: readonly OpenProfile[];
  readonly session: TargetSession;
  readonly users: TestUsers;
  readonly ledger: Ledger;
  readonly waivers: Waivers;
  /** Masks every secret of the run. */
  readonly redactor: Redactor;
  /** Called with the progress of a property of generated requests. */
  readonly onFuzz?: (progress: FuzzProgress) => void;
  /** The answer to the probe's good login, by profile: it is one of the good logins too. */
  readonly probed?: ReadonlyMap<string, EvaluatedExchange>;
  /** Answers that several scenarios look at, by profile and phrase: what is refused is sent only once. */
  readonly shared: Map<string, Promise<Exchange>>;
  /** Who got which token, in every profile. */
  readonly tokens: TokenHolders;
  /** The consumer contracts that scenarios ask about. */
  readonly contracts: Contracts;
  /** Faults of the suite itself: a step that threw, an undefined step. */
  readonly suiteErrors: string[];
}

/** How far a property of generated requests is. */
export interface FuzzProgress {
  readonly property: string;
  readonly done: number;
  readonly total: number;
}

const runs = new Map<string, RunContext>();

/** Makes a run known to the steps, which get its id as a World parameter. */
export function register(run: RunContext): void {
  runs.set(run.id, run);
}

/** Removes a run once its last scenario is done. */
export function unregister(run: RunContext): void {
  runs.delete(run.id);
}

/**
 * The run of that id.
 * @throws {Error} when there is none: cucumber-js was started by itself
 */
export function runOf(id: unknown): RunContext {
  const run = typeof id === 'string' ? runs.get(id) : undefined;
  if (!run) throw new Error('No run is under way: start the scenarios with `npm test -- --target=URL`.');
  return run;
}

/**
 * A profile that the target of a run serves.
 * @throws {Error} for any other name: a fault of the suite
 */
export function servedProfile(run: RunContext, name: unknown): OpenProfile {
  const open = run.served.find(({ profile }) => profile.name === name);
  if (!open) throw new Error(`the run serves no profile ${String(name)}`);
  return open;
}
