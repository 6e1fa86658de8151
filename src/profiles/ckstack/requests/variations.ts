import {
  CKSTACK_EQUIVALENT_LOGINS,
  CKSTACK_LENIENT_BODIES,
  CKSTACK_MALFORMED_BODIES,
  CKSTACK_TOLERATED_LOGINS,
} from './bodies.js';
import {
  CKSTACK_ATTACKS,
  CKSTACK_CREDENTIAL_FAULTS,
  CKSTACK_WRONG_PASSWORDS,
  PLAIN_PASSWORD,
  UNKNOWN_USERS,
} from './credentials.js';
import {
  AUTHORIZATION_FAULTS,
  BORROWED_SIGNATURES,
  CKSTACK_OTHER_METHODS,
  DATE_FAULTS,
  SERVICE_FAULTS,
} from './headers.js';
import type { CkstackVariation } from './login.js';
import { ODD_PASSWORD, ODD_USER_IDS } from './odd-credentials.js';
import { CKSTACK_MISPLACED_CREDENTIALS, CKSTACK_RENAMED_CREDENTIALS } from './stray-credentials.js';
import { TRANSACTION_ID_LOGINS } from './transaction-ids.js';

/** Every variation of a ckstack login that a feature can name, by its phrase. */
export const CKSTACK_VARIATIONS: ReadonlyMap<string, CkstackVariation> = new Map(
  [
    ...CKSTACK_WRONG_PASSWORDS,
    ...UNKNOWN_USERS,
    ...ODD_USER_IDS,
    ODD_PASSWORD,
    PLAIN_PASSWORD,
    ...CKSTACK_CREDENTIAL_FAULTS,
    ...CKSTACK_RENAMED_CREDENTIALS,
    ...CKSTACK_MISPLACED_CREDENTIALS,
    ...CKSTACK_ATTACKS,
    ...CKSTACK_MALFORMED_BODIES,
    ...CKSTACK_LENIENT_BODIES,
    ...CKSTACK_EQUIVALENT_LOGINS,
    ...CKSTACK_TOLERATED_LOGINS,
    ...AUTHORIZATION_FAULTS,
    ...BORROWED_SIGNATURES,
    ...DATE_FAULTS,
    ...SERVICE_FAULTS,
    ...CKSTACK_OTHER_METHODS,
    ...TRANSACTION_ID_LOGINS,
  ].map((variation) => [variation.phrase, variation]),
);
