import { BODY_STAGES, type BodyStages } from '../http/body-stages.js';
import type { Call } from '../http/call.js';
import type { Awaitable } from '../http/profile-handler.js';
import type { RefusalRow } from '../http/refusal.js';
import { newToken, sameSecret } from '../http/secret.js';
import { type EsignonAnswer, expireDate, refuse, succeed } from './answer.js';
import { authenticate, authenticateStartsimple, type EsignonIdentity } from './authenticate.js';
import { type EsignonLogin, readLogin, readStartsimpleLogin } from './login.js';
import {
  type EsignonRefusals,
  LOGIN_REFUSALS,
  LOGIN_SUCCESS_MESSAGE,
  STARTSIMPLE_REFUSALS,
  STARTSIMPLE_SUCCESS_MESSAGE,
} from './refusals.js';

/**
 * The stages of an eSignon login, each replaceable: isJson → decode → parse → readLogin → authenticate →
 * succeed (or refuse) → serialise. Those called by another stage (comparisons, token, date) are called
 * through the `stages` that it is given.
 */
export interface EsignonStages extends BodyStages {
  /** JSON value → login. @throws {Refusal} when the envelope is malformed */
  readonly readLogin: (document: unknown, call: Call) => EsignonLogin;
  /** Login → identity. @throws {Refusal} when it proves nothing */
  readonly authenticate: (
    login: EsignonLogin,
    call: Call,
    stages: EsignonStages,
  ) => Awaitable<EsignonIdentity>;
  readonly sameCompany: (given: string, stored: string) => boolean;
  readonly sameEmail: (given: string, stored: string) => boolean;
  readonly samePassword: (given: string, stored: string) => boolean;
  readonly sameClient: (given: string, stored: string) => boolean;
  readonly newToken: () => string;
  readonly expireDate: (now: Date) => string;
  /** Identity → answer. */
  readonly succeed: (identity: EsignonIdentity, call: Call, stages: EsignonStages) => EsignonAnswer;
  /** Row of `refusals` → answer. */
  readonly refuse: (row: RefusalRow, call: Call) => EsignonAnswer;
  /** Status, code and words of every reason. */
  readonly refusals: EsignonRefusals;
  readonly successMessage: string;
}

/** The login profile as its document says. */
export const LOGIN_STAGES: EsignonStages = {
  ...BODY_STAGES,
  readLogin,
  authenticate,
  sameCompany: same,
  sameEmail: same,
  samePassword: sameSecret,
  sameClient: sameSecret,
  newToken,
  expireDate,
  succeed,
  refuse,
  refusals: LOGIN_REFUSALS,
  successMessage: LOGIN_SUCCESS_MESSAGE,
};

/** The startsimple profile as its document says. */
export const STARTSIMPLE_STAGES: EsignonStages = {
  ...LOGIN_STAGES,
  readLogin: readStartsimpleLogin,
  authenticate: authenticateStartsimple,
  refusals: STARTSIMPLE_REFUSALS,
  successMessage: STARTSIMPLE_SUCCESS_MESSAGE,
};

function same(given: string, stored: string): boolean {
  return given === stored;
}
