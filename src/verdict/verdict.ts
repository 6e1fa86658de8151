import type { Waiver } from '../config/run-config.js';
import type { RedactedText } from '../redaction/redacted-exchange.js';
import type { Level } from './clause.js';
import type { Edition, JudgedEdition } from './edition.js';

/** The machine-readable result of a run: what `schemas/verdict.schema.json` describes, all text masked. */
export interface Verdict {
  readonly tool: { readonly name: 'token-assay'; readonly version: string };
  /** Base URL without credentials; `embedded` for the reference provider. */
  readonly target: string;
  readonly seed: number;
  readonly fuzzRuns: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly strict: boolean;
  /** The edition of the contract: entries of later ones are checked and shown, but do not count. */
  readonly edition: JudgedEdition;
  readonly profiles: readonly ProfileVerdict[];
  /** true: no counting violation; false: at least one; null: no verdict, see `error`. */
  readonly conformant: boolean | null;
  /** Every MUST clause of the served profiles was checked. */
  readonly complete: boolean;
  /** 0, 1 or 3, as the process ends. */
  readonly exitCode: 0 | 1 | 3;
  /** One phrase: why there is no verdict, or why a run without a violated clause is not 0. */
  readonly reason: string | null;
  /** The same with its code, which docs/errors.md explains, and with what to do about it. */
  readonly error: VerdictError | null;
  /** Counts the entries of the edition. */
  readonly counts: Readonly<Record<Level, OutcomeCounts>>;
  /** Exchanges made, of which every one went through the universal checks. */
  readonly exchanges: number;
  readonly scenarios: {
    readonly run: number;
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
  };
  readonly clauses: readonly ClauseVerdict[];
  readonly skipped: readonly SkippedScenario[];
  readonly waivers: readonly WaiverVerdict[];
  /** Every interaction of every consumer contract, the project's own first. */
  readonly contracts: readonly ContractVerdict[];
  readonly warnings: readonly string[];
}

/** Why a run could not do its work, or is not conformant without a violated clause. */
export interface VerdictError {
  /** `ASSAY_TARGET_UNREACHABLE`, … */
  readonly code: string;
  /** One sentence that ends with the next step. */
  readonly message: string;
}

export interface ProfileVerdict {
  readonly name: string;
  readonly served: boolean;
  /** How that was found: `pinned`, `answers like the profile (HTTP 200, result_code "00")`, … */
  readonly how: RedactedText;
}

export interface OutcomeCounts {
  readonly total: number;
  readonly held: number;
  readonly violated: number;
  readonly waived: number;
  readonly notChecked: number;
}

export type Outcome = 'held' | 'violated' | 'waived' | 'not-checked';

/** One entry for every clause × profile × level that applies, and one for each part that a later edition tightened. */
export interface ClauseVerdict {
  readonly id: string;
  /** The edition of the contract that it came with. */
  readonly since: Edition;
  readonly level: Level;
  readonly profile: string;
  readonly statement: string;
  readonly source: string;
  readonly reading?: string;
  readonly outcome: Outcome;
  /** How many checks the outcome is based on. */
  readonly checks: number;
  /** For violated and waived. */
  readonly evidence?: readonly Evidence[];
  /** For not-checked: why; for held: what was left out, if anything. */
  readonly reason?: string;
}

export interface Evidence {
  /** Names the deviation: the same from run to run, another one for another deviation of the clause. */
  readonly finding: string;
  /** A waiver accepts it. */
  readonly waived?: true;
  /** What to look at first, where the target may not be to blame. */
  readonly hint?: RedactedText;
  readonly scenario: string;
  readonly location: string;
  readonly expected: RedactedText;
  readonly actual: RedactedText;
  /** Ids of the exchanges that show it, keys into exchanges.har. */
  readonly exchanges: readonly string[];
  /** The request of the first of them in one line: `POST /api/acme/login (the password is wrong)`. */
  readonly request: RedactedText | '';
  /** The answer of the first of them, shortened: `HTTP 200 {"header":…`. */
  readonly answer: RedactedText | '';
  /** How often this was seen in the run. */
  readonly times: number;
  /** A command that makes it happen again. */
  readonly replay: string;
}

export interface SkippedScenario {
  readonly scenario: string;
  readonly location: string;
  readonly profile: string;
  readonly clauses: readonly string[];
  readonly reason: RedactedText;
  /** `fixture`: something was not given; `precondition`: an earlier finding prevents it; `cut-off`. */
  readonly cause: SkipCause;
}

/** The same as the ledger keeps it. */
export interface SkippedRecord extends SkippedScenario {
  /** Of the clauses' entries that it would have checked. */
  readonly level: Level;
}

/** `verifier`: the verifier of consumer contracts broke down. */
export type SkipCause = 'fixture' | 'precondition' | 'throttled' | 'unanswered' | 'cut-off' | 'verifier';

/** What became of a waiver. */
export interface WaiverVerdict extends Omit<Waiver, 'level'> {
  /** `applied`: a violation was waived; `not-needed`: what it waives was checked and did not show; `expired`; `unused`: not checked. */
  readonly status: 'applied' | 'not-needed' | 'expired' | 'unused';
}

/** What became of one interaction of a consumer contract (Pact). */
export interface ContractVerdict {
  readonly consumer: RedactedText;
  readonly provider: RedactedText;
  readonly interaction: RedactedText;
  /** The file that contains it, or the broker it came from. */
  readonly source: RedactedText;
  readonly outcome: 'verified' | 'failed' | 'not-verified';
  /**
   * Whether a failure makes the run not conformant by itself: not that of a pending contract, nor of the project's own,
   * which is a violation of clauses.
   */
  readonly counts: boolean;
  /** For failed ones: how the answer differs. */
  readonly mismatches: readonly ContractMismatch[];
  /** Ids of its exchanges, keys into exchanges.har. */
  readonly exchanges: readonly string[];
  /** For not-verified: why. */
  readonly reason?: RedactedText;
}

/** One way in which an answer is not what the contract asks for. */
export interface ContractMismatch {
  /** `$.header.result_code`, `status`, `header Content-Type`, `body`, or `answer` where there is none. */
  readonly path: RedactedText;
  readonly expected: RedactedText;
  readonly actual: RedactedText;
  /** The verifier's own words. */
  readonly description: RedactedText;
}
