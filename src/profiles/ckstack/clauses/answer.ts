import type { Clause } from '../../../verdict/clause.js';

const RESULT = 'Response, result';
const EXAMPLE = 'Response, example of a success';
const NO_PAGES = 'The document refers to pages that we do not have, so the types are taken from its example.';

/** CK-01 to CK-11: what a good login is answered, and what no answer contains. */
export const CKSTACK_ANSWER_CLAUSES: readonly Clause[] = [
  {
    id: 'CK-01',
    level: 'MUST',
    statement: 'A valid request is answered HTTP 200 with `ckError` "S000001".',
    source: `${RESULT}; RFC 9110 section 15.3.1`,
  },
  {
    id: 'CK-02',
    level: 'MUST',
    statement:
      'On success and on refused credentials `ckTid` is a string that equals the sent `tid` exactly, even if that is not ASCII (sent as percent-encoded UTF-8) or is 256 ASCII characters long.',
    source: `Query; ${RESULT}`,
  },
  {
    id: 'CK-02',
    level: 'SHOULD',
    statement: 'On refusals for any other reason, too, `ckTid` is a string that equals the sent `tid`.',
    source: `Query; ${RESULT}`,
  },
  {
    id: 'CK-03',
    level: 'MUST',
    statement: 'Without a `tid` in the request, `ckTid` is absent or a string, but not null.',
    source: `Query, tid optional; ${RESULT}, ckTid a string`,
    reading:
      'The document does not say what `ckTid` is without a `tid`, only that it is a string, so it may be left out or be any string.',
  },
  {
    id: 'CK-04',
    level: 'MUST',
    statement: '`ckMessage` is a string.',
    source: RESULT,
  },
  {
    id: 'CK-05',
    level: 'MUST',
    statement: 'On success `token.token` is a non-empty string.',
    source: RESULT,
  },
  {
    id: 'CK-06',
    level: 'MUST',
    statement:
      'On success `token.expireDate` is a whole number of seconds since 1970, in the future and less than ten years ahead.',
    source: `${RESULT}, a timestamp in seconds`,
    reading:
      'The limit of ten years catches values in milliseconds, which would be tens of thousands of years ahead.',
  },
  {
    id: 'CK-07',
    level: 'MUST',
    statement: 'On success `user.userId` is the one that was sent and `user.id` is a non-empty string.',
    source: EXAMPLE,
  },
  {
    id: 'CK-08',
    level: 'MUST',
    statement:
      'Documented members of `user` that are present have the same type as in the example: string, boolean, integer or object, never null.',
    source: EXAMPLE,
    reading: NO_PAGES,
  },
  {
    id: 'CK-08',
    level: 'SHOULD',
    statement: 'On success all documented members of `user` are present.',
    source: EXAMPLE,
    reading: 'Only a SHOULD, since the document does not say which members may be left out.',
  },
  {
    id: 'CK-09',
    level: 'MUST',
    statement:
      'On success `company` is an array in which each company has `id`, `name` and `groups`, each group has `id`, `name` and `menus`, and each menu has a string `name`; any of the arrays may be empty.',
    source: `Description, company.groups.menus.name; ${EXAMPLE}`,
  },
  {
    id: 'CK-10',
    level: 'MUST',
    statement:
      'Documented members of companies, groups and menus that are present have the same type as in the example: string, integer, object or array, never null.',
    source: EXAMPLE,
    reading: NO_PAGES,
  },
  {
    id: 'CK-11',
    level: 'MUST',
    statement:
      'No answer contains the password or its hash, in reason phrase, header, cookie, body or trailer, in either letter case, raw or in a decoded JSON string, nor in base64, hexadecimal or percent-encoding.',
    source: 'not in the document: a violation leaks a credential',
    reading:
      'Checked only for distinctive passwords of 8 or more characters, since an answer can contain a common word, or another value of the request, for other reasons.',
  },
];
