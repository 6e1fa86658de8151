import type { CkstackAccount } from '../accounts.js';
import type { Call } from '../http/call.js';
import type { RefusalRow } from '../http/refusal.js';
import { SUCCESS_CODE, SUCCESS_MESSAGE } from './refusals.js';
import type { CkstackStages } from './stages.js';

/** A ckstack answer before it is serialised. The values are loosely typed, so that a variant can answer differently. */
export type CkstackAnswer = Readonly<Record<string, unknown>>;

const LIFETIME_SECONDS = 2 * 60 * 60;

/** The answer to a login that succeeded (CK-01 to CK-09). */
export function succeed(account: CkstackAccount, call: Call, stages: CkstackStages): CkstackAnswer {
  return {
    ...envelope(stages.readTid(call.target), SUCCESS_CODE, SUCCESS_MESSAGE),
    token: { token: stages.newToken(), expireDate: stages.expireDate(call.now) },
    user: stages.userRecord(account),
    company: account.companies.map((company) => stages.companyRecord(company)),
  };
}

/** The answer to a request that is refused (CK-18): nothing of the request comes back but its `tid`. */
export function refuse(row: RefusalRow, call: Call, stages: CkstackStages): CkstackAnswer {
  return envelope(stages.readTid(call.target), row.code, row.message);
}

/** When a token issued now ends: two hours on, in whole seconds since 1970 (CK-06). */
export function expireDate(now: Date): number {
  return Math.floor(now.getTime() / 1000) + LIFETIME_SECONDS;
}

// Without a tid there is no ckTid (CK-03): JSON leaves an undefined member out.
function envelope(tid: string | undefined, ckError: string, ckMessage: string): CkstackAnswer {
  return { ckTid: tid, ckError, ckMessage };
}
