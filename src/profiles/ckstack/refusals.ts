import { mustRefuse, mustRefuseOrRead, type RefusalTable, shouldRefuse } from '../login/refusals.js';
import { CKSTACK_TOKEN } from './document.js';

/** Which refusals the clauses of ckstack ask for. */
export const CKSTACK_REFUSALS: RefusalTable = {
  profile: CKSTACK_TOKEN.name,
  codes: null,
  byFault: {
    'wrong-password': mustRefuse('CK-12'),
    'unknown-user': mustRefuse('CK-13'),
    'plain-password': mustRefuse('CK-15'),
    'credential-missing': mustRefuse('CK-16'),
    'not-json': mustRefuse('CK-17'),
    'not-quite-json': mustRefuseOrRead('CK-17'),
    'trailing-commas': mustRefuseOrRead('CK-17'),
    'credential-mended': mustRefuse('CK-17'),
    'name-in-another-case': shouldRefuse('CK-16'),
    'top-level-not-object': mustRefuse('CK-17'),
    attack: mustRefuse('CK-26'),
    'authorization-wrong': mustRefuse('CK-19'),
    'date-wrong': shouldRefuse('CK-20'),
    'service-wrong': shouldRefuse('CK-21'),
  },
};
