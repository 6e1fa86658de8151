import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateFormatFault, instantsInFormat } from '../../../src/profiles/esignon/date-format.js';

const at = (text: string) => Date.parse(text);
const exact = (text: string) => ({ from: at(text), to: at(text) });
const HOUR = 3_600_000;
const anyZone = (text: string, length = 0) => ({
  from: at(text) - 14 * HOUR,
  to: at(text) + length + 12 * HOUR,
});
const DAY_LENGTH = 24 * HOUR - 1;

const READ: readonly (readonly [format: string, value: string, expected: { from: number; to: number }])[] = [
  ['MMM d, yyyy', 'Dec 31, 2027', anyZone('2027-12-31T00:00:00Z', DAY_LENGTH)],
  ['EEE, MMMM d, yyyy', 'Fri, December 31, 2027', anyZone('2027-12-31T00:00:00Z', DAY_LENGTH)],
  ['yyyy/MM/dd(EEE)', '2027/12/31(金)', anyZone('2027-12-31T00:00:00Z', DAY_LENGTH)],
  ['MMM d, yyyy', 'dec 1, 2027', anyZone('2027-12-01T00:00:00Z', DAY_LENGTH)],
  ['dd MMM yyyy', '05 FEB 2027', anyZone('2027-02-05T00:00:00Z', DAY_LENGTH)],
  ['d/M/yyyy', '31/12/2027', anyZone('2027-12-31T00:00:00Z', DAY_LENGTH)],
  ['d/M/yyyy', '5/2/2027', anyZone('2027-02-05T00:00:00Z', DAY_LENGTH)],
  ['ddMMyyyy', '31122027', anyZone('2027-12-31T00:00:00Z', DAY_LENGTH)],
  ['yyyy년 MM월 dd일', '2027년 12월 31일', anyZone('2027-12-31T00:00:00Z', DAY_LENGTH)],
  ['yyyyMMddHH', '2027123112', anyZone('2027-12-31T12:00:00Z', HOUR - 1)],
  ['MM/dd/yyyy h:mm a', '12/31/2027 1:05 PM', anyZone('2027-12-31T13:05:00Z', 59_999)],
  ['MM/dd/yyyy hh:mm:ss a', '12/31/2027 12:00:00 am', anyZone('2027-12-31T00:00:00Z')],
  ['MM/dd/yyyy hh:mm:ss a', '12/31/2027 12:00:00 PM', anyZone('2027-12-31T12:00:00Z')],
  ['MM/dd/yyyy h:mm:ss a', '12/31/2027 1:05:09\u202fPM', anyZone('2027-12-31T13:05:09Z')],
  ['dd.MM.yyyy HH:mm:ss.SSS', '31.12.2027 23:59:58.123', anyZone('2027-12-31T23:59:58.123Z')],
  ['dd.MM.yyyy HH:mm', '31.12.2027 24:00', anyZone('2028-01-01T00:00:00Z')],
  ['dd.MM.yyyy HH:mm:ss XXX', '31.12.2027 23:59:58 +09:00', exact('2027-12-31T14:59:58Z')],
  ['dd.MM.yyyy HH:mm:ss Z', '31.12.2027 09:59:58 \u22120500', exact('2027-12-31T14:59:58Z')],
  ['dd.MM.yyyy HH:mm:ss XXX', '31.12.2027 23:59:58 Z', exact('2027-12-31T23:59:58Z')],
  ['dd.MM.yyyy HH:mm:ss Z', '31.12.2027 23:59:58 -0330', exact('2028-01-01T03:29:58Z')],
  [
    "'valid until' yyyy-MM-dd 'o''clock' HH",
    "valid until 2027-12-31 o'clock 12",
    anyZone('2027-12-31T12:00:00Z', HOUR - 1),
  ],
  ["yyyy''MM''dd", "2027'12'31", anyZone('2027-12-31T00:00:00Z', DAY_LENGTH)],
  ['[yyyy](MM).dd+*?^$|{}/\\', '[2027](12).31+*?^$|{}/\\', anyZone('2027-12-31T00:00:00Z', DAY_LENGTH)],
];

