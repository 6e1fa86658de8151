import type { ProfileName } from '../../src/profiles/documents.js';
import type { Fixtures } from '../../test/support/profiles.js';

/** What a peer is to examine: one profile of a provider that is running. */
export interface Subject {
  /** Base URL, no slash at its end. */
  readonly url: string;
  readonly profile: ProfileName;
  readonly fixtures: Fixtures;
  /** What is only a SHOULD counts as well. */
  readonly strict: boolean;
}

/** Something that a peer reports as a failure. */
export interface Complaint {
  /** The request that it is about: the same whenever a peer gets the same subject. */
  readonly about: string;
  readonly text: string;
}

/** A generic tool that is given the suite's job. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** How it is driven, in one sentence. */
  readonly how: string;
  /** Rejects only where the bench itself fails. */
  examine(subject: Subject): Promise<readonly Complaint[]>;
  close(): Promise<void>;
}
