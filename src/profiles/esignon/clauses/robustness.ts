import type { Clause } from '../../../verdict/clause.js';
import { GATEWAYS } from '../../login/shared-readings.js';

const CREDENTIALS = 'not in the document: a violation hands out or leaks a credential';

/** ES-19 to ES-31: other encodings, methods and media types, several users, hostile requests. */
export const ESIGNON_ROBUSTNESS_CLAUSES: readonly Clause[] = [
  {
    id: 'ES-19',
    level: 'MUST',
    statement:
      'A valid request gets result code "00" regardless of the order of its members, the white space between its tokens, the `\\u` escapes in its strings and the letter case of its header names.',
    source: 'RFC 8259 sections 2, 4 and 7; RFC 9110 section 5.1',
  },
  {
    id: 'ES-19',
    level: 'MUST',
    since: '2026-12',
    statement:
      'A request is read alike regardless of the letter case of its media type and of whether a slash in a string is escaped as `\\/`.',
    source: 'RFC 8259 section 7; RFC 9110 section 8.3.1',
  },
  {
    id: 'ES-20',
    level: 'SHOULD',
    statement: 'Request members that the document does not name are ignored.',
    source: 'good practice, not in the document',
    reading: 'Real clients send `version`, `client_id` and `comp_id` to `login`.',
  },
  {
    id: 'ES-21',
    level: 'SHOULD',
    statement:
      'A request sent as `Content-Type: application/json; charset=utf-8` is accepted like one sent as `application/json`.',
    source: 'good practice, not in the document (RFC 8259 section 11)',
  },
  {
    id: 'ES-22',
    level: 'MUST',
    statement:
      'No method other than POST is answered with a token, be it a usual one or one that few know (QUERY, SEARCH, PROPFIND, LOCK), nor a safe method (GET, HEAD, QUERY, SEARCH) that names POST in `X-HTTP-Method-Override`, `X-HTTP-Method`, `X-Method-Override` or `_method`.',
    source: 'API attributes, method POST; RFC 9110 section 9.2.1',
    reading:
      'A safe method is followed, repeated and cached by programs that mean nothing by it, so a token must not come of it whatever else the request says. `_method` is tried in the query, in a form and in the JSON.',
  },
  {
    id: 'ES-22',
    level: 'SHOULD',
    statement:
      'A request with a method other than POST is answered HTTP 404 or 405 (501 and 400 are tolerated), and gets no token where it names POST as the method that is meant (403 is tolerated, too).',
    source: 'good practice, not in the document (RFC 9110 section 15.5.6)',
    reading:
      'Answers to HEAD and OPTIONS are not judged, since HTTP gives these methods a purpose of their own.',
  },
  {
    id: 'ES-23',
    level: 'MUST',
    statement:
      'No answer contains the password that was sent, in reason phrase, header, cookie, body or trailer, raw or in a decoded JSON string, nor in base64, hexadecimal or percent-encoding.',
    source: CREDENTIALS,
    reading:
      'Checked only for distinctive passwords of 8 or more characters, since an answer can contain a common word, or another value of the request, for other reasons.',
  },
  {
    id: 'ES-24',
    level: 'MUST',
    statement: 'No token of the whole run is given to two different users.',
    source: CREDENTIALS,
    reading:
      'Users differ by family, company and e-mail or user ID, not by their place in the fixtures file.',
  },
  {
    id: 'ES-25',
    level: 'MUST',
    statement:
      '16 simultaneous logins each get their own answer, with the right e-mail, the right company and a token.',
    source: `Response body example; ${CREDENTIALS}`,
  },
  {
    id: 'ES-26',
    level: 'MUST',
    statement:
      'Credentials given as operators or injections (`{"$ne":null}`, arrays, `\' OR \'1\'=\'1`, `*`, NUL bytes, `__proto__`, strings of 64 KiB, deep nesting) never get result code "00"; any other code of the table is allowed.',
    source: CREDENTIALS,
    reading: GATEWAYS,
  },
  {
    id: 'ES-26',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'Requests that look like attacks are refused by the provider itself, in its own form.',
    source: 'good practice, not in the document',
    reading: 'What only a gateway keeps out comes in wherever the gateway is passed by.',
  },
  {
    id: 'ES-27',
    level: 'MUST',
    statement:
      'Every generated malformed envelope is refused like one from an example: with a result code that its faults allow, in a well-formed envelope without a token, with HTTP status 200 or 400.',
    source: 'as ES-12 to ES-17',
    reading: 'Where a request has several faults, any code that one of them allows is accepted.',
    generated: true,
  },
  {
    id: 'ES-28',
    level: 'MUST',
    statement: 'Every generated equivalent encoding of a valid request gets result code "00".',
    source: 'RFC 8259 sections 2, 4 and 7; RFC 9110 section 5.1',
    generated: true,
  },
  {
    id: 'ES-29',
    level: 'MUST',
    statement:
      'A company that does not exist (in the path, and in `body.comp_id` where that is sent) is refused with result code "10" or "99", in `esignon-login` also with "95".',
    source: 'Path parameters; result code table (Result_msg, header.result_code)',
    reading:
      'The documents name no code for this: the login is not right (10), an unexpected exception (99) and a company that is not allowed to call the API (95) all apply.',
  },
  {
    id: 'ES-30',
    level: 'MUST',
    statement: 'After refused requests the same user can still log in with the right password.',
    source: 'not in the document: a violation lets anyone lock a user out',
    reading:
      'Only within the budget of failed logins, since a provider may lock an account after several in a row: every request that names a real company and a real account and is not meant to succeed counts as a failed login, and no more of them are on their way at once than the budget still allows. Requests with the right password to a blocked company are not failed logins. An account that is locked within the budget violates this clause; one that is locked by a counter that a good login does not reset is used no further, and what needs it is not checked.',
  },
  {
    id: 'ES-31',
    level: 'SHOULD',
    statement:
      'A request sent as `text/plain` or as a form gets no token and no server error (415 or any other refusal below 500 is accepted).',
    source: 'Headers, Content-Type; good practice, not in the document',
  },
  {
    id: 'ES-32',
    level: 'MUST',
    since: '2026-12',
    statement:
      'Ordinary text of the languages in question (Hangul, kana, kanji, composed and decomposed letters, supplementary characters) is answered like any other: such wrong passwords are refused with result code "10", such e-mails that nobody has with any code of the table, and white space between the tokens of a right login changes nothing.',
    source: 'The documents are in Korean; RFC 8259 sections 2 and 8.1',
    reading:
      'White space as long as the whole request, headers and body, stays below 8 KiB. That an account with a password or an e-mail of that kind can log in is judged where the fixtures have one.',
  },
  {
    id: 'ES-32',
    level: 'SHOULD',
    since: '2026-12',
    statement:
      'Unknown members change nothing in a right login as long as the whole request, headers and body, stays below 8 KiB.',
    source: 'good practice, not in the document',
  },
];
