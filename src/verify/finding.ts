import type { Level } from '../contract/clause.js';
import type { ProfileName } from '../contract/profile.js';
import type { Exchange } from '../exchange/exchange.js';

/** What a verification says about one clause, given one or more exchanges. */
export interface Check {
  readonly clause: string;
  readonly level: Level;
  readonly held: boolean;
  /** For violations: what the clause asks for here, in one phrase. */
  readonly expected?: string;
  /** For violations: what came instead, in one phrase. Not yet masked or escaped. */
  readonly actual?: string;
}

/** A check in its place: which profile, which scenario, which exchange. */
export interface Finding extends Check {
  readonly profile: ProfileName;
  /** The exchange that shows it; several for a comparison. */
  readonly exchanges: readonly Exchange[];
  readonly scenario: ScenarioRef;
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
