import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { asctimeDate, imfFixdate, rfc850Date } from '../../../../src/profiles/ckstack/http-date.js';
import {
  type CkstackTruth,
  ckstackExpectation,
} from '../../../../src/profiles/ckstack/oracle/expectation.js';
import type { Expectation } from '../../../../src/profiles/login/oracle/expectation.js';

const PASSWORD = 'Velvet-Anchor-19%Peak';
const NOW = new Date('2026-05-06T07:08:09.500Z');
const SIGNATURE = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7)).toString('base64');
const hash = (text: string, name = 'sha256') => createHash(name).update(text).digest('hex');
const DIGEST = hash(PASSWORD);

const TRUTH: CkstackTruth = {
  userId: 'root@example.com',
  password: PASSWORD,
  passwordEncoding: 'hex',
  apiKey: 'key-1',
  signature: SIGNATURE,
  service: 'assay',
  now: NOW,
};

interface Sent {
  readonly body?: string;
  readonly tid?: string;
  readonly authorization?: string | null;
  readonly date?: string | null;
  readonly service?: string | null;
}

function expectationOf(sent: Sent, truth = TRUTH): Expectation {
  const headers: [string, string | null | undefined][] = [
    ['Content-Type', 'application/json'],
    ['H-Date', sent.date === undefined ? imfFixdate(NOW) : sent.date],
    ['Ck-Service', sent.service === undefined ? 'assay' : sent.service],
    ['H-AUTHORIZATION', sent.authorization === undefined ? `Open key-1:${SIGNATURE}` : sent.authorization],
  ];
  return ckstackExpectation(
    {
      path: `/token${sent.tid === undefined ? '' : `?tid=${sent.tid}`}`,
      headers: headers.flatMap(([name, value]) => (value == null ? [] : [[name, value] as const])),
      body: Buffer.from(sent.body ?? login({})),
    },
    truth,
  );
}

function login(changes: Record<string, unknown>): string {
  return JSON.stringify({ userId: 'root@example.com', password: DIGEST, ...changes });
}

const password = (value: unknown): Sent => ({ body: login({ password: value }) });
const changedAt = (at: number) =>
  `${SIGNATURE.slice(0, at)}${SIGNATURE[at] === 'Z' ? 'Y' : 'Z'}${SIGNATURE.slice(at + 1)}`;
const authorization = (value: string | null): Sent => ({ authorization: value });
const date = (value: string | null): Sent => ({ date: value });
const hours = (count: number) => imfFixdate(new Date(NOW.getTime() + count * 3_600_000));

type Row = readonly [what: string, sent: Sent, accept: Expectation['accept'], faults: string, open?: string];

