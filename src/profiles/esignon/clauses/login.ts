import type { Clause } from '../../../verdict/clause.js';

const TABLE = 'Response body, header.result_code table';

/** LG-01 to LG-04: what `esignon-login` has on top of the ES clauses. */
export const LOGIN_CLAUSES: readonly Clause[] = [
  {
    id: 'LG-01',
    level: 'MUST',
    statement:
      'A company that is not allowed to call the API (a blocked company) is refused even with the right credentials, with result code "95" and without a token.',
    source: `${TABLE}, code 95`,
  },
  {
    id: 'LG-01',
    level: 'MUST',
    since: '2026-12',
    statement:
      'A blocked company gets no token either when the path has its name with percent-encoded letters, or when `body.comp_id` names another company, whichever of the two the user belongs to.',
    source: `${TABLE}, code 95; RFC 3986 section 2.3`,
    reading:
      'Where two places name a company, it is the path that counts: it is the only one in the document.',
  },
  {
    id: 'LG-01',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'Such a request is refused with result code "95".',
    source: `good practice, not in the document (${TABLE}, code 95)`,
  },
  {
    id: 'LG-02',
    level: 'MUST',
    statement: '`header.result_code` is one of "00", "10", "12", "95" and "99".',
    source: TABLE,
  },
  {
    id: 'LG-03',
    level: 'MUST',
    statement:
      'A blocked company with wrong credentials is refused with result code "95" or "10" and without a token.',
    source: `${TABLE}, codes 95 and 10`,
    reading: 'The document does not say whether the company or the credentials are checked first.',
  },
  {
    id: 'LG-04',
    level: 'MUST',
    statement:
      'A request with the right credentials and trailing commas, as in the document\'s own example, is either refused with result code "12" or read leniently and answered "00".',
    source: `Request body example; ${TABLE}; RFC 8259 section 4`,
    reading:
      'The example in the document is not JSON, so a provider may follow the example or the standard; nothing else conforms. For `esignon-startsimple`, whose example is JSON, such commas fall under ES-12.',
  },
];
