import type { Clause } from '../../../verdict/clause.js';
import {
  FOLDED_NAME_READING,
  LONG_CUT_READING,
  NEAR_NAME_READING,
  NEAR_SECRET_READING,
} from '../../login/near/readings.js';
import { NOT_QUITE_JSON } from '../../login/shared-readings.js';

const TABLE = 'result code table (Result_msg, header.result_code)';

/** ES-09 to ES-18: which requests are refused, with which code, in which form. */
export const ESIGNON_REFUSAL_CLAUSES: readonly Clause[] = [
  {
    id: 'ES-09',
    level: 'MUST',
    statement:
      'A wrong password (ordinary text of 8 or more characters, far from the right one or close to it: a prefix, an extension, another letter case, white space at either end, another user\'s, and whatever a careless comparison takes for the right one) is refused with result code "10".',
    source: `${TABLE}, code 10`,
    reading: NEAR_SECRET_READING,
  },
  {
    id: 'ES-09',
    level: 'SHOULD',
    since: '2026-12',
    statement:
      'A password that differs from the right one only after 72 or 255 bytes or characters gets no token either.',
    source: 'good practice, not in the document',
    reading: LONG_CUT_READING,
  },
  {
    id: 'ES-10',
    level: 'MUST',
    statement:
      'A well-formed e-mail that no user has, far from a known one or close to it, is refused with result code "10".',
    source: `${TABLE}, code 10`,
    reading: `${NEAR_NAME_READING} Where what is close to a known e-mail is not a well-formed one, any code of the table is accepted, but no token.`,
  },
  {
    id: 'ES-10',
    level: 'SHOULD',
    since: '2026-12',
    statement:
      'An e-mail that becomes a known one by folding or dropping accents, other forms of letters, dots, quotes, comments or what is not visible gets no token either.',
    source: 'good practice, not in the document',
    reading: FOLDED_NAME_READING,
  },
  {
    id: 'ES-11',
    level: 'SHOULD',
    statement:
      'A wrong password and an unknown e-mail get the same answer: the same HTTP status, codes and members, and the same message apart from the e-mail that was sent, digits and hexadecimal references.',
    source: 'good practice, not in the document',
    reading: 'Different answers tell an attacker which e-mails have an account.',
  },
  {
    id: 'ES-12',
    level: 'MUST',
    statement:
      'A request that is not JSON at all (empty, truncated, plain text, a form, a bracket or a quote missing) is refused with result code "12"; one that is not quite JSON is refused with "12", or answered as a lenient reader would answer it.',
    source: `${TABLE}, code 12; RFC 8259 sections 2 and 9`,
    reading:
      `${NOT_QUITE_JSON} An ill-formed byte that is replaced or dropped leaves a credential that is not the right one. A body without bytes may be read as an object without members ("12" or "99"). ` +
      'Trailing commas are judged here for `esignon-startsimple` only: LG-04 leaves them open for `esignon-login`, whose document has them in its own example. ' +
      'The code is "12" and not "99" because both tables say of 12 that the body of the received message has a wrong form and could not be parsed, which is just what happened; 99 is the unexpected exception, to which one table adds a wrong format, but a text that is not a message is to be expected of any client, and of two codes that seem to fit the one that names parsing is the more precise.',
  },
  {
    id: 'ES-12',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'A request that is not quite JSON is refused with result code "12", too.',
    source: 'good practice, not in the document (RFC 8259 section 2)',
    reading:
      'What one reader accepts and another refuses lets two parts of a system disagree about a request.',
  },
  {
    id: 'ES-13',
    level: 'MUST',
    statement: 'A request whose `body` is missing, null or not an object is refused with result code "12".',
    source: `${TABLE}, code 12`,
    reading:
      'An array may be taken for an object without the members, since some languages have one type for both: there "10", "12" and "99" are allowed as in ES-14.',
  },
  {
    id: 'ES-14',
    level: 'MUST',
    statement:
      'A request whose `memb_email` or `memb_pwd` is missing, null, empty or not a string is refused with result code "10", "12" or "99"; a documented member whose name differs in letter case only is read as that member, or as missing.',
    source: `Request, body parameters; ${TABLE}`,
    reading:
      'Three codes are allowed because the documents do not say which one applies: the login is not right (10), the body has a wrong form (12), the format is wrong (99). Some readers fold the letter case of names (of `header`, `body` and `request_code` as well); two spellings of one name are like a name that comes twice.',
  },
  {
    id: 'ES-14',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'A member whose name differs from a documented one in letter case is not read as that member.',
    source: 'good practice, not in the document (RFC 8259 section 8.3)',
  },
  {
    id: 'ES-15',
    level: 'MUST',
    statement:
      'A request whose `header` is missing or not an object, whose `request_code` is missing or not "1001Q", or whose top level is JSON but not an object, is refused with result code "12" or "99".',
    source: `Request, body header parameters; ${TABLE}`,
    reading:
      'Two codes are allowed because both describe a wrong form: of the body (12), of the format (99).',
  },
  {
    id: 'ES-16',
    level: 'MUST',
    statement:
      "Every refusal of a POST of JSON is a well-formed envelope: `header` with the strings `response_code`, `result_code` (one of the profile's table) and `result_msg` (not empty), `session_id` a string, null or absent, `body` an object, null or absent, and no token anywhere in it.",
    source: `Response body example; ${TABLE}`,
    reading:
      'Neither document shows a refusal, so what a refusal does not need may be absent or null. Where no refusal of a run was JSON, which is judged by ES-18, only token and password are judged, and the verdict says so. A token is a non-empty string in the member that holds the token of a successful answer; an empty string, null or `{}` there is not a token.',
  },
  {
    id: 'ES-17',
    level: 'MUST',
    statement:
      'Every POST of JSON to the endpoint is answered with HTTP status 200 or 400, never with a server error (5xx) or a redirect.',
    source: 'Response, status table (startsimple); response example 200 (login)',
    reading:
      "Both statuses are allowed for failures because the status table of `startsimple` has both: 200, where the result message reports a wrong format, and 400, a failure. What gateways answer to attacks and to large requests is not the provider's.",
  },
  {
    id: 'ES-18',
    level: 'MUST',
    statement: 'The body of every answer to a POST of JSON is JSON in UTF-8.',
    source: 'Response body example; RFC 8259 sections 2 and 8.1',
  },
  {
    id: 'ES-18',
    level: 'SHOULD',
    statement: 'Every answer to a POST of JSON has `Content-Type: application/json`.',
    source: 'good practice, not in the document (RFC 9110 section 8.3)',
  },
  {
    id: 'ES-18',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'No answer to a POST of JSON begins with a byte order mark.',
    source: 'good practice, not in the document (RFC 8259 section 8.1)',
    reading:
      'The standard forbids to add one and allows to ignore it, so it is skipped where an answer is read.',
  },
];
