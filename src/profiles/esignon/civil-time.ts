/**
 * Arithmetic of calendar days and times of day, in UTC milliseconds. Nothing here looks at the time zone of the
 * machine: no `new Date(y, m, d)`, no getters but the UTC ones.
 */

/** Instants from `from` to `to`, both included, in milliseconds since 1970-01-01T00:00:00Z. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A time of day: milliseconds after midnight, and how long an unnamed remainder (seconds, minutes) lasts. */
export interface TimeOfDay {
  readonly start: number;
  readonly length: number;
  readonly leapSecond: boolean;
}

/** The parts of a time of day as digits; what is missing may have any value. */
export interface ClockParts {
  readonly hour: string;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  /** Decimals of the smallest part given. */
  readonly fraction?: string | undefined;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Civil time runs from UTC-12 to UTC+14; no clock on earth shows another offset. */
const WESTERNMOST = -12 * HOUR;
const EASTERNMOST = 14 * HOUR;
const QUARTER = 15 * MINUTE;

/** Midnight UTC of a calendar day, `null` where it does not exist. `month` counts from 1. */
export function dayOfDate(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  // not Date.UTC: it takes the years 0 to 99 for 1900 to 1999
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

/** Midnight UTC of the n-th day of a year (1 to 365 or 366), `null` where it does not exist. */
export function dayOfOrdinal(year: number, ordinal: number): number | null {
  const first = startOfYear(year);
  const day = first + (ordinal - 1) * DAY;
  return ordinal >= 1 && day < startOfYear(year + 1) ? day : null;
}

/** Midnight UTC of an ISO week date (`weekday` 1 Monday to 7 Sunday), `null` where it does not exist. */
export function dayOfWeek(year: number, week: number, weekday: number): number | null {
  if (week < 1 || weekday < 1 || weekday > 7) return null;
  const monday = firstMonday(year) + (week - 1) * 7 * DAY;
  return monday < firstMonday(year + 1) ? monday + (weekday - 1) * DAY : null;
}

/** A time of day, `null` where it does not exist: 24 only as 24:00, 60 only as a leap second. */
export function timeOfDay({ hour, minute, second, fraction }: ClockParts): TimeOfDay | null {
  const [h, m, s] = [Number(hour), Number(minute ?? 0), Number(second ?? 0)];
  if (h > 24 || m > 59 || s > 60) return null;
  const unit = second !== undefined ? SECOND : minute !== undefined ? MINUTE : HOUR;
  // the last term keeps 0.29 h, which is 1043999.99… ms in binary, from losing a millisecond
  const decimals = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * unit + 1e-6);
  const start = h * HOUR + m * MINUTE + s * SECOND + decimals;
  if (h === 24) return start === DAY ? { start, length: 0, leapSecond: false } : null;
  const exact = fraction !== undefined || unit === SECOND;
  return { start, length: exact ? 0 : unit - 1, leapSecond: s === 60 };
}

/**
 * Milliseconds east of UTC of `Z`, `+09:00`, `+0900` or `+09`, the sign a plus, a hyphen or a minus sign; `null` where
 * no clock shows that offset.
 */
export function offsetOf(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const minutes = Number(text.slice(3).replace(':', '') || 0);
  const size = Number(text.slice(1, 3)) * HOUR + minutes * MINUTE;
  const offset = /^[-\u2212]/.test(text) ? -size : size;
  return minutes > 59 || offset < WESTERNMOST || offset > EASTERNMOST ? null : offset;
}

/**
 * The instants that a civil time can mean.
 * @param day midnight UTC of the calendar day, as if its zone were UTC
 * @param time `null`: the whole day
 * @param offset as written; `undefined`: not given, so that any offset in use on earth may be meant
 * @returns `null` where the time does not exist: an impossible offset, a leap second in the middle of a day
 */
export function instantsOf(day: number, time: TimeOfDay | null, offset: string | undefined): Interval | null {
  const start = day + (time?.start ?? 0);
  const end = start + (time?.length ?? DAY - 1);
  if (offset === undefined) {
    if (time?.leapSecond && wholeSecond(start) % QUARTER !== 0) return null;
    return { from: start - EASTERNMOST, to: end - WESTERNMOST };
  }
  const east = offsetOf(offset);
  if (east === null) return null;
  if (time?.leapSecond && !isStartOfMonth(wholeSecond(start) - east)) return null;
  return { from: start - east, to: end - east };
}

function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** The Monday of the week that holds 4 January: week 1 by ISO 8601. */
function firstMonday(year: number): number {
  const fourth = new Date(startOfYear(year) + 3 * DAY);
  return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY;
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / SECOND) * SECOND;
}

/** Leap seconds are put in before midnight UTC at the end of a month, so the instant after is the first's midnight. */
function isStartOfMonth(instant: number): boolean {
  return instant % DAY === 0 && new Date(instant).getUTCDate() === 1;
}
