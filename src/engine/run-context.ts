import type { RunConfig } from '../config/run-config.js';
import type { Exchange } from '../http/exchange.js';
import type { Contracts } from '../pact/contracts.js';
import type { ProfileName } from '../profiles/built-in.js';
import type { Signer } from '../profiles/ckstack/requests/login.js';
import type { Fixtures } from '../profiles/fixtures.js';
import type { EvaluatedExchange } from '../profiles/login/evaluated-exchange.js';
import type { Redactor } from '../redaction/redactor.js';
import type { Ledger } from '../verdict/ledger.js';
import type { TargetSession } from './target-session.js';
import type { TestUsers } from './test-users.js';

/** All that one run shares: made once, before the first scenario. Several runs can live in one process. */
export interface RunContext {
  readonly id: string;
  readonly config: RunConfig;
  /** Those of the file, or the embedded provider's own. */
  readonly fixtures: Fixtures;
  /** Base URL of the target, the embedded one's included. */
  readonly baseUrl: string;
  /** Random text made from the seed: eight small letters and digits. */
  readonly nonce: string;
  readonly served: readonly ProfileName[];
  readonly session: TargetSession;
  readonly users: TestUsers;
  readonly ledger: Ledger;
  readonly signer: Signer;
  /** Masks every secret of the run in whatever is shown. */
  readonly redactor: Redactor;
  /** Told how far a property of generated requests is. */
  readonly onFuzz?: (progress: FuzzProgress) => void;
  /** What the probe's good login of a profile was answered: a matter of the baseline too. */
  readonly probed?: ReadonlyMap<ProfileName, EvaluatedExchange>;
  /** Answers that several scenarios look at, by profile and phrase: what is refused need be sent only once. */
  readonly shared: Map<string, Promise<Exchange>>;
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

/** Forgets a run once its last scenario is done. */
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
