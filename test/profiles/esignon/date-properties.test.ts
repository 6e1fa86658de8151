import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inFuture, possibleInstants } from '../../../src/profiles/esignon/expire-date.js';

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** The parts of an instant on a clock so many minutes east of UTC. */
function clock(instant: number, east: number) {
  const shown = new Date(instant + east * 60_000);
  const iso = shown.toISOString();
  const year = shown.getUTCFullYear();
  const midnight = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  const thursday = midnight + (3 - ((shown.getUTCDay() + 6) % 7)) * DAY;
  const weekYear = new Date(thursday).getUTCFullYear();
  return {
    year: pad(year, 4),
    month: iso.slice(5, 7),
    day: iso.slice(8, 10),
    monthName: MONTHS[shown.getUTCMonth()] ?? '',
    ordinal: pad((midnight - Date.parse(`${pad(year, 4)}-01-01T00:00:00Z`)) / DAY + 1, 3),
    weekYear: pad(weekYear, 4),
    week: pad(Math.floor((thursday - Date.parse(`${pad(weekYear, 4)}-01-01T00:00:00Z`)) / (7 * DAY)) + 1),
    weekday: String(((shown.getUTCDay() + 6) % 7) + 1),
    hour: iso.slice(11, 13),
    hour12: String(shown.getUTCHours() % 12 || 12),
    half: shown.getUTCHours() < 12 ? 'AM' : 'pm',
    minute: iso.slice(14, 16),
    second: iso.slice(17, 19),
    milli: iso.slice(20, 23),
  };
}
type Clock = ReturnType<typeof clock>;

const EXTENDED_DATES: readonly ((c: Clock) => string)[] = [
  (c) => `${c.year}-${c.month}-${c.day}`,
  (c) => `${c.year}/${c.month}/${c.day}`,
  (c) => `${c.year}.${c.month}.${c.day}`,
  (c) => `${c.year}-${c.ordinal}`,
  (c) => `${c.weekYear}-W${c.week}-${c.weekday}`,
];
const BASIC_DATES: readonly ((c: Clock) => string)[] = [
  (c) => `${c.year}${c.month}${c.day}`,
  (c) => `${c.year}${c.ordinal}`,
  (c) => `${c.weekYear}W${c.week}${c.weekday}`,
];
const DATES = [...EXTENDED_DATES, ...BASIC_DATES];
const SEPARATORS = ['T', 't', ' '];
const FRACTIONS: readonly ((c: Clock) => string)[] = [
  (c) => `.${c.milli}`,
  (c) => `,${c.milli}`,
  (c) => `.${c.milli}000000`,
  (c) => `.${c.milli}4999`,
];
const EXTENDED_TIMES = {
  toSecond: (c: Clock) => `${c.hour}:${c.minute}:${c.second}`,
  toMinute: (c: Clock) => `${c.hour}:${c.minute}`,
};
const BASIC_TIMES = {
  toSecond: (c: Clock) => `${c.hour}${c.minute}${c.second}`,
  toMinute: (c: Clock) => `${c.hour}${c.minute}`,
};

/** `''` for a clock whose offset is not written. */
function offsets(east: number): readonly string[] {
  const sign = east < 0 ? '-' : '+';
  const [hours, minutes] = [pad(Math.floor(Math.abs(east) / 60)), pad(Math.abs(east) % 60)];
  const written = [`${sign}${hours}:${minutes}`, `${sign}${hours}${minutes}`];
  if (minutes === '00') written.push(`${sign}${hours}`);
  return ['', ...written, ...(east === 0 ? ['Z', 'z'] : [])];
}

const instants = fc.integer({
  min: Date.parse('0002-01-01T00:00:00Z'),
  max: Date.parse('9998-12-31T00:00:00Z'),
});
const easts = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);

/** Every way to write an instant on a clock, each with the instant that it still tells: seconds drop the fraction. */
function* writings(
  instant: number,
  c: Clock,
  east: number,
): Generator<readonly [value: string, told: number]> {
  const seconds = Math.floor(instant / 1000) * 1000;
  for (const offset of offsets(east)) {
    for (const date of DATES) {
      const times = BASIC_DATES.includes(date) ? [EXTENDED_TIMES, BASIC_TIMES] : [EXTENDED_TIMES];
      for (const { toSecond, toMinute } of times) {
        for (const separator of SEPARATORS) {
          yield [`${date(c)}${separator}${toSecond(c)}${offset}`, seconds];
          yield [`${date(c)}${separator}${toMinute(c)}${offset}`, instant];
          for (const fraction of FRACTIONS)
            yield [`${date(c)}${separator}${toSecond(c)}${fraction(c)}${offset}`, instant];
        }
      }
    }
    const bare = `${c.year}${c.month}${c.day}`;
    yield [`${bare}${BASIC_TIMES.toSecond(c)}${offset}`, seconds];
    yield [`${bare}${BASIC_TIMES.toMinute(c)}${offset}`, instant];
    yield [`${bare}${BASIC_TIMES.toSecond(c)}.${c.milli}${offset}`, instant];
  }
}

