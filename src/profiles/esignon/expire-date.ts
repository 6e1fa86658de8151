import {
  DAY,
  dayOfDate,
  dayOfOrdinal,
  dayOfWeek,
  type Interval,
  instantsOf,
  SECOND,
  timeOfDay,
} from './civil-time.js';
import { instantsInFormat, instantsInWrittenForm } from './date-format.js';

/** What an `expire_date` can mean (clauses ES-08 and SS-01): no format is documented, so many are recognised. */

/** Longer values are not dates, and are not parsed. */
export const MAX_DATE_LENGTH = 256;

/** Seven digits (year and day of the year) after this year are rather a number of seconds. */
const LAST_BARE_ORDINAL_YEAR = 2199;

const EXTENDED_TIME = String.raw`(?<hour>\d{2})(?::(?<minute>\d{2})(?::(?<second>\d{2}))?)?(?:[.,](?<fraction>\d+))?`;
const BASIC_TIME = String.raw`(?<hour>\d{2})(?:(?<minute>\d{2})(?<second>\d{2})?)?(?:[.,](?<fraction>\d+))?`;
/** ISO 8601 has U+2212 for the minus sign, and the hyphen where there is none. */
const OFFSET = String.raw`(?: (?=[+\-\u2212]))?(?<offset>[Zz]|[+\-\u2212]\d{2}(?::?\d{2})?)?`;

const EXTENDED_DATES = [
  String.raw`(?<year>\d{4})(?<separator>[-/.])(?<month>\d{2})\k<separator>(?<day>\d{2})`,
  String.raw`(?<year>\d{4})-(?<ordinal>\d{3})`,
  String.raw`(?<year>\d{4})-W(?<week>\d{2})-(?<weekday>\d)`,
];
const BASIC_DATES = [
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`,
  String.raw`(?<year>\d{4})(?<ordinal>\d{3})`,
  String.raw`(?<year>\d{4})W(?<week>\d{2})(?<weekday>\d)`,
];

/** Every form, whole values only. Each has a fixed first part, so that no value is tried in many ways. */
const FORMS: readonly RegExp[] = [
  ...[...EXTENDED_DATES, ...BASIC_DATES].map((date) => `${date}(?:[Tt ]${EXTENDED_TIME}${OFFSET})?`),
  // hours and decimals alone are the same in both forms of time: the form above has them already
  ...BASIC_DATES.map((date) => `${date}[Tt ](?=\\d{4})${BASIC_TIME}${OFFSET}`),
  // yyyyMMddHHmmss, the seconds may be missing
  `${BASIC_DATES[0]}(?=\\d{4})${BASIC_TIME}${OFFSET}`,
].map((form) => new RegExp(`^${form}$`, 'u'));

/**
 * Every instant that a value can mean.
 * @param value an `expire_date` as it came, from a hostile source
 * @param customFormat a further format, in letters of Unicode date patterns; one with a fault counts as none
 * @returns intervals of milliseconds since 1970 UTC, both ends included, earliest first; empty when the value is
 *   not a recognisable date or names a date that does not exist
 */
export function possibleInstants(value: string, customFormat?: string): readonly Interval[] {
  if (value.length > MAX_DATE_LENGTH) return [];
  const found = FORMS.map((form) => form.exec(value)?.groups)
    .map((parts) => (parts ? instantsOfParts(parts, value) : null))
    .filter((interval) => interval !== null);
  if (/^\d{10}$/u.test(value)) found.push(instant(Number(value) * SECOND));
  if (/^\d{13}$/u.test(value)) found.push(instant(Number(value)));
  found.push(...instantsInWrittenForm(value));
  if (customFormat !== undefined) found.push(...instantsInFormat(value, customFormat));
  return found.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Whether a value can mean an instant after `now` (milliseconds since 1970 UTC). */
export function inFuture(value: string, now: number, customFormat?: string): boolean {
  return possibleInstants(value, customFormat).some(({ to }) => to > now);
}

/** Whether a value can mean an instant from `min` to `max` days after `now` (milliseconds since 1970 UTC). */
export function livesDays(
  value: string,
  now: number,
  min: number,
  max: number,
  customFormat?: string,
): boolean {
  const [earliest, latest] = [now + min * DAY, now + max * DAY];
  return possibleInstants(value, customFormat).some(({ from, to }) => from <= latest && to >= earliest);
}

function instantsOfParts(
  parts: Readonly<Record<string, string | undefined>>,
  value: string,
): Interval | null {
  const day = dayOfParts(parts);
  if (day === null) return null;
  if (parts.hour === undefined) {
    const bareOrdinal = /^\d{7}$/u.test(value);
    return bareOrdinal && Number(parts.year) > LAST_BARE_ORDINAL_YEAR
      ? null
      : instantsOf(day, null, undefined);
  }
  const { hour, minute, second, fraction } = parts;
  const time = timeOfDay({ hour, minute, second, fraction });
  return time === null ? null : instantsOf(day, time, parts.offset);
}

function dayOfParts(parts: Readonly<Record<string, string | undefined>>): number | null {
  const year = Number(parts.year);
  if (parts.ordinal !== undefined) return dayOfOrdinal(year, Number(parts.ordinal));
  if (parts.week !== undefined) return dayOfWeek(year, Number(parts.week), Number(parts.weekday));
  return dayOfDate(year, Number(parts.month), Number(parts.day));
}

function instant(at: number): Interval {
  return { from: at, to: at };
}
