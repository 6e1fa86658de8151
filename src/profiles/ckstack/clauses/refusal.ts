import type { Clause } from '../../../verdict/clause.js';
import { FOLDED_NAME_READING, NEAR_NAME_READING, NEAR_SECRET_READING } from '../../login/near/readings.js';
import { NOT_QUITE_JSON } from '../../login/shared-readings.js';

const RESULT = 'Response, result: any other ckError than S000001 is a failure';
const HEADERS = 'Request, headers';
const REFUSED = 'is refused, with a non-empty string other than "S000001" as `ckError` and without a token';

/** CK-12 to CK-23: which requests are refused, in which form. */
export const CKSTACK_REFUSAL_CLAUSES: readonly Clause[] = [
  {
    id: 'CK-12',
    level: 'MUST',
    statement: `A wrong password, or a digest that is not the one of the right password, ${REFUSED}.`,
    source: RESULT,
    reading: `The failure codes are listed on a page that we do not have, so any code but that of success is accepted. ${NEAR_SECRET_READING}`,
  },
  {
    id: 'CK-13',
    level: 'MUST',
    statement: `A user ID that no user has, far from a known one or close to it, ${REFUSED}.`,
    source: RESULT,
    reading: NEAR_NAME_READING,
  },
  {
    id: 'CK-13',
    level: 'SHOULD',
    since: '2026-12',
    statement:
      'A user ID that becomes a known one by folding or dropping accents, other forms of letters, dots, quotes, comments or what is not visible gets no token either.',
    source: 'good practice, not in the document',
    reading: FOLDED_NAME_READING,
  },
  {
    id: 'CK-14',
    level: 'SHOULD',
    statement:
      'A wrong password and an unknown user get the same answer: the same HTTP status, `ckError` and members, and the same message apart from the user ID that was sent, digits and hexadecimal references.',
    source: 'good practice, not in the document',
    reading: 'Different answers tell an attacker which user IDs have an account.',
  },
  {
    id: 'CK-15',
    level: 'MUST',
    statement: `The plain password instead of its SHA-256 digest ${REFUSED}.`,
    source: 'Request JSON, password: hashed by sha256',
    reading:
      'The document does not say how the hash is encoded: it is sent in lower-case hexadecimal, or in base64 where the fixtures file says so.',
  },
  {
    id: 'CK-16',
    level: 'MUST',
    statement: `A request whose \`userId\` or \`password\` is missing, null, empty or not a string ${REFUSED}; one of these members whose name differs in letter case only is read as that member, or as missing.`,
    source: 'Request JSON, userId and password mandatory strings',
    reading:
      'Some readers fold the letter case of names; two spellings of one name are like a name that comes twice.',
  },
  {
    id: 'CK-16',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'A member whose name differs from a documented one in letter case is not read as that member.',
    source: 'good practice, not in the document (RFC 8259 section 8.3)',
  },
  {
    id: 'CK-17',
    level: 'MUST',
    statement:
      'A request that is not JSON at all, or is JSON but not an object, is refused in a JSON envelope without a token; one that is not quite JSON is refused, or answered as a lenient reader would answer it.',
    source: 'Request JSON; Response, result; RFC 8259 sections 2 and 9',
    reading: `${NOT_QUITE_JSON} An ill-formed byte that is replaced or dropped leaves a credential that is not the right one.`,
  },
  {
    id: 'CK-17',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'A request that is not quite JSON is refused, too.',
    source: 'good practice, not in the document (RFC 8259 section 2)',
    reading:
      'What one reader accepts and another refuses lets two parts of a system disagree about a request.',
  },
  {
    id: 'CK-18',
    level: 'MUST',
    statement:
      'Every refusal of a POST of JSON is a JSON object with the strings `ckError` (not "S000001") and `ckMessage`, with `ckTid` equal to the sent `tid` where the credentials are refused, and without a token anywhere in it.',
    source: RESULT,
    reading:
      'The example of a failure is empty in the document, so only what it says of every answer is required. A token is a non-empty string in the member that holds the token of a successful answer; an empty string, null or `{}` there is not a token.',
  },
  {
    id: 'CK-19',
    level: 'MUST',
    statement:
      'A request whose `H-Authorization` is missing, has a scheme other than `Open`, an unknown key or a wrong signature (of another method, path, query, date or service, made with an empty key, another key or none, or a text instead of one) is refused without a token.',
    source: `${HEADERS}, H-Authorization`,
    reading:
      'How the signature is computed is described on a page that we do not have, so the signer is a setting of the fixtures file; what is signed is what is sent, a missing header counting as the empty string. A signature is wrong only as far as the configured message or module depends on what is changed: one that comes out right, and a fixed one, are not tried, and other keys only with an HMAC. The letter case of the scheme is not judged.',
  },
  {
    id: 'CK-20',
    level: 'SHOULD',
    statement:
      'A request whose `H-Date` is missing, not an HTTP-date or a day old is refused without a token.',
    source: `${HEADERS}, H-Date; RFC 7231 section 7.1.1.1`,
    reading:
      'The RFC 850 and asctime forms are HTTP-dates too, and recipients must accept them, so they are not used as invalid dates.',
  },
  {
    id: 'CK-20',
    level: 'SHOULD',
    since: '2026-12',
    statement: 'A request whose `H-Date` is a day ahead is refused without a token.',
    source: `${HEADERS}, H-Date; RFC 7231 section 7.1.1.1`,
    reading: 'A request that is dated ahead could be sent again until that day.',
  },
  {
    id: 'CK-21',
    level: 'SHOULD',
    statement: 'A request whose `Ck-Service` is missing or unknown is refused without a token.',
    source: `${HEADERS}, Ck-Service`,
  },
  {
    id: 'CK-22',
    level: 'MUST',
    statement:
      'No method other than POST is answered with a token, be it a usual one or one that few know (QUERY, SEARCH, PROPFIND, LOCK), nor a safe method (GET, HEAD, QUERY, SEARCH) that names POST in `X-HTTP-Method-Override`, `X-HTTP-Method`, `X-Method-Override` or `_method`.',
    source: 'Request, method: POST; RFC 9110 section 9.2.1',
  },
  {
    id: 'CK-22',
    level: 'SHOULD',
    statement:
      'A request with a method other than POST is answered HTTP 404 or 405 (501 and 400 are tolerated), and gets no token where it names POST as the method that is meant (403 is tolerated, too).',
    source: 'good practice, not in the document (RFC 9110 section 15.5.6)',
    reading:
      'Answers to HEAD and OPTIONS are not judged, since HTTP gives these methods a purpose of their own.',
  },
  {
    id: 'CK-23',
    level: 'MUST',
    statement: "A client's mistake in a POST is never answered with a server error (5xx) or a redirect.",
    source: 'RFC 9110 sections 15.5 and 15.6',
    reading:
      'The document names no HTTP status for failures, so any other is allowed. Only POSTs of JSON are judged.',
  },
];
