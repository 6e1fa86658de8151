import type { RedactedExchange, RedactedText } from '../redaction/redacted-exchange.js';
import type { Level } from './clause.js';
import type { Edition } from './edition.js';

/** What a verification says about one clause, given one or more exchanges. */
export type Check = HeldCheck | VerifiedCheck;

interface CheckedClause {
  readonly clause: string;
  readonly level: Level;
  /** The edition of the entry it is about, where the clause has several of its level; absent: the oldest. */
  readonly since?: Edition;
  /** For a clause on generated requests: the specific clause on this case. */
  readonly instanceOf?: string;
  /** What to look at first, where the target may not be to blame: one sentence without a full stop; not yet masked. */
  readonly hint?: string;
}

/** The clause held. */
interface HeldCheck extends CheckedClause {
  readonly held: true;
  readonly kind?: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** The clause held or not; what describes a violation is read for violations only. */
export interface VerifiedCheck extends CheckedClause {
  readonly held: boolean;
  /**
   * The kind of deviation, of lower-case letters, digits and hyphens: `accepted`, `code-99`, `header-result-msg-missing`.
   * It is part of the id of a finding: the same for the same deviation, free of generated text and of free text of the
   * target, whatever the seed.
   */
  readonly kind: string;
  /** What the clause asks for here, in one phrase. */
  readonly expected: string;
  /** What came instead, in one phrase; not yet masked or escaped. */
  readonly actual: string;
}

/** A violation with its scenario, masked, shortened and ready to be shown. */
export interface Violation {
  readonly clause: string;
  readonly level: Level;
  readonly profile: string;
  /** The edition of the entry that is violated. */
  readonly since: Edition;
  /** See {@link VerifiedCheck.kind}. */
  readonly kind: string;
  /** Names the deviation from run to run: made of clause, place and kind. */
  readonly finding: string;
  readonly expected: RedactedText;
  readonly actual: RedactedText;
  /** The exchanges that show it, abridged; several for a comparison. */
  readonly exchanges: readonly RedactedExchange[];
  readonly scenario: ScenarioRef;
  /** See {@link Check.instanceOf}. */
  readonly instanceOf?: string;
  /** See {@link Check.hint}. */
  readonly hint?: RedactedText;
}

/** Where a finding was made, for people and for `--tags` of a replay. */
export interface ScenarioRef {
  readonly name: string;
  readonly rule: string;
  readonly feature: string;
  /**
   * Path of the feature file with line: `features/…/x.feature:12`, from the project's root; that of a profile from outside,
   * from the working folder.
   */
  readonly location: string;
  /** With their `@`. */
  readonly tags: readonly string[];
}
