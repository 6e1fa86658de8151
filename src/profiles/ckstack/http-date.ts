/**
 * The three forms of an HTTP-date (RFC 7231 section 7.1.1.1, now RFC 9110 section 5.6.7). `H-Date` of
 * `ckstack-token` is sent in the first; a recipient must accept all three (clause CK-20).
 */

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The preferred form: `Sun, 06 Nov 1994 08:49:37 GMT`.
 * @throws {RangeError} for an invalid date and for years that four digits cannot hold; so do the other two
 */
export function imfFixdate(date: Date): string {
  const { weekday, day, month, year, time } = partsOf(date);
  return `${weekday.slice(0, 3)}, ${pad(day)} ${month} ${pad(year, 4)} ${time} GMT`;
}

/** The obsolete form of RFC 850, whose year has two digits: `Sunday, 06-Nov-94 08:49:37 GMT`. */
export function rfc850Date(date: Date): string {
  const { weekday, day, month, year, time } = partsOf(date);
  return `${weekday}, ${pad(day)}-${month}-${pad(year % 100)} ${time} GMT`;
}

/** The obsolete form of C's `asctime()`, its day padded with a space: `Sun Nov  6 08:49:37 1994`. */
export function asctimeDate(date: Date): string {
  const { weekday, day, month, year, time } = partsOf(date);
  return `${weekday.slice(0, 3)} ${month} ${String(day).padStart(2)} ${time} ${pad(year, 4)}`;
}

function partsOf(date: Date) {
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new RangeError('not a date that an HTTP-date can hold');
  return {
    weekday: WEEKDAYS[date.getUTCDay()] ?? '',
    day: date.getUTCDate(),
    month: MONTHS[date.getUTCMonth()] ?? '',
    year,
    time: [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map((part) => pad(part)).join(':'),
  };
}

function pad(part: number, width = 2): string {
  return String(part).padStart(width, '0');
}
