import type { Clause } from '../../../verdict/clause.js';
import { GATEWAYS } from '../../login/shared-readings.js';

const CREDENTIALS = 'not in the document: a violation hands out a credential';

/** CK-24 to CK-34: other encodings and media types, several users, hostile requests. */
export const CKSTACK_ROBUSTNESS_CLAUSES: readonly Clause[] = [
  {
    id: 'CK-24',
    level: 'MUST',
    statement:
      'A valid request gets `ckError` "S000001" regardless of the order of its members, the white space between its tokens, the `\\u` escapes in its strings and the letter case of its header names.',
    source: 'RFC 8259 sections 2, 4 and 7; RFC 9110 section 5.1',
  },
  {
    id: 'CK-24',
    level: 'MUST',
    since: '2026-12',
    statement:
      'A request is read alike regardless of the letter case of its media type, of whether a slash in a string is escaped as `\\/` and of the place of `tid` among other query parameters.',
    source: 'RFC 8259 section 7; RFC 9110 section 8.3.1; Query',
  },
  {
    id: 'CK-25',
    level: 'SHOULD',
    statement:
      'Request members that the document does not name are ignored, and `Content-Type: application/json; charset=utf-8` is accepted like `application/json`.',
    source: 'good practice, not in the document (RFC 8259 section 11)',
  },
  {
    id: 'CK-26',
    level: 'MUST',
    statement:
      "Credentials given as operators or injections (`{\"$ne\":null}`, arrays, `' OR '1'='1`, `*`, NUL bytes, `__proto__`, strings of 64 KiB, deep nesting) are refused without a token.",
    source: CREDENTIALS,
    reading: GATEWAYS,
  },
  {
    id: 'CK-26',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'Requests that look like attacks are refused by the provider itself, in its own form.',
    source: 'good practice, not in the document',
    reading: 'What only a gateway keeps out comes in wherever the gateway is passed by.',
  },
  {
    id: 'CK-27',
    level: 'MUST',
    statement: 'No token of the whole run is given to two different users.',
    source: CREDENTIALS,
    reading:
      'Users differ by family, company and e-mail or user ID, not by their place in the fixtures file.',
  },
  {
    id: 'CK-28',
    level: 'MUST',
    statement: '16 simultaneous logins each get their own answer, with the right user and the right `tid`.',
    source: `Response, result; ${CREDENTIALS}`,
  },
  {
    id: 'CK-29',
    level: 'MUST',
    statement:
      'Every generated malformed request is refused like one from an example: in a JSON envelope whose `ckError` is not "S000001", without a token, a server error (5xx) or a redirect.',
    source: 'as CK-16, CK-17, CK-18 and CK-23',
    generated: true,
  },
  {
    id: 'CK-30',
    level: 'MUST',
    statement: 'Every generated equivalent encoding of a valid request gets `ckError` "S000001".',
    source: 'RFC 8259 sections 2, 4 and 7; RFC 9110 section 5.1',
    generated: true,
  },
  {
    id: 'CK-31',
    level: 'MUST',
    statement: 'The body of every answer to a POST of JSON is JSON in UTF-8.',
    source: 'Response, result; RFC 8259 sections 2 and 8.1',
  },
  {
    id: 'CK-31',
    level: 'SHOULD',
    statement: 'Every answer to a POST of JSON has `Content-Type: application/json`.',
    source: 'good practice, not in the document (RFC 9110 section 8.3)',
  },
  {
    id: 'CK-31',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'No answer to a POST of JSON begins with a byte order mark.',
    source: 'good practice, not in the document (RFC 8259 section 8.1)',
    reading:
      'The standard forbids to add one and allows to ignore it, so it is skipped where an answer is read.',
  },
  {
    id: 'CK-32',
    level: 'MUST',
    since: '2026-12',
    statement:
      'Ordinary text of the languages in question (Hangul, kana, kanji, composed and decomposed letters, supplementary characters) is answered like any other: such wrong passwords and user ids that nobody has are refused, and neither such a transaction id nor white space between the tokens changes anything in a right login.',
    source: 'Request, query and body; RFC 8259 sections 2 and 8.1',
    reading:
      'White space as long as the whole request, headers and body, stays below 8 KiB. That an account with a user id or a password of that kind can log in is judged where the fixtures have one.',
  },
  {
    id: 'CK-33',
    level: 'MUST',
    since: '2026-12',
    statement: 'After refused requests the same user can still log in with the right password.',
    source: 'not in the document: a violation lets anyone lock a user out',
    reading:
      'Only within the budget of failed logins, since a provider may lock an account after several in a row: every request that names a real user and is not meant to succeed counts as a failed login, and no more of them are on their way at once than the budget still allows. An account that is locked within the budget violates this clause; one that is locked by a counter that a good login does not reset is used no further, and what needs it is not checked.',
  },
  {
    id: 'CK-34',
    level: 'SHOULD',
    since: '2026-12',
    statement:
      'A request sent as `text/plain` or as a form gets no token and no server error (415 or any other refusal below 500 is accepted).',
    source: 'Request, headers, Content-Type; good practice, not in the document',
  },
];
