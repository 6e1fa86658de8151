import type { Clause } from '../../../verdict/clause.js';

const PARAMETERS = 'Request, body parameters: the document names them, but no refusal';

/** SS-01 to SS-05: what `esignon-startsimple` has on top of the ES clauses. */
export const STARTSIMPLE_CLAUSES: readonly Clause[] = [
  {
    id: 'SS-01',
    level: 'MUST',
    statement:
      'The token is valid for 30 days: `body.expire_date` can mean an instant 29 to 31 days after the login.',
    source: 'Introduction, "valid for 30 days"',
    reading:
      'A day on either side leaves room for a date without a time and for clocks that differ; ES-08 says what a value can mean.',
  },
  {
    id: 'SS-02',
    level: 'MUST',
    statement: '`header.result_code` is one of "00", "10", "12" and "99".',
    source: 'Response, Result_msg table',
  },
  {
    id: 'SS-03',
    level: 'SHOULD',
    statement:
      'A `body.comp_id` that contradicts the company in the path gets no token, only a refusal with any code of the table.',
    source: PARAMETERS,
  },
  {
    id: 'SS-04',
    level: 'SHOULD',
    statement: 'An unknown `body.client_id` gets no token, only a refusal with any code of the table.',
    source: PARAMETERS,
  },
  {
    id: 'SS-05',
    level: 'SHOULD',
    statement:
      'A request without `body.comp_id` or without `body.client_id` gets no token, only a refusal with any code of the table.',
    source: PARAMETERS,
  },
];
