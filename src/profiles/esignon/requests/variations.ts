import {
  BLOCKED_COMPANIES,
  NEAR_CLIENT_IDS,
  NEAR_COMPANIES,
  NEAR_EMAILS,
  STARTSIMPLE_FAULTS,
  UNKNOWN_COMPANIES,
  UNKNOWN_EMAILS,
  UNLIKELY_COMPANIES,
} from './addresses.js';
import { ESIGNON_ATTACKS } from './attacks.js';
import {
  BODY_FAULTS,
  CREDENTIAL_FAULTS,
  HEADER_FAULTS,
  MISPLACED_CREDENTIALS,
  RENAMED_MEMBERS,
} from './envelope-faults.js';
import {
  EQUIVALENT_LOGINS,
  LOGIN_NAMING_ANOTHER_COMPANY,
  LOGINS_WITH_CHARSET,
  LOGINS_WITH_UNKNOWN_MEMBERS,
} from './equivalents.js';
import type { EsignonVariation } from './login.js';
import {
  NOT_JSON,
  NOT_QUITE_JSON,
  TRAILING_COMMA,
  TRAILING_COMMA_AND_WRONG_PASSWORD,
} from './malformed-json.js';
import { ESIGNON_OTHER_METHODS, OTHER_MEDIA_TYPES, OVERRIDDEN_METHODS } from './methods.js';
import { ODD_TEXT_CREDENTIALS } from './odd-texts.js';
import {
  ESIGNON_WRONG_PASSWORDS,
  NEAR_PASSWORDS,
  PASSWORDS_MADE_OF_NAMES,
  PASSWORDS_WITH_CONTROLS,
} from './wrong-passwords.js';

/** Every variation of an eSignon login that a feature can name, by its phrase. */
export const ESIGNON_VARIATIONS: ReadonlyMap<string, EsignonVariation> = new Map(
  [
    ...ESIGNON_WRONG_PASSWORDS,
    ...PASSWORDS_WITH_CONTROLS,
    ...NEAR_PASSWORDS,
    ...PASSWORDS_MADE_OF_NAMES,
    ...UNKNOWN_EMAILS,
    ...NEAR_EMAILS,
    ...NEAR_COMPANIES,
    ...NEAR_CLIENT_IDS,
    ...NOT_JSON,
    ...NOT_QUITE_JSON,
    TRAILING_COMMA,
    TRAILING_COMMA_AND_WRONG_PASSWORD,
    ...BODY_FAULTS,
    ...CREDENTIAL_FAULTS,
    ...RENAMED_MEMBERS,
    ...MISPLACED_CREDENTIALS,
    ...HEADER_FAULTS,
    ...EQUIVALENT_LOGINS,
    ...LOGINS_WITH_UNKNOWN_MEMBERS,
    ...LOGINS_WITH_CHARSET,
    LOGIN_NAMING_ANOTHER_COMPANY,
    ...ESIGNON_ATTACKS,
    ...ODD_TEXT_CREDENTIALS,
    ...BLOCKED_COMPANIES,
    ...UNKNOWN_COMPANIES,
    ...UNLIKELY_COMPANIES,
    ...STARTSIMPLE_FAULTS,
    ...ESIGNON_OTHER_METHODS,
    ...OVERRIDDEN_METHODS,
    ...OTHER_MEDIA_TYPES,
  ].map((variation) => [variation.phrase, variation]),
);
