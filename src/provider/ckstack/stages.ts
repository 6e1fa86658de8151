import type { CkstackAccount, CkstackCompany } from '../accounts.js';
import { BODY_STAGES, type BodyStages } from '../http/body-stages.js';
import type { Call } from '../http/call.js';
import type { Awaitable } from '../http/profile-handler.js';
import type { RefusalRow } from '../http/refusal.js';
import { newToken, sameSecret } from '../http/secret.js';
import { type CkstackAnswer, expireDate, refuse, succeed } from './answer.js';
import { authenticate, hashPassword } from './authenticate.js';
import { parseHttpDate } from './http-date.js';
import { type CkstackLogin, readLogin } from './login.js';
import { companyRecord, userRecord } from './records.js';
import { CKSTACK_REFUSALS, type CkstackRefusals } from './refusals.js';
import { type Authorization, parseAuthorization, signatureOf } from './signature.js';
import { checkAuthorization, checkDate, checkService } from './signed-headers.js';
import { readTid } from './tid.js';

/**
 * The stages of a ckstack token issuance, each replaceable: checkDate → checkService → checkAuthorization →
 * isJson → decode → parse → readLogin → authenticate → succeed (or refuse) → serialise. Those called by
 * another stage (comparisons, records, token, date, tid) are called through the `stages` that it is given.
 */
export interface CkstackStages extends BodyStages {
  /** @throws {Refusal} `date` */
  readonly checkDate: (call: Call, stages: CkstackStages) => void;
  /** @throws {Refusal} `service` */
  readonly checkService: (call: Call, stages: CkstackStages) => void;
  /** @throws {Refusal} `authorization` */
  readonly checkAuthorization: (call: Call, stages: CkstackStages) => void;
  readonly parseDate: (text: string, now: Date) => Date | undefined;
  readonly parseAuthorization: (value: string) => Authorization | undefined;
  /** The signature that the request must carry. */
  readonly signatureOf: (call: Call) => string;
  /** JSON value → login. @throws {Refusal} when it is malformed */
  readonly readLogin: (document: unknown, call: Call) => CkstackLogin;
  /** Login → account. @throws {Refusal} when it proves nothing */
  readonly authenticate: (
    login: CkstackLogin,
    call: Call,
    stages: CkstackStages,
  ) => Awaitable<CkstackAccount>;
  readonly sameUser: (given: string, stored: string) => boolean;
  /** Compares API keys and password hashes. */
  readonly sameSecret: (given: string, stored: string) => boolean;
  readonly sameSignature: (given: string, expected: string) => boolean;
  /** Clear password → what a request must send for it. */
  readonly hashPassword: (password: string) => string;
  readonly readTid: (target: string) => string | undefined;
  readonly newToken: () => string;
  /** Whole seconds since 1970. */
  readonly expireDate: (now: Date) => number;
  readonly userRecord: (account: CkstackAccount) => Readonly<Record<string, unknown>>;
  readonly companyRecord: (company: CkstackCompany) => Readonly<Record<string, unknown>>;
  /** Account → answer. */
  readonly succeed: (account: CkstackAccount, call: Call, stages: CkstackStages) => CkstackAnswer;
  /** Row of `refusals` → answer. */
  readonly refuse: (row: RefusalRow, call: Call, stages: CkstackStages) => CkstackAnswer;
  /** Status, code and words of every reason. */
  readonly refusals: CkstackRefusals;
}

/** The ckstack profile as its document says. */
export const CKSTACK_STAGES: CkstackStages = {
  ...BODY_STAGES,
  checkDate,
  checkService,
  checkAuthorization,
  parseDate: parseHttpDate,
  parseAuthorization,
  signatureOf,
  readLogin,
  authenticate,
  sameUser: (given, stored) => given === stored,
  sameSecret,
  sameSignature: sameSecret,
  hashPassword,
  readTid,
  newToken,
  expireDate,
  userRecord,
  companyRecord,
  succeed,
  refuse,
  refusals: CKSTACK_REFUSALS,
};
