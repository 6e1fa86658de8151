import type { Clause } from '../../../verdict/clause.js';

const EXAMPLE = 'Response body example';

/** ES-01 to ES-08: what a good login is answered. */
export const ESIGNON_ANSWER_CLAUSES: readonly Clause[] = [
  {
    id: 'ES-01',
    level: 'MUST',
    statement:
      'A valid login request with the right credentials is answered HTTP 200 with `header.result_code` "00".',
    source: 'Response, status 200 and code 00 of the result table',
  },
  {
    id: 'ES-02',
    level: 'MUST',
    statement:
      'The answer is a JSON object with `header` and `body`, where `header` has the strings `response_code`, `result_code`, `result_msg` (not empty) and `session_id` (may be empty), codes match exactly (neither the number 0 nor "0" is "00"), and further members are allowed.',
    source: EXAMPLE,
    reading: 'ES-16 says what a refusal may leave out, since neither document shows a refusal.',
  },
  {
    id: 'ES-03',
    level: 'MUST',
    statement: '`header.response_code` is "1001A" on success and on refused credentials (result code "10").',
    source: EXAMPLE,
  },
  {
    id: 'ES-03',
    level: 'SHOULD',
    statement: '`header.response_code` is "1001A" on refusals for any other reason, too.',
    source: EXAMPLE,
    reading:
      'Only a SHOULD, since a server that could not parse a request cannot know which response code belongs to it.',
  },
  {
    id: 'ES-04',
    level: 'MUST',
    statement: 'On success `body.access_token` is a non-empty string.',
    source: EXAMPLE,
  },
  {
    id: 'ES-05',
    level: 'MUST',
    statement: 'On success `body.comp_id` is the company that the request path names.',
    source: EXAMPLE,
  },
  {
    id: 'ES-06',
    level: 'MUST',
    statement: 'On success `body.memb_email` is the e-mail that was sent.',
    source: EXAMPLE,
  },
  {
    id: 'ES-07',
    level: 'MUST',
    statement: 'On success `body.device_id` is a string (may be empty).',
    source: EXAMPLE,
  },
  {
    id: 'ES-08',
    level: 'MUST',
    statement:
      'On success `body.expire_date` is a string with a recognisable date that exists and is in the future.',
    source: EXAMPLE,
    reading:
      'No format is documented, so these are recognised: ISO 8601 dates and date-times in extended and basic format, ordinal and week dates included; `yyyy-MM-dd HH:mm:ss[.fff]`, `yyyy/MM/dd…`, `yyyy.MM.dd…`, `yyyyMMdd[HHmmss]`; seconds or milliseconds since 1970 as a string of 10 or 13 digits; and one further format that the fixtures file names in letters of Unicode date patterns. ' +
      'Offsets are written `Z`, `+09:00`, `+0900` or `+09`, from -12:00 to +14:00; seconds may be missing; 24:00 ends a day, second 60 is a leap second at the end of a month. ' +
      'A year, month or week without a day is not a date; seven bare digits (year and day of the year) are accepted up to the year 2199 only, since larger values are more likely a number of seconds. ' +
      'A value can mean several instants: without an offset, any from UTC-12 to UTC+14; a date alone, any instant of that day; a time without seconds, any of that minute. The clause holds when one of them is in the future by the clock of the suite.',
  },
];