const NOT_READ: readonly (readonly [format: string, ...values: string[]])[] = [
  [
    'MMM d, yyyy',
    'Dez 31, 2027',
    'December 31, 2027',
    'Feb 30, 2027',
    'Dec 31, 27',
    'Dec 031, 2027',
    'Dec 31, 2027 ',
  ],
  ['dd MMM yyyy', '5 FEB 2027', '00 FEB 2027', '05 feB 02027', '05 \u017fep 2027'],
  ['d/M/yyyy', '31/13/2027', '0/1/2027', '1/0/2027'],
  [
    'MM/dd/yyyy h:mm a',
    '12/31/2027 0:05 AM',
    '12/31/2027 13:05 PM',
    '12/31/2027 1:60 PM',
    '12/31/2027 1:05',
    '12/31/2027 1:05 XM',
  ],
  ['dd.MM.yyyy HH:mm:ss.SSS', '31.12.2027 23:59:58.12', '31.12.2027 25:00:00.000', '31x12x2027 23:59:58.123'],
  [
    'dd.MM.yyyy HH:mm:ss XXX',
    '31.12.2027 23:59:58 +0900',
    '31.12.2027 23:59:58 +15:00',
    '31.12.2027 23:59:58',
  ],
];

describe('a format of the fixtures file', () => {
  for (const [format, value, expected] of READ) {
    test(`${format} reads ${value}`, () => assert.deepEqual(instantsInFormat(value, format), [expected]));
  }
  for (const [format, ...values] of NOT_READ) {
    test(`${format} refuses what does not fit or exist`, () => {
      assert.equal(dateFormatFault(format), null);
      for (const value of values) assert.deepEqual(instantsInFormat(value, format), [], value);
    });
  }
  test('every month has its name', () => {
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    for (const [index, name] of names.entries()) {
      const day = `2027-${String(index + 1).padStart(2, '0')}-28T00:00:00Z`;
      assert.deepEqual(instantsInFormat(`28 ${name} 2027`, 'dd MMM yyyy'), [anyZone(day, DAY_LENGTH)]);
    }
  });
  test('a format may have 100 characters', () => {
    assert.equal(dateFormatFault(`yyyy-MM-dd${' '.repeat(90)}`), null);
    assert.match(dateFormatFault(`yyyy-MM-dd${' '.repeat(91)}`) ?? '', /longer than 100/u);
  });
  test('hours to twelve without a half of the day mean both', () => {
    assert.deepEqual(instantsInFormat('2027-12-31 12:30:00 Z', 'yyyy-MM-dd hh:mm:ss XXX'), [
      exact('2027-12-31T00:30:00Z'),
      exact('2027-12-31T12:30:00Z'),
    ]);
  });
});

const FAULTS: readonly (readonly [format: string, fault: RegExp])[] = [
  ['', /does not name a day/u],
  ['HH:mm:ss', /does not name a day/u],
  ['MM/dd', /does not name a day/u],
  ['yyyy-MM', /does not name a day/u],
  ['yy-MM-dd', /"yy" are not known/u],
  [
    'YYYY-MM-DD',
    /"YYYY" are not known \(known are yyyy MM M MMM MMMM dd d EEE EEEE HH hh h mm ss S .* a XXX Z z VV;/u,
  ],
  ['EE, dd MMM yyyy', /"EE" are not known/u],
  ['yyyy-MM-ddTHH:mm', /"T" are not known .* text goes in single quotes/u],
  ['yyyy-MM-dd HH:mm:ss.SSSSSSSSSS', /"SSSSSSSSSS" are not known/u],
  ["yyyy-MM-dd'T", /a quote is not closed/u],
  ['yyyy-MM-dd yyyy', /"yyyy" names a part that is already named/u],
  ['yyyy-MM-dd d', /"d" names a part/u],
  ['yyyy-MM-MMM-dd', /names the month twice/u],
  ['yyyy-MM-dd HH:mm a', /both to 24 and to 12/u],
  ['yyyy-MM-dd HH h', /both to 24 and to 12/u],
  ['yyyy-mm-dd', /does not name a day/u],
  ['yyyy-MM-dd mm', /"mm" needs an hour/u],
  ['yyyy-MM-dd HH:ss', /"ss" needs minutes/u],
  ['yyyy-MM-dd HH:mm.SSS', /"SSS" needs seconds/u],
  ['yyyy-MM-dd a', /"a" needs an hour/u],
  ['yyyy-MM-dd XXX', /offset needs a time/u],
  [`yyyy-MM-dd${' '.repeat(100)}`, /longer than 100/u],
];

describe('a fault in a format', () => {
  for (const [format, fault] of FAULTS) {
    test(`${JSON.stringify(format.trim())}: ${fault.source}`, () => {
      assert.match(dateFormatFault(format) ?? '', fault);
      assert.deepEqual(instantsInFormat('2027-12-31', format), []);
    });
  }
});
