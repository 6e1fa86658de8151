import { mustRefuse, mustRefuseOrRead, type RefusalTable, shouldRefuse } from '../login/refusals.js';
import { ESIGNON_DOCUMENTS, type EsignonProfileName } from './documents.js';

const BOTH: RefusalTable['byFault'] = {
  'wrong-password': mustRefuse('ES-09', '10'),
  'unknown-user': mustRefuse('ES-10', '10'),
  'not-json': mustRefuse('ES-12', '12'),
  'not-quite-json': mustRefuseOrRead('ES-12', '12'),
  // replaced or dropped, the byte leaves another text than the right one
  'credential-mended': mustRefuse('ES-12', '10'),
  'body-not-object': mustRefuse('ES-13', '12'),
  'body-is-array': mustRefuse('ES-13', '10', '12', '99'),
  'credential-missing': mustRefuse('ES-14', '10', '12', '99'),
  'name-in-another-case': { clause: 'ES-14', level: 'SHOULD', codes: [] },
  'header-wrong': mustRefuse('ES-15', '12', '99'),
  'top-level-not-object': mustRefuse('ES-15', '12', '99'),
  attack: mustRefuse('ES-26'),
};

/** Which refusals the clauses of each eSignon profile ask for. */
export const ESIGNON_REFUSALS: Readonly<Record<EsignonProfileName, RefusalTable>> = {
  'esignon-startsimple': table('esignon-startsimple', {
    'trailing-commas': mustRefuseOrRead('ES-12', '12'),
    'unknown-company': mustRefuse('ES-29', '10', '99'),
    'company-contradicts': shouldRefuse('SS-03'),
    'unknown-client': shouldRefuse('SS-04'),
    'identifier-missing': shouldRefuse('SS-05'),
  }),
  'esignon-login': table('esignon-login', {
    'trailing-commas': { ...mustRefuse('LG-04', '12'), lenient: true },
    'unknown-company': mustRefuse('ES-29', '10', '95', '99'),
    // with wrong credentials as well, LG-03: "95" or "10"
    'blocked-company': mustRefuse('LG-01', '95'),
  }),
};

function table(profile: EsignonProfileName, own: RefusalTable['byFault']): RefusalTable {
  const { resultCodes, successCode } = ESIGNON_DOCUMENTS[profile];
  const codes = resultCodes.map(([code]) => code).filter((code) => code !== successCode);
  return { profile, codes, byFault: { ...BOTH, ...own } };
}
