import type { Profile } from '../profiles/profile.js';
import type { HeaderField } from '../text/header-field.js';
import type { Level } from '../verdict/clause.js';
import type { Edition } from '../verdict/edition.js';
import type { ConsumerVersionSelector } from './consumer-version-selectors.js';
import type { PactFile } from './pact-files.js';

/** Everything that decides a run: frozen, complete, checked. Nothing else reads options or environment. */
export interface RunConfig {
  /** `null`: the embedded reference provider. Without credentials, query and trailing slash. */
  readonly target: string | null;
  /** Every profile that there is: the built-in ones, then those of `--profile-module`. */
  readonly knownProfiles: readonly Profile[];
  /** The files of `--profile-module` as they were given, for the command that replays a violation. */
  readonly profileModules: readonly string[];
  /** Pinned profiles, each of which must be served; `null`: whatever the probe finds. */
  readonly profiles: readonly string[] | null;
  /** By family, checked and ready for use. */
  readonly fixtures: Fixtures;
  /** Where the fixtures came from, for messages: a path, `embedded`, or `null` when there are none. */
  readonly fixturesSource: string | null;
  readonly seed: number;
  readonly fuzzRuns: number;
  readonly tags: string | null;
  readonly strict: boolean;
  /** The edition of the contract that counts. */
  readonly edition: Edition;
  readonly complete: boolean;
  readonly waivers: readonly Waiver[];
  /** Absolute path; `null`: nothing is written, which only a program can ask for. */
  readonly reportsDir: string | null;
  readonly html: boolean;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly maxFailedLogins: number;
  /** Requests a second, `null`: no limit. */
  readonly rate: number | null;
  readonly headers: readonly HeaderField[];
  /** PEM text of `--ca`. */
  readonly ca: string | null;
  /** The file of `--ca` as it was given; `null`: none. */
  readonly caSource: string | null;
  readonly insecure: boolean;
  /** The contracts in the folder of `--pacts`, checked. */
  readonly pacts: readonly PactFile[];
  readonly stateUrl: string | null;
  /** `null`: no contracts of a Pact Broker. */
  readonly broker: BrokerConfig | null;
}

/** The fixtures file once read: the part of each family of profiles. */
export type Fixtures = Readonly<Record<string, unknown>>;

/** Which contracts of which Pact Broker are verified, and what becomes of the results. */
export interface BrokerConfig {
  /** Base URL without credentials and trailing slash. */
  readonly url: string;
  readonly credentials: BrokerCredentials | null;
  /** Name of the target in the broker. */
  readonly provider: string;
  readonly branch: string | null;
  readonly selectors: readonly ConsumerVersionSelector[];
  /** Failures of pending contracts do not count. */
  readonly enablePending: boolean;
  /** Version of the target that the results are published for; `null`: they are not published. */
  readonly publishedVersion: string | null;
}

/** From the environment alone: everybody on a machine can see a command line. */
export type BrokerCredentials =
  | { readonly token: string }
  | { readonly username: string; readonly password: string };

/** An accepted deviation. */
export interface Waiver {
  readonly clause: string;
  /** Only in this profile; absent: in every one. */
  readonly profile?: string;
  /** Only this finding, by the id that the verdict gives it; absent: every violation of the clause. */
  readonly finding?: string;
  readonly reason: string;
  /** `yyyy-MM-dd`, the last day on which it holds. */
  readonly until: string;
  readonly ticket?: string;
  /** Only this level of a two-level clause; absent: both. */
  readonly level?: Level;
}
