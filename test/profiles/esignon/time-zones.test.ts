import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** Zones that skipped midnights, an hour or a whole day, and the two ends of civil time. */
const ZONES = [
  'UTC',
  'America/Sao_Paulo',
  'Asia/Seoul',
  'Pacific/Apia',
  'Europe/Dublin',
  'Etc/GMT+12',
  'Pacific/Kiritimati',
];

/** Days and hours that some of these zones do not have. */
const VALUES: readonly (readonly [value: string, format?: string])[] = [
  ['2018-11-04'],
  ['2018-11-04 00:00:00'],
  ['2018-11-04T00:30'],
  ['2011-12-30T12:00:00'],
  ['20111230'],
  ['2011-364'],
  ['1988-05-08 02:30:00'],
  ['2027-W13-7T01:30:00'],
  ['20270328013000'],
  ['2027-03-28T01:30:00+01:00'],
  ['1830297598'],
  ['Nov 4, 2018 12:00 AM', 'MMM d, yyyy h:mm a'],
  ['30 dec 2011', 'dd MMM yyyy'],
  ['28.03.2027 01:30:00 +0100', 'dd.MM.yyyy HH:mm:ss Z'],
];

const SCRIPT = `
  const { possibleInstants } = await import(${JSON.stringify(new URL('../../../src/profiles/esignon/expire-date.js', import.meta.url).href)});
  const { asctimeDate, imfFixdate, rfc850Date } = await import(${JSON.stringify(new URL('../../../src/profiles/ckstack/http-date.js', import.meta.url).href)});
  const values = ${JSON.stringify(VALUES)};
  const date = new Date(1541289600000);
  console.log(JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    instants: values.map(([value, format]) => possibleInstants(value, format ?? undefined)),
    dates: [imfFixdate(date), rfc850Date(date), asctimeDate(date)],
  }));
`;

function inZone(zone: string): { zone: string; instants: unknown[][]; dates: string[] } {
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  assert.equal(child.status, 0, child.stderr);
  return JSON.parse(child.stdout);
}

test('dates mean the same in every time zone of the machine', () => {
  const [here, ...others] = ZONES.map(inZone);
  assert.ok(here);
  for (const [at, instants] of here.instants.entries()) assert.equal(instants.length, 1, VALUES[at]?.[0]);
  for (const other of others) {
    assert.deepEqual(other.instants, here.instants, other.zone);
    assert.deepEqual(other.dates, here.dates, other.zone);
  }
  // the variable took effect: otherwise this would compare one zone with itself
  assert.ok(new Set([here, ...others].map(({ zone }) => zone)).size >= 6);
});
