import type { RedactedExchange, RedactedText } from '../redaction/redacted-exchange.js';
import type { Level } from './clause.js';

/** What a verification says about one clause, given one or more exchanges. */
export interface Check {
  readonly clause: string;
  readonly level: Level;
  readonly held: boolean;
  /** What the clause asks for here, in one phrase; read for violations only. */
  readonly expected?: string;
  /** What came instead, in one phrase; not yet masked or escaped. */
  readonly actual?: string;
  /** For a clause on whatever is generated: the clause that speaks of this case by itself. */
  readonly instanceOf?: string;
}

/** A violation in its place, masked, bounded and ready to be shown. */
export interface Violation {
  readonly clause: string;
  readonly level: Level;
  readonly profile: string;
  readonly expected: RedactedText;
  readonly actual: RedactedText;
  /** The exchanges that show it, abridged; several for a comparison. */
  readonly exchanges: readonly RedactedExchange[];
  readonly scenario: ScenarioRef;
  /** See {@link Check.instanceOf}. */
  readonly instanceOf?: string;
}

/** Where a finding was made, for people and for `--tags` of a replay. */
export interface ScenarioRef {
  readonly name: string;
  readonly rule: string;
  readonly feature: string;
  /** Path of the feature file from the project's root, with line: `features/…/x.feature:12`. */
  readonly location: string;
  /** With their `@`. */
  readonly tags: readonly string[];
}
