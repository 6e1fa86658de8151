import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { createServer } from '../../src/provider/server.js';
import { assertCkstackRefusal, assertSound } from './support/answers.js';
import { postToken, ROOT, signedHeaders, type TokenRequest, tokenDocument } from './support/requests.js';

const RIGHT = tokenDocument(ROOT.userId, ROOT.password);
const sha256 = (text: string) => createHash('sha256').update(text);

const WRONG_CREDENTIALS: Readonly<Record<string, object>> = {
  'the hash of another password': tokenDocument(ROOT.userId, 'Nothing-Like-It-00'),
  "another user's hash": tokenDocument(ROOT.userId, 'Silent+Meadow+35+Arch'),
  'the plain password': { ...RIGHT, password: ROOT.password },
  'the hash in upper case': { ...RIGHT, password: RIGHT.password.toUpperCase() },
  'the hash in base64': { ...RIGHT, password: sha256(ROOT.password).digest('base64') },
  'the hash of the hash': { ...RIGHT, password: sha256(RIGHT.password).digest('hex') },
  'the hash cut short': { ...RIGHT, password: RIGHT.password.slice(0, -1) },
  'the hash with a space': { ...RIGHT, password: `${RIGHT.password} ` },
  'the hash of nothing': { ...RIGHT, password: sha256('').digest('hex') },
  'a user nobody knows': { ...RIGHT, userId: 'nobody@example.com' },
  'the user in upper case': { ...RIGHT, userId: ROOT.userId.toUpperCase() },
  'an injection': { ...RIGHT, userId: "' OR '1'='1" },
  'the user __proto__': { ...RIGHT, userId: '__proto__' },
  '64 KiB': { ...RIGHT, password: 'a'.repeat(65_536) },
};

const MALFORMED: Readonly<Record<string, string | Buffer>> = {
  empty: '',
  truncated: JSON.stringify(RIGHT).slice(0, -1),
  'a trailing comma': `${JSON.stringify(RIGHT).slice(0, -1)},}`,
  'no UTF-8': Buffer.from([0x7b, 0xff, 0x7d]),
  'an array': JSON.stringify([RIGHT]),
  null: 'null',
  'a string': JSON.stringify(JSON.stringify(RIGHT)),
  deep: '['.repeat(100_000),
};

describe('ckstack-token: refused logins', () => {
  const app = createServer();
  const url = '/token?tid=t-1';

  for (const [name, document] of Object.entries(WRONG_CREDENTIALS)) {
    test(`${name} is refused, with the tid (CK-12, CK-13, CK-15, CK-26)`, async () => {
      assertCkstackRefusal(await postToken(app, { url, document }), 'E000401', 't-1');
    });
  }

  test('a wrong password and an unknown user are answered by the same bytes (CK-14)', async () => {
    const wrong = await postToken(app, { url, document: tokenDocument(ROOT.userId, 'wrong') });
    const unknown = await postToken(app, { url, document: tokenDocument('no@example.com', 'x') });
    assert.equal(wrong.text, unknown.text);
    assert.equal(wrong.status, unknown.status);
  });

  for (const member of ['userId', 'password']) {
    for (const value of [undefined, null, '', 0, 7, true, [], {}, [ROOT.userId], { $ne: null }]) {
      test(`${member} ${JSON.stringify(value) ?? 'missing'} is refused (CK-16, CK-26)`, async () => {
        const document = { ...RIGHT, [member]: value };
        assertCkstackRefusal(await postToken(app, { url, document }), 'E000411', 't-1');
      });
    }
  }

  for (const [name, document] of Object.entries(MALFORMED)) {
    test(`a body that is ${name} is refused (CK-17)`, async () => {
      assertCkstackRefusal(await postToken(app, { url, document }), 'E000410', 't-1');
    });
  }

  test('no refusal repeats the password or its hash (CK-11)', async () => {
    const answer = await postToken(app, { document: { ...RIGHT, password: ROOT.password } });
    assertSound(answer, [ROOT.password, RIGHT.password]);
  });

  test('a 401 names its scheme', async () => {
    const answer = await postToken(app, { document: tokenDocument(ROOT.userId, 'wrong') });
    assert.deepEqual([answer.status, answer.headers['www-authenticate']], [401, 'Open']);
  });
});

const rightHeaders = signedHeaders('/token?tid=t');
const signature = String(rightHeaders['h-authorization']).replace('Open key-1:', '');
const day = 86_400_000;

