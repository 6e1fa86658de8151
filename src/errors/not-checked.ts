import type { SkipCause } from '../verdict/verdict.js';

/** Something cannot be checked here: the scenario is skipped with this reason, and the verdict lists it. */
export class NotChecked extends Error {
  readonly skipCause: SkipCause;

  /** @param reason what is missing and what to do, in one sentence without a full stop */
  constructor(skipCause: SkipCause, reason: string) {
    super(reason);
    this.name = 'NotChecked';
    this.skipCause = skipCause;
  }
}
