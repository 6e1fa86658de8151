import { type ClockParts, dayOfDate, type Interval, instantsOf, timeOfDay } from './civil-time.js';

/**
 * Formats named in the fixtures file, in letters of Unicode date patterns (clause ES-08). Own code, not a library:
 * what is needed is not one instant but every instant that a value can mean, whether an offset was written or not,
 * whatever the zone and locale of the machine, and digits counted strictly.
 */

type Field =
  | 'year'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'milli'
  | 'half'
  | 'offset';

interface DateFormat {
  readonly pattern: RegExp;
  readonly fields: ReadonlySet<Field>;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const LETTERS: ReadonlyMap<string, readonly [field: Field, pattern: string]> = new Map([
  ['yyyy', ['year', '\\d{4}']],
  ['MM', ['month', '\\d{2}']],
  ['M', ['month', '\\d{1,2}']],
  ['MMM', ['monthName', MONTHS.join('|')]],
  ['dd', ['day', '\\d{2}']],
  ['d', ['day', '\\d{1,2}']],
  ['HH', ['hour', '\\d{2}']],
  ['hh', ['hour12', '\\d{2}']],
  ['h', ['hour12', '\\d{1,2}']],
  ['mm', ['minute', '\\d{2}']],
  ['ss', ['second', '\\d{2}']],
  ['SSS', ['milli', '\\d{3}']],
  ['a', ['half', 'am|pm']],
  ['XXX', ['offset', 'z|[+\\-\\u2212]\\d{2}:\\d{2}']],
  ['Z', ['offset', '[+\\-\\u2212]\\d{4}']],
]);

/** Longer ones are not date formats. */
const MAX_LENGTH = 100;

/** Pieces of a format: quoted text (`''` in it is a quote), a run of one letter, or any other character. */
const PIECES = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']|'/gu;

/**
 * What is wrong with a format, for the one sentence of a configuration error: `null` when it can be used, else a
 * phrase such as: the letters "EEE" are not known (known are …).
 */
export function dateFormatFault(format: string): string | null {
  const compiled = compile(format);
  return typeof compiled === 'string' ? compiled : null;
}

/**
 * The instants that a value in a format can mean: none where it does not fit, does not exist, or the format
 * itself has a fault; two where the format counts hours to twelve without saying which half of the day.
 */
export function instantsInFormat(value: string, format: string): readonly Interval[] {
  const compiled = compile(format);
  if (typeof compiled === 'string') return [];
  const parts = compiled.pattern.exec(value)?.groups;
  if (!parts) return [];
  const month = parts.monthName ? MONTHS.indexOf(parts.monthName.toLowerCase()) + 1 : Number(parts.month);
  const day = dayOfDate(Number(parts.year), month, Number(parts.day));
  if (day === null) return [];
  const clocks = clocksOf(parts);
  const times = clocks === null ? [null] : clocks.map(timeOfDay).filter((time) => time !== null);
  return times.map((time) => instantsOf(day, time, parts.offset)).filter((interval) => interval !== null);
}

/** `null`: a date alone. Empty: an hour that no clock shows. */
function clocksOf(parts: Readonly<Record<string, string | undefined>>): readonly ClockParts[] | null {
  const { minute, second, milli: fraction } = parts;
  if (parts.hour !== undefined) return [{ hour: parts.hour, minute, second, fraction }];
  if (parts.hour12 === undefined) return null;
  const hour = Number(parts.hour12);
  if (hour < 1 || hour > 12) return [];
  const half = parts.half?.toLowerCase();
  const hours = [...(half === 'pm' ? [] : [hour % 12]), ...(half === 'am' ? [] : [(hour % 12) + 12])];
  return hours.map((each) => ({ hour: String(each), minute, second, fraction }));
}

function compile(format: string): DateFormat | string {
  if (format.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  const fields = new Set<Field>();
  let pattern = '';
  for (const [piece, quoted, letter] of format.matchAll(PIECES)) {
    if (piece === "'") return 'a quote is not closed';
    if (letter === undefined) {
      pattern += literal(quoted === undefined ? piece : piece === "''" ? "'" : quoted.replaceAll("''", "'"));
      continue;
    }
    const known = LETTERS.get(piece);
    if (!known)
      return `the letters "${piece}" are not known (known are ${[...LETTERS.keys()].join(' ')}; text goes in single quotes)`;
    const [field, digits] = known;
    if (fields.has(field)) return `"${piece}" names a part that is already named`;
    fields.add(field);
    pattern += `(?<${field}>${digits})`;
  }
  return gap(fields) ?? { pattern: new RegExp(`^(?:${pattern})$`, 'iu'), fields };
}

/** What a format lacks to name a day, or a time that follows from hours down. */
function gap(fields: ReadonlySet<Field>): string | null {
  const month = fields.has('month') || fields.has('monthName');
  if (!fields.has('year') || !month || !fields.has('day'))
    return 'it does not name a day (year yyyy, a month and a day)';
  if (fields.has('month') && fields.has('monthName')) return 'it names the month twice';
  if (fields.has('hour') && (fields.has('hour12') || fields.has('half')))
    return 'it counts hours both to 24 and to 12';
  const hour = fields.has('hour') || fields.has('hour12');
  if (fields.has('half') && !hour) return '"a" needs an hour';
  if (fields.has('minute') && !hour) return '"mm" needs an hour (months are "MM")';
  if (fields.has('second') && !fields.has('minute')) return '"ss" needs minutes';
  if (fields.has('milli') && !fields.has('second')) return '"SSS" needs seconds';
  if (fields.has('offset') && !hour) return 'an offset needs a time';
  return null;
}

/** Text to be matched literally; a space also matches the no-break spaces that formatters put before AM and PM. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replaceAll(' ', '[ \\u00a0\\u202f]');
}
