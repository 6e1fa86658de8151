// @ts-check
/** @import { Clause } from 'token-assay' */

/**
 * What RFC 6749 asks of a token endpoint for the client credentials grant. Each statement is one sentence on what a
 * conforming server does; `source` is the section it comes from, `reading` our reason where the RFC leaves room.
 *
 * @type {readonly Clause[]}
 */
export const CLAUSES = [
  {
    id: 'OA-01',
    level: 'MUST',
    statement:
      'A valid request of a client with right credentials is answered HTTP 200 with an access token.',
    source: 'sections 4.4.3 and 5.1',
  },
  {
    id: 'OA-02',
    level: 'MUST',
    statement: 'An answer with a token has a `token_type`, which is a string that is not empty.',
    source: 'section 5.1',
  },
  {
    id: 'OA-02',
    level: 'SHOULD',
    statement: 'The `token_type` is "Bearer", in any letter case.',
    source: 'section 7.1; RFC 6750 section 4',
    reading:
      'Other types are registered, but a client that knows nothing of the server can use Bearer tokens only.',
  },
  {
    id: 'OA-03',
    level: 'MUST',
    statement: 'If an answer with a token has `expires_in`, it is a whole number of seconds, not below 0.',
    source: 'section 5.1 and appendix A.14',
  },
  {
    id: 'OA-03',
    level: 'SHOULD',
    statement: 'An answer with a token has `expires_in`.',
    source: 'section 5.1',
  },
  {
    id: 'OA-04',
    level: 'MUST',
    statement: 'An answer with a token has `Cache-Control: no-store`.',
    source: 'section 5.1',
  },
  {
    id: 'OA-04',
    level: 'SHOULD',
    statement: 'An answer with a token has `Pragma: no-cache`.',
    source: 'section 5.1',
    reading: 'The RFC says MUST, but RFC 9111 section 5.4 has deprecated this header of HTTP/1.0 since.',
  },
  {
    id: 'OA-05',
    level: 'MUST',
    statement:
      'A client with a wrong secret, or one that does not exist, is refused with the error "invalid_client", HTTP 401 and a challenge for the scheme that it used.',
    source: 'sections 2.3.1 and 5.2',
    reading: 'Without any client authentication "invalid_request" will do too: then `client_id` is missing.',
  },
  {
    id: 'OA-06',
    level: 'SHOULD',
    statement: 'The refusals of a wrong secret and of an unknown client cannot be told apart.',
    source: 'section 10.10',
    reading: 'The RFC does not ask for it: otherwise anybody can find out which clients exist.',
  },
  {
    id: 'OA-07',
    level: 'MUST',
    statement: 'An unknown grant type is refused with the error "unsupported_grant_type".',
    source: 'section 5.2',
  },
  {
    id: 'OA-08',
    level: 'MUST',
    statement:
      'A request whose `grant_type` is missing, empty or repeated is refused with the error "invalid_request".',
    source: 'sections 3.2 and 5.2',
  },
  {
    id: 'OA-09',
    level: 'MUST',
    statement: 'No method but POST issues a token.',
    source: 'section 3.2',
  },
  {
    id: 'OA-10',
    level: 'MUST',
    statement:
      'Every refusal is a JSON object with HTTP 400 or 401, without a token, whose `error` and `error_description` are of printable ASCII without quotes and backslashes.',
    source: 'section 5.2',
  },
  {
    id: 'OA-11',
    level: 'MUST',
    statement: 'No answer contains the client secret that was sent.',
    source: 'section 10.8',
    reading:
      'The RFC forbids sending credentials in the clear: an answer that repeats them takes them into logs.',
  },
  {
    id: 'OA-12',
    level: 'MUST',
    statement:
      'Parameters that the server does not know, and the letter case of the scheme "Basic" and of the media type, change nothing.',
    source: 'section 3.2; RFC 9110 sections 8.3.1 and 11.1',
  },
  {
    id: 'OA-13',
    level: 'MUST',
    statement: 'A client gets its token after refused requests, and while other requests are under way.',
    source: 'section 2.3.1',
    reading:
      'Protection against guessing must not let strangers who know the id of a client shut it out at once.',
  },
  {
    id: 'OA-14',
    level: 'MUST',
    statement: 'No token is given to two clients.',
    source: 'section 10.3',
  },
  {
    id: 'OA-15',
    level: 'MUST',
    statement: 'Any generated request that is malformed is refused as these clauses say.',
    source: 'section 5.2',
    generated: true,
  },
];