const ROWS: readonly Row[] = [
  ['the plain login', {}, 'must', ''],
  ['with a tid', { tid: '%EA%B1%B0%EB%9E%98-1' }, 'must', ''],
  ['with an odd tid', { tid: '%00' }, 'may', '', 'form of the tid'],
  ['no JSON', { body: '{' }, 'never', 'not-json'],
  ['a comma behind the last member', { body: login({}).replace('}', ',}') }, 'may', 'trailing-commas'],
  ['a comment', { body: `/**/${login({})}` }, 'may', 'not-quite-json'],
  [
    'a wrong name and a comment',
    { body: `/**/${login({ userId: 'nobody@example.com' })}` },
    'never',
    'not-quite-json unknown-user',
  ],
  ['a name in another case', { body: login({}).replace('userId', 'UserID') }, 'may', 'credential-missing'],
  ['an array', { body: `[${login({})}]` }, 'never', 'top-level-not-object'],
  ['no password', { body: '{"userId":"root@example.com"}' }, 'never', 'credential-missing'],
  ['an empty user id', { body: login({ userId: '' }) }, 'never', 'credential-missing'],
  ['both missing', { body: '{}' }, 'never', 'credential-missing'],
  ['an operator', password({ $ne: null }), 'never', 'attack'],
  ['the digest in an array', password([DIGEST]), 'never', 'attack'],
  ['the digest and a NUL', password(`${DIGEST}\0`), 'never', 'attack'],
  ['the digest of another password', password(hash('another one')), 'never', 'wrong-password'],
  ['a prefix of the digest', password(DIGEST.slice(0, 8)), 'never', 'wrong-password', 'odd credentials'],
  ['the digest and more', password(`${DIGEST}7`), 'never', 'wrong-password', 'odd credentials'],
  ['its SHA-1', password(hash(PASSWORD, 'sha1')), 'never', 'wrong-password', 'odd credentials'],
  ['its digest twice over', password(hash(DIGEST)), 'never', 'wrong-password'],
  ['the password itself', password(PASSWORD), 'never', 'plain-password'],
  ['the digest in capitals', password(DIGEST.toUpperCase()), 'may', '', 'form of the digest'],
  [
    'the digest in base64',
    password(Buffer.from(DIGEST, 'hex').toString('base64')),
    'may',
    '',
    'form of the digest',
  ],
  ['the digest before a blank', password(`${DIGEST} `), 'may', '', 'form of the digest'],
  ['an unknown user', { body: login({ userId: 'nobody@example.com' }) }, 'never', 'unknown-user'],
  [
    'the user id in capitals',
    { body: login({ userId: 'ROOT@example.com' }) },
    'may',
    '',
    'form of the user name',
  ],
  [
    'the user id before 8 KiB of blanks',
    { body: login({ userId: `root@example.com${' '.repeat(8_192)}` }) },
    'may',
    '',
    'size, form of the user name',
  ],
  [
    'the user id, 8 KiB of blanks and more',
    { body: login({ userId: `root@example.com${' '.repeat(8_192)}x` }) },
    'never',
    'attack',
    'size',
  ],
  ['an unknown member', { body: login({ x: 1 }) }, 'should', '', 'unknown members'],
  ['no H-Authorization', authorization(null), 'never', 'authorization-wrong'],
  ['another scheme', authorization(`Basic key-1:${SIGNATURE}`), 'never', 'authorization-wrong'],
  ['no scheme', authorization(`key-1:${SIGNATURE}`), 'may', '', 'form of the authorization'],
  [
    'a scheme that begins like it',
    authorization(`Opened key-1:${SIGNATURE}`),
    'never',
    'authorization-wrong',
  ],
  ['another key', authorization(`Open key-2:${SIGNATURE}`), 'never', 'authorization-wrong'],
  ['the key and more', authorization(`Open key-10:${SIGNATURE}`), 'never', 'authorization-wrong'],
  ['another first character', authorization(`Open key-1:${changedAt(0)}`), 'never', 'authorization-wrong'],
  [
    'another character behind the 16th',
    authorization(`Open key-1:${changedAt(20)}`),
    'never',
    'authorization-wrong',
  ],
  ['half a signature', authorization(`Open key-1:${SIGNATURE.slice(0, 22)}`), 'never', 'authorization-wrong'],
  ['no signature', authorization('Open key-1:'), 'never', 'authorization-wrong'],
  [
    'the scheme in small letters',
    authorization(`open key-1:${SIGNATURE}`),
    'may',
    '',
    'form of the authorization',
  ],
  ['two blanks', authorization(`Open  key-1:${SIGNATURE}`), 'may', '', 'form of the authorization'],
  [
    'the signature without padding',
    authorization(`Open key-1:${SIGNATURE.replace('=', '')}`),
    'may',
    '',
    'form of the authorization',
  ],
  ['H-Date in the form of RFC 850', date(rfc850Date(NOW)), 'may', '', 'form of the date'],
  ['H-Date in the form of asctime', date(asctimeDate(NOW)), 'may', '', 'form of the date'],
  ['H-Date an hour off', date(hours(-1)), 'may', '', 'form of the date'],
  ['H-Date a day ahead', date(hours(25)), 'may', '', 'form of the date'],
  ['H-Date a day old', date(hours(-25)), 'may', 'date-wrong'],
  ['H-Date in another zone', date(imfFixdate(NOW).replace('GMT', '+0900')), 'may', 'date-wrong'],
  ['H-Date on a day that is none', date('Fri, 31 Feb 2026 08:00:00 GMT'), 'may', 'date-wrong'],
  ['no H-Date', date(null), 'may', 'date-wrong'],
  ['no Ck-Service', { service: null }, 'may', 'service-wrong'],
  ['another Ck-Service', { service: 'other' }, 'may', 'service-wrong'],
  [
    'no JSON and another key',
    { body: '', ...authorization('Open x:y') },
    'never',
    'not-json credential-missing authorization-wrong',
  ],
];

describe('what the contract allows for a request to ckstack-token', () => {
  for (const [what, sent, accept, faults, open = ''] of ROWS) {
    test(`${what}: ${accept}`, () => {
      const expectation = expectationOf(sent);
      assert.deepEqual(
        [expectation.accept, expectation.faults.join(' '), expectation.open.join(', ')],
        [accept, faults, open],
      );
      assert.equal(expectation.codes, null);
    });
  }

  test('digests in base64 where the fixtures say so', () => {
    const truth: CkstackTruth = { ...TRUTH, passwordEncoding: 'base64' };
    const base64 = Buffer.from(DIGEST, 'hex').toString('base64');
    assert.equal(expectationOf(password(base64), truth).accept, 'must');
    assert.equal(expectationOf(password(DIGEST), truth).accept, 'may');
    assert.equal(expectationOf(password(hash('x')), truth).accept, 'never');
  });

  test('a signature in hexadecimal, or none of either kind', () => {
    const hex = { ...TRUTH, signature: 'abcdef01' };
    assert.equal(expectationOf(authorization('Open key-1:ABCDEF01'), hex).accept, 'may');
    assert.equal(expectationOf(authorization('Open key-1:abcdef02'), hex).accept, 'never');
    const fixed = { ...TRUTH, signature: 'one fixed signature' };
    assert.equal(expectationOf(authorization('Open key-1:one fixed signature'), fixed).accept, 'must');
    assert.equal(expectationOf(authorization('Open key-1:onefixedsignature'), fixed).accept, 'never');
  });
});
