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
  | 'weekday'
  | 'zone'
  | 'offset';

interface DateFormat {
  readonly pattern: RegExp;
  readonly fields: ReadonlySet<Field>;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const SHORT_MONTH = `${MONTHS.join('|')}|\\d{1,2}[월月]`;
const LONG_MONTH = `${LONG_MONTHS}|\\d{1,2}[월月]`;

/** Names of the days from Sunday on, as they begin in English, Korean and Japanese. */
const WEEKDAYS = ['sun 일 日', 'mon 월 月', 'tue 화 火', 'wed 수 水', 'thu 목 木', 'fri 금 金', 'sat 토 土'];
const WEEKDAY_NAME =
  '(?:sun|mon|tues|wednes|thurs|fri|satur)day|sun|mon|tue|wed|thu|fri|sat|[일월화수목금토](?:요일)?|[日月火水木金土](?:曜日?)?';

const OFFSET = 'z|[+\\-\\u2212]\\d{2}:?\\d{2}';
/** Abbreviations of zones that have one meaning where these servers run. */
const OFFSET_OF_ZONE: ReadonlyMap<string, string> = new Map([
  ...['UTC', 'GMT', 'Z', 'Etc/UTC', 'Etc/GMT'].map((zone) => [zone.toLowerCase(), 'Z'] as const),
  ...['KST', 'JST', 'Asia/Seoul', 'Asia/Tokyo', 'Japan', 'ROK'].map(
    (zone) => [zone.toLowerCase(), '+09:00'] as const,
  ),
]);

const LETTERS: ReadonlyMap<string, readonly [field: Field, pattern: string]> = new Map([
  ['yyyy', ['year', '\\d{4}']],
  ['MM', ['month', '\\d{2}']],
  ['M', ['month', '\\d{1,2}']],
  ['MMM', ['monthName', SHORT_MONTH]],
  ['MMMM', ['monthName', LONG_MONTH]],
  ['dd', ['day', '\\d{2}']],
  ['d', ['day', '\\d{1,2}']],
  ['EEE', ['weekday', WEEKDAY_NAME]],
  ['EEEE', ['weekday', WEEKDAY_NAME]],
  ['HH', ['hour', '\\d{2}']],
  ['hh', ['hour12', '\\d{2}']],
  ['h', ['hour12', '\\d{1,2}']],
  ['mm', ['minute', '\\d{2}']],
  ['ss', ['second', '\\d{2}']],
  ...Array.from(
    { length: 9 },
    (_, at) => ['S'.repeat(at + 1), ['milli', `\\d{${at + 1}}`]] as [string, [Field, string]],
  ),
  ['a', ['half', 'am|pm|오전|오후|午前|午後']],
  ['XXX', ['offset', 'z|[+\\-\\u2212]\\d{2}:\\d{2}']],
  ['Z', ['offset', '[+\\-\\u2212]\\d{4}']],
  ['z', ['zone', `(?:gmt|utc)?(?:${OFFSET})|[a-z]{1,5}`]],
  ['VV', ['zone', `[a-z][a-z0-9_+\\-/]*|${OFFSET}`]],
]);

const ENGLISH_DAY = `(?<weekday>${WEEKDAY_NAME})`;
const ENGLISH_MONTH = `(?<monthName>${MONTHS.join('|')})`;
const CLOCK = String.raw`(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?`;
const ZONE = `(?<zone>(?:gmt|utc)?(?:${OFFSET})|[a-z]{1,5})`;
const SEOUL_OR_TOKYO_TIME = String.raw`(?:(?<half>am|pm|오전|오후|午前|午後) ?(?<hour12>\d{1,2})|(?<hour>\d{1,2}))(?:[시時] ?(?:(?<minute>\d{1,2})[분分] ?(?:(?<second>\d{1,2})[초秒])?)?|:(?<clockMinute>\d{2})(?::(?<clockSecond>\d{2}))?)`;

/** What servers write without being given a format (ES-08). */
const WRITTEN_FORMS: readonly RegExp[] = [
  // java.util.Date.toString
  `${ENGLISH_DAY} ${ENGLISH_MONTH} (?<day>\\d{1,2}) ${CLOCK} ${ZONE} (?<year>\\d{4})`,
  // RFC 1123
  `(?:${ENGLISH_DAY}, )?(?<day>\\d{1,2}) ${ENGLISH_MONTH} (?<year>\\d{4}) ${CLOCK} ${ZONE}`,
  // java.time.ZonedDateTime.toString
  String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})T${CLOCK}(?:\.(?<milli>\d{1,9}))?(?<offset>${OFFSET})\[(?<place>[a-z][a-z0-9_+\-/]*)\]`,
  // Korean and Japanese locales
  String.raw`(?<year>\d{4})(?:\. (?<month>\d{1,2})\. (?<day>\d{1,2})\.?|[년年] ?(?<wordMonth>\d{1,2})[월月] ?(?<wordDay>\d{1,2})[일日])(?: ?\(?(?<weekday>${WEEKDAY_NAME})\)?)?(?: ?${SEOUL_OR_TOKYO_TIME}(?: ?${ZONE})?)?`,
].map((form) => new RegExp(`^(?:${form})$`, 'iu'));

/** The instants that a value can mean as one of the forms that servers write without being given a format. */
export function instantsInWrittenForm(value: string): readonly Interval[] {
  const plain = value.replace(/[\u00a0\u202f]/gu, ' ');
  return WRITTEN_FORMS.flatMap((form) => {
    const parts = form.exec(plain)?.groups;
    if (!parts) return [];
    const { month, wordMonth, day, wordDay, minute, clockMinute, second, clockSecond } = parts;
    return instantsOfMatch({
      ...parts,
      month: month ?? wordMonth,
      day: day ?? wordDay,
      minute: minute ?? clockMinute,
      second: second ?? clockSecond,
    });
  });
}

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
  return instantsOfMatch(compiled.pattern.exec(value)?.groups);
}

/** The parts of a date and time as they were written; a day is named in full. */
type WrittenParts = Readonly<Record<string, string | undefined>>;

/** The instants that the parts of a value can mean: none for a date that does not exist, one of another day of the week too. */
function instantsOfMatch(parts: WrittenParts | undefined): readonly Interval[] {
  if (!parts) return [];
  const day = dayOfDate(Number(parts.year), monthOf(parts), Number(parts.day));
  if (day === null || !isOnWeekday(day, parts.weekday)) return [];
  const offset = parts.offset ?? offsetOfZone(parts.zone);
  if (offset === null) return [];
  const clocks = clocksOf(parts);
  const times = clocks === null ? [null] : clocks.map(timeOfDay).filter((time) => time !== null);
  return times.map((time) => instantsOf(day, time, offset)).filter((interval) => interval !== null);
}

function monthOf({ month, monthName }: WrittenParts): number {
  if (monthName === undefined) return Number(month);
  const number = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  return number || Number.parseInt(monthName, 10);
}

function isOnWeekday(day: number, name: string | undefined): boolean {
  if (name === undefined) return true;
  const names = WEEKDAYS[new Date(day).getUTCDay()]?.split(' ') ?? [];
  return names.some((one) => name.toLowerCase().startsWith(one));
}

/** @returns `undefined`: any offset may be meant; `null`: there is no such zone */
function offsetOfZone(zone: string | undefined): string | null | undefined {
  if (zone === undefined) return undefined;
  const known = OFFSET_OF_ZONE.get(zone.toLowerCase());
  if (known) return known;
  const [, offset] = /^(?:GMT|UTC)?([+\-\u2212].*)$/iu.exec(zone) ?? [];
  if (offset !== undefined) return offset;
  if (!zone.includes('/')) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return undefined;
  } catch {
    return null;
  }
}

/** `null`: a date alone. Empty: an hour that no clock shows. */
function clocksOf(parts: WrittenParts): readonly ClockParts[] | null {
  const { minute, second, milli: fraction } = parts;
  if (parts.hour !== undefined) return [{ hour: parts.hour, minute, second, fraction }];
  if (parts.hour12 === undefined) return null;
  const hour = Number(parts.hour12);
  if (hour < 1 || hour > 12) return [];
  const half = parts.half?.toLowerCase();
  const [isMorning, isAfternoon] = [/am|전|前/u.test(half ?? ''), /pm|후|後/u.test(half ?? '')];
  const hours = [...(isAfternoon ? [] : [hour % 12]), ...(isMorning ? [] : [(hour % 12) + 12])];
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
  if ((fields.has('offset') || fields.has('zone')) && !hour) return 'an offset needs a time';
  return null;
}

/** Text to be matched literally; a space also matches the no-break spaces that formatters put before AM and PM. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replaceAll(' ', '[ \\u00a0\\u202f]');
}
