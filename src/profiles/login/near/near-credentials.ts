import type { NotApplicable } from '../../profile.js';
import { CARELESS_FUNCTIONS, type CarelessFunction } from './careless-functions.js';

/** A credential that a careless function takes for the right one: one fixed example of each function. */
export interface NearCredential {
  readonly once: string;
  /** @returns the near text, or why there is none */
  readonly of: (right: string) => string | NotApplicable;
}

const NOTHING: NotApplicable = { notApplicable: 'the right one has nothing that this would confuse' };

/** Those for passwords, digests, signatures and API keys. */
export const NEAR_SECRETS: readonly NearCredential[] = nearOf(({ level }) => level.secret !== undefined);

/** Those for user ids, e-mails, companies and client ids. */
export const NEAR_NAMES: readonly NearCredential[] = nearOf(({ level }) => level.name !== undefined);

function nearOf(covers: (careless: CarelessFunction) => boolean): readonly NearCredential[] {
  return CARELESS_FUNCTIONS.filter(covers).map(({ once, confuse }) => ({
    once,
    of: (right) => confuse(right, 0) ?? NOTHING,
  }));
}
