import type { Arbitrary } from 'fast-check';
import { among, pick } from '../../login/arbitraries/pick.js';
import { asctimeDate, imfFixdate, rfc850Date } from '../http-date.js';

/** A form of `H-Date`, made when the request is sent; `null`: the header is left out. */
export interface DateForm {
  readonly words: string;
  readonly format: (now: Date) => string | null;
}

const HOUR_MS = 3_600_000;
const form = (words: string, format: DateForm['format']): DateForm => ({ words, format });
const later = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR_MS);

/** The obsolete forms, which RFC 7231 has a recipient accept; no clause asks for that, so it is left open. */
const OBSOLETE = [
  form('H-Date in the form of RFC 850', rfc850Date),
  form('H-Date in the form of asctime', asctimeDate),
];

const WRONG = [
  form('no H-Date', () => null),
  form('an empty H-Date', () => ''),
  form('H-Date in ISO 8601', (now) => now.toISOString()),
  form('H-Date as seconds since 1970', (now) => String(Math.floor(now.getTime() / 1000))),
  form('H-Date that is not a date', () => 'yesterday'),
  form('H-Date on the 31st of February', () => 'Fri, 31 Feb 2025 08:00:00 GMT'),
  form('H-Date without its time zone', (now) => imfFixdate(now).replace(' GMT', '')),
  form('H-Date with an hour of 25', (now) => imfFixdate(now).replace(/ \d\d:/, ' 25:')),
  form('H-Date a day old', (now) => imfFixdate(later(now, -25))),
  form('H-Date of 1970', () => imfFixdate(new Date(0))),
  form('H-Date a day ahead', (now) => imfFixdate(later(now, 25))),
  form('H-Date of the year 9999', () => 'Fri, 31 Dec 9999 23:59:59 GMT'),
  form('H-Date with a year of five digits', (now) => imfFixdate(now).replace(/ (\d{4}) /, ' 1$1 ')),
];

/** Zones other than GMT, which no HTTP-date has, and their hours: the clock is that of the zone, so the instant is now. */
const ZONED = (
  [
    ['+0900', 9],
    ['KST', 9],
    ['UTC', 0],
    ['+0000', 0],
    ['+00:00', 0],
    ['Z', 0],
    ['PST', -8],
  ] as const
).map(([zone, hours]) =>
  form(`H-Date in the time zone ${zone}`, (now) => imfFixdate(later(now, hours)).replace('GMT', zone)),
);

/** Forms of `H-Date` that differ from the preferred one of now. */
export const dateForm: Arbitrary<DateForm> = pick<DateForm>(
  [4, among(...OBSOLETE)],
  [4, among(...WRONG)],
  [2, among(...ZONED)],
);
