const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const SHORT_DAY = '(?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const LONG_DAY = '(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const MONTH = `(?<month>${MONTHS.join('|')})`;
const TIME = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})';

/** The three forms of RFC 9110, section 5.6.7; a recipient accepts them all. */
const FORMS = [
  new RegExp(`^${SHORT_DAY}, (?<date>\\d{2}) ${MONTH} (?<year>\\d{4}) ${TIME} GMT$`),
  new RegExp(`^${LONG_DAY}, (?<date>\\d{2})-${MONTH}-(?<year>\\d{2}) ${TIME} GMT$`),
  new RegExp(`^${SHORT_DAY} ${MONTH} (?<date>\\d{2}| \\d) ${TIME} (?<year>\\d{4})$`),
];

/**
 * Reads an HTTP-date: IMF-fixdate, RFC 850 or asctime form.
 * @param text the field's value; the grammar's upper and lower case counts
 * @param now decides the century of the two-digit year of the RFC 850 form
 * @returns undefined when it is none, or names a day that does not exist or another day of the week
 */
export function parseHttpDate(text: string, now: Date): Date | undefined {
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return undefined;
  const month = MONTHS.indexOf(parts.month ?? '');
  const [date, hour, minute, second] = [parts.date, parts.hour, parts.minute, parts.second].map(Number);
  if (date === undefined || hour === undefined || minute === undefined || second === undefined) {
    return undefined;
  }
  // 60 is a leap second, which the grammar allows.
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const year = fullYear(parts.year ?? '', now);
  const midnight = new Date(Date.UTC(year, month, date));
  const [realYear, realMonth] = [midnight.getUTCFullYear(), midnight.getUTCMonth()];
  if (realYear !== year || realMonth !== month) return undefined;
  if (!DAYS[midnight.getUTCDay()]?.startsWith(parts.day ?? '')) return undefined;
  return new Date(midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000);
}

// RFC 9110, 5.6.7: a two-digit year that appears to be more than 50 years ahead is the last past one.
function fullYear(digits: string, now: Date): number {
  if (digits.length === 4) return Number(digits);
  const latest = now.getUTCFullYear() + 50;
  return latest - ((latest - Number(digits)) % 100);
}
