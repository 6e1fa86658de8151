import type { RunConfig } from '../../src/config/run-config.js';
import type { ProfileName } from '../../src/profiles/documents.js';
import type { RunningProvider } from '../../src/provider/listen.js';
import type { ProviderOptions } from '../../src/provider/provider-options.js';
import type { Fixtures } from '../support/profiles.js';

/** A provider that obeys the contract in an unusual way: the suite must leave it alone. */
export interface ConformingProvider {
  /** Unique. */
  readonly id: string;
  /** What is unusual, in one sentence. */
  readonly unusual: string;
  /** The profiles that it serves. Default: all three. */
  readonly profiles?: readonly ProfileName[];
  /** SHOULD clauses that it does not keep, of any of its profiles. Default: none. */
  readonly leaves?: readonly string[];
  /** Clauses that cannot be checked with its fixtures. Default: none but those of the reference provider. */
  readonly unchecked?: readonly string[];
  /** Default: those of the embedded provider. */
  readonly fixtures?: Fixtures;
  /** The run names its profiles: by the paths alone they could not be told apart. */
  readonly pinned?: true;
  /** Options that its operator would give. */
  readonly config?: Partial<Omit<RunConfig, 'target' | 'profiles'>>;
  /**
   * @param serve starts the reference provider with these options and the profiles
   * @param profiles those that are to be served
   * @throws {Unavailable} where this machine lacks what it needs
   */
  readonly start: (serve: Serve, profiles: readonly ProfileName[]) => Promise<RunningProvider>;
}

export type Serve = (options?: ProviderOptions) => Promise<RunningProvider>;

/** What a provider is written for is not on this machine. */
export class Unavailable extends Error {}