const BAD_HEADERS: readonly { name: string; code: string; request: TokenRequest }[] = [
  { name: 'no H-Authorization', code: 'E000420', request: { headers: { 'h-authorization': undefined } } },
  { name: 'an empty one', code: 'E000420', request: { headers: { 'h-authorization': '' } } },
  {
    name: 'the scheme Basic',
    code: 'E000420',
    request: {
      date: rightHeaders['h-date'] ?? '',
      headers: { 'h-authorization': `Basic key-1:${signature}` },
    },
  },
  {
    name: 'a scheme that only ends like Open',
    code: 'E000420',
    request: {
      date: rightHeaders['h-date'] ?? '',
      headers: { 'h-authorization': `ReOpen key-1:${signature}` },
    },
  },
  { name: 'no key', code: 'E000420', request: { headers: { 'h-authorization': `Open ${signature}` } } },
  { name: 'no signature', code: 'E000420', request: { headers: { 'h-authorization': 'Open key-1:' } } },
  { name: 'an unknown key', code: 'E000420', request: { apiKey: 'key-2' } },
  { name: 'a longer key', code: 'E000420', request: { apiKey: 'key-11' } },
  { name: 'the signature of another secret', code: 'E000420', request: { secret: 'another-secret' } },
  {
    name: 'a signature cut short',
    code: 'E000420',
    request: {
      date: rightHeaders['h-date'] ?? '',
      headers: { 'h-authorization': `Open key-1:${signature.slice(0, 16)}` },
    },
  },
  { name: 'no H-Date', code: 'E000421', request: { headers: { 'h-date': undefined } } },
  { name: 'no HTTP-date', code: 'E000421', request: { date: new Date().toISOString() } },
  { name: 'an epoch', code: 'E000421', request: { date: String(Date.now()) } },
  { name: 'a date a day old', code: 'E000421', request: { date: new Date(Date.now() - day).toUTCString() } },
  {
    name: 'a date a day ahead',
    code: 'E000421',
    request: { date: new Date(Date.now() + day).toUTCString() },
  },
  {
    name: 'another zone',
    code: 'E000421',
    request: { date: new Date().toUTCString().replace('GMT', 'KST') },
  },
  { name: 'no Ck-Service', code: 'E000422', request: { headers: { 'ck-service': undefined } } },
  { name: 'an unknown service', code: 'E000422', request: { headers: { 'ck-service': 'other' } } },
  { name: 'the service in upper case', code: 'E000422', request: { headers: { 'ck-service': 'ASSAY' } } },
];

describe('ckstack-token: signed headers', () => {
  const app = createServer();

  for (const { name, code, request } of BAD_HEADERS) {
    test(`${name} is refused (CK-19 to CK-21)`, async () => {
      assertCkstackRefusal(await postToken(app, { url: '/token?tid=t', ...request }), code, 't');
    });
  }

  test('the signature covers method, path with query, date and service', async () => {
    const headers = signedHeaders('/token?tid=a');
    const elsewhere = [
      ['/token', undefined],
      ['/token?tid=b', 'b'],
      ['/token?tid=%61', 'a'],
    ] as const;
    for (const [url, tid] of elsewhere) {
      assertCkstackRefusal(await postToken(app, { url, headers }), 'E000420', tid);
    }
    const good = await postToken(app, { url: '/token?tid=a', headers });
    assert.equal(good.json().ckError, 'S000001');
  });

  test('the case of the scheme and of header names changes nothing (CK-24)', async () => {
    const headers = Object.fromEntries(
      Object.entries(signedHeaders('/token')).map(([name, value]) => [
        name.toUpperCase(),
        value.replace(/^Open/, 'oPEN'),
      ]),
    );
    const answer = await postToken(app, { headers: { ...noHeaders(), ...headers } });
    assert.equal(answer.json().ckError, 'S000001');
  });

  test('unknown members and a charset are accepted (CK-25)', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const answer = await postToken(app, { headers, document: { ...RIGHT, remember: true, extra: [{}] } });
    assert.equal(answer.json().ckError, 'S000001');
  });

  test('members in another order, escaped and spaced are the same request (CK-24, CK-30)', async () => {
    const document = ` { "password" : "${RIGHT.password}" ,\n "user\\u0049d" : "${ROOT.userId.replace('@', '\\u0040')}" } `;
    assert.equal((await postToken(app, { document })).json().ckError, 'S000001');
  });

  test('the three forms of an HTTP-date are accepted, within the tolerance (CK-20)', async () => {
    const now = new Date('2026-11-06T08:49:37Z');
    const exact = createServer({ now: () => now, dateToleranceMs: 1000 });
    const accepted = [
      'Fri, 06 Nov 2026 08:49:37 GMT',
      'Friday, 06-Nov-26 08:49:38 GMT',
      'Fri Nov  6 08:49:36 2026',
    ];
    for (const date of accepted) {
      assert.equal((await postToken(exact, { date })).json().ckError, 'S000001', date);
    }
    assertCkstackRefusal(await postToken(exact, { date: 'Fri, 06 Nov 2026 08:49:39 GMT' }), 'E000421');
    assertCkstackRefusal(await postToken(exact, { date: 'Fri, 06 Nov 2026 08:49:35 GMT' }), 'E000421');
  });
});

/** Takes away the headers that a request has by itself. */
function noHeaders(): Record<string, undefined> {
  return Object.fromEntries(Object.keys(signedHeaders('/token')).map((name) => [name, undefined]));
}