const means = (value: string, instant: number, format?: string) =>
  possibleInstants(value, format).some(({ from, to }) => from <= instant && instant <= to);

test('any instant is among those of its writing in every format with every offset', () => {
  fc.assert(
    fc.property(instants, easts, (instant, east) => {
      const c = clock(instant, east);
      for (const [value, told] of writings(instant, c, east)) assert.ok(means(value, told), value);
    }),
  );
});

test('any instant is among those of its day alone', () => {
  fc.assert(
    fc.property(instants, easts, (instant, east) => {
      const c = clock(instant, east);
      const bareOrdinal = BASIC_DATES[1];
      for (const date of DATES) {
        if (date === bareOrdinal && Number(c.year) > 2199) continue;
        assert.ok(means(date(c), instant), date(c));
      }
    }),
  );
});

test('any instant since 2001 is that of its epoch strings, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 }), (instant) => {
      assert.deepEqual(possibleInstants(String(instant)), [{ from: instant, to: instant }]);
      const seconds = Math.floor(instant / 1000);
      assert.deepEqual(possibleInstants(String(seconds)), [{ from: seconds * 1000, to: seconds * 1000 }]);
    }),
  );
});

test('any instant is among those of its writing in a further format', () => {
  const formats: readonly (readonly [format: string, write: (c: Clock, offset: string) => string])[] = [
    [
      'MMM d, yyyy h:mm:ss.SSS a XXX',
      (c, offset) =>
        `${c.monthName} ${Number(c.day)}, ${c.year} ${c.hour12}:${c.minute}:${c.second}.${c.milli} ${c.half} ${offset}`,
    ],
    [
      "dd/MM/yyyy 'at' HH:mm:ss.SSS Z",
      (c, offset) =>
        `${c.day}/${c.month}/${c.year} at ${c.hour}:${c.minute}:${c.second}.${c.milli} ${offset.replace(':', '')}`,
    ],
    [
      'M-d-yyyy hh:mm a',
      (c) => `${Number(c.month)}-${Number(c.day)}-${c.year} ${pad(Number(c.hour12))}:${c.minute} ${c.half}`,
    ],
  ];
  fc.assert(
    fc.property(instants, easts, (instant, east) => {
      const c = clock(instant, east);
      const [, offset = ''] = offsets(east);
      for (const [format, write] of formats) {
        const value = write(c, offset);
        assert.ok(means(value, instant, format), `${format}: ${value}`);
        assert.ok(!means(value, instant), `only with the format: ${value}`);
      }
    }),
  );
});

test('a written offset leaves one instant, to the precision of the value', () => {
  fc.assert(
    fc.property(instants, easts, (instant, east) => {
      const c = clock(instant, east);
      const date = EXTENDED_DATES[0]?.(c);
      for (const offset of offsets(east).slice(1)) {
        assert.deepEqual(possibleInstants(`${date}T${c.hour}:${c.minute}:${c.second}.${c.milli}${offset}`), [
          { from: instant, to: instant },
        ]);
      }
    }),
  );
});

test('a day is read exactly when the calendar has it', () => {
  const parts = fc.tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
  );
  fc.assert(
    fc.property(parts, ([year, month, day]) => {
      const value = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
      const parsed = new Date(`${value}T00:00:00Z`);
      const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
      assert.equal(possibleInstants(value).length, exists ? 1 : 0, value);
    }),
    { numRuns: 2000 },
  );
});

test('no text makes it throw, and what is read has a beginning before its end', () => {
  const near = fc.stringMatching(/^[0-9TtWZz:.,/+ -]{0,40}$/u);
  fc.assert(
    fc.property(
      fc.oneof(near, fc.string({ unit: 'binary' })),
      fc.option(fc.string(), { nil: undefined }),
      (value, format) => {
        for (const { from, to } of possibleInstants(value, format)) assert.ok(from <= to);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a value made to be slow is answered like any other', () => {
  // a pattern that tried these in many ways would not end in the lifetime of this test
  for (const piece of ['1', '0', '.', '2027-12-31T', '1.', '+09:', ' ']) {
    const value = piece.repeat(256).slice(0, 256);
    assert.deepEqual(possibleInstants(value, 'd M yyyy h mm ss SSS a'), []);
    assert.equal(inFuture(`2027-12-31T00:00:00.${value}`, 0), false);
  }
});
