import { createHash, createHmac } from 'node:crypto';
import type { DirectRequest } from './direct-request.js';
import type { Step } from './esignon-battery.js';
import { ODD_VALUES, RESPELT, SPOILT } from './json-texts.js';

import { LANGUAGES, nearTexts } from './near-texts.js';
import { MULTIPART, multipartOf, overridden, unusual } from './other-requests.js';

type Json = any;

const USERS: Readonly<Record<string, string>> = {
  'root@example.com': 'Velvet-Anchor-19%Peak',
  'cadmin@example.com': 'Amber:Thicket:64:Loom',
  'normal@example.com': 'Silent+Meadow+35+Arch',
  'guest@example.com':
    'Crimson_Pebble_82_Isle? and a gate that nobody has opened since the dry summer of the swifts',
  'many@example.com': 'Bright@Canyon@27@Reed',
};
const ROOT = 'root@example.com';
const PASSWORD = 'Velvet-Anchor-19%Peak';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Wire {
  readonly method?: string;
  readonly path?: string;
  readonly date?: string | null;
  readonly service?: string | null;
  readonly type?: string;
  /** Signed otherwise than it should be. */
  readonly signed?: { readonly method?: string; readonly key?: string };
  readonly authorization?: (right: string) => string | null;
}

/**
 * Direct requests to the ckstack endpoint.
 * @param now the clock of the provider that gets them
 */
export function ckstackBattery(now: Date): readonly Step[] {
  const send = (body: Json, wire: Wire = {}): DirectRequest => {
    const { method = 'POST', path = '/token?tid=t-1', type = 'application/json' } = wire;
    const { date = now.toUTCString(), service = 'assay', authorization = (right) => `Open ${right}` } = wire;
    const { signed = {} } = wire;
    const message = [signed.method ?? method, path, date ?? '', service ?? ''].join('\n');
    const signature = createHmac('sha256', signed.key ?? 'willow-granite-secret-2093-Orbit')
      .update(message)
      .digest('base64');
    const value = authorization(`key-1:${signature}`);
    const headers = {
      'content-type': type,
      ...(date === null ? {} : { 'h-date': date }),
      ...(service === null ? {} : { 'ck-service': service }),
      ...(value === null ? {} : { 'h-authorization': value }),
    };
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    return { method, path, headers, body: text };
  };
  const login = (userId = ROOT, password = sha256(USERS[userId] ?? PASSWORD)): Json => ({ userId, password });
  const right = sha256(PASSWORD);
  const json = JSON.stringify(login());
  const form = new URLSearchParams(login()).toString();
  const good = send(login());
  const unserved = send(login(), { service: '' });
  const valued = (member: string, value: string) =>
    send(JSON.stringify({ ...login(), [member]: 'VALUE' }).replace('"VALUE"', () => value));
  const tids = [
    '0071',
    'a%26b%23c%22d%5C%3Ce',
    'Mix%25C3%25A9d',
    '%EA%B1%B0%EB%9E%98-%F0%9F%98%80',
    'Ab'.repeat(128),
    ...['1e3', 'undefined', 'NaN', '2026-03-01', '0123456789abcdef'.repeat(2)],
    ...['12345678901234567891', '0', 'true', 'null', '%7B%22a%22%3A1%7D', '%5B1%5D', 'a%20%20b%2F%2Fc'],
  ];
  const minute = new Date(now.getTime() - 60_000).toUTCString();
  const day = new Date(now.getTime() - 25 * 3_600_000).toUTCString();
  const [, weekday = '', rest = ''] = /^(\w+), (.*)$/.exec(now.toUTCString()) ?? [];
  const [date = '', month = '', year = '', time = ''] = rest.split(' ');
  const asctime = `${weekday} ${month} ${date.replace(/^0/, ' ')} ${time} ${year}`;
  const rfc850 = `${DAYS[now.getUTCDay()]}, ${date}-${month}-${year.slice(2)} ${time} GMT`;

  const requests: DirectRequest[] = [
    ...Object.keys(USERS).map((userId) => send(login(userId))),
    send(login(), { path: '/token' }),
    send(login(ROOT, sha256('wrong')), { path: '/token' }),
    ...tids.flatMap((tid) => [
      send(login(), { path: `/token?tid=${tid}` }),
      send(login(ROOT, sha256('wrong')), { path: `/token?tid=${tid}` }),
    ]),
    ...wrongHashes(right).flatMap((hash) => [send(login(ROOT, hash)), good]),
    ...Object.keys(USERS).map((userId) => send(login(userId, sha256('wrong')))),
    ...Object.entries(USERS).map(([userId, password]) => send(login(userId, password))),
    ...['nobody@example.com', `${ROOT}.x`, 'roo_@example.com', 'no😀@example.com', 'nobody\\'].map((userId) =>
      send(login(userId, right)),
    ),
    ...LANGUAGES.map((text) => send(login(text, right))),
    ...LANGUAGES.map((text) => send(login(), { path: `/token?tid=${encodeURIComponent(text)}` })),
    send(json.replace('{', `{${' '.repeat(3000)}`)),
    ...nearTexts(ROOT).map((userId) => send(login(userId, right))),
    ...[300, 4000].map((length) => send(login('n'.repeat(length), right))),
    send(login(ROOT, `${right.slice(0, -1)}😀`)),
    send('hello', { path: '/token' }),
    send(login(), { path: '/token', authorization: (pair) => `Open ${pair.replace(':', ':0')}` }),
    ...['0', 'false', '-1', '1.5'].flatMap((value) => [valued('userId', value), valued('password', value)]),
    send({ user_id: ROOT, password: right }),
    send({ userId: ROOT, pwd: right }),
    send({ userId: ROOT }, { path: `/token?tid=t-1&password=${right}` }),
    send({ password: right }, { path: `/token?tid=t-1&userId=${ROOT}` }),
    send(login(), { authorization: () => 'Open key-1' }),
    send(login(), { authorization: (pair) => `Open ${pair.replace('key-1', '')}` }),
    { ...unserved, headers: { ...unserved.headers, 'ck-service': 'assay' } },
    ...['', 'ASSAY', 'assa'].map((service) => send(login(), { service })),
    send(login(), { date: new Date(now.getTime() + 9 * 3_600_000).toUTCString().replace('GMT', '+0900') }),
    ...SPOILT.map((spoil) => send(spoil(json))),
    ...RESPELT.map((respell) => send(respell(json))),
    send(json.replace(/("password":"[^"]*")/, '"password":"first",$1')),
    ...['null', '[]', '7', 'true', '"text"', `[${json}]`, JSON.stringify(json)].map((text) => send(text)),
    send({ ...login(), version: '1.0' }),
    ...unusual(good),
    send(login(), { path: '/token?tid=t-1&note=%zz' }),
    send(login(), { path: '/token?lang=ko&tid=t-1' }),
    send(json.replace(/}$/, ',"note":"\\ud83d\\ude00"}')),
    send({ userId: ROOT }),
    send({ password: right }),
    ...ODD_VALUES(right).map((value) => valued('password', value)),
    ...ODD_VALUES(ROOT).map((value) => valued('userId', value)),
    good,
    send(login(), { authorization: () => null }),
    send(login(), { signed: { method: 'GET' } }),
    send(login(), { signed: { key: '' } }),
    send(login(), { authorization: (pair) => `Basic ${pair}` }),
    send(login(), { authorization: (pair) => pair }),
    send(login(), { authorization: (pair) => `Bearer ${pair}` }),
    send(new URLSearchParams(login()).toString()),
    { ...send(login(), { path: '/token' }), path: '/token?tid=t-1' },
    {
      ...send(login(), { date: '' }),
      headers: { ...send(login(), { date: '' }).headers, 'h-date': now.toUTCString() },
    },
    send(login(), { service: 'assayx' }),
    send(login(), { date: String(now.getTime() / 1000) }),
    send(login(), { date: new Date(now.getTime() + 25 * 3_600_000).toUTCString() }),
    send(login(), { authorization: (pair) => `Open ${pair.replace('key-1', 'key-2')}` }),
    send(login(), { authorization: () => 'Open key-1:' }),
    send(login(), { authorization: (pair) => `Open ${pair.slice(0, -3)}xy=` }),
    send(login(), { authorization: (pair) => `Open ${pair.slice(0, 20)}` }),
    send(login(), { authorization: (pair) => `Open ${swappedCase(pair)}` }),
    { ...good, path: '/token?tid=t-qqqqqqqq-2' },
    { ...send(login(), { path: '/token?tid=other-qqqqqqqq' }), path: '/token?tid=t-qqqqqqqq-2' },
    { ...good, headers: { ...good.headers, 'h-date': minute } },
    {
      ...send(login(), { date: minute }),
      headers: { ...send(login(), { date: minute }).headers, 'h-date': now.toUTCString() },
    },
    ...[null, 'yesterday', now.toISOString(), day, rfc850, asctime].map((value) =>
      send(login(), { date: value }),
    ),
    ...[null, 'unknown'].map((service) => send(login(), { service })),
    ...['PUT', 'PATCH', 'DELETE', 'QUERY', 'SEARCH', 'PROPFIND', 'LOCK'].map((method) =>
      send(login(), { method }),
    ),
    ...['GET', 'SEARCH', 'QUERY', 'PUT'].flatMap((method) => overridden(send(login(), { method }), form)),
    ...overridden({ ...send(login()), method: 'SEARCH' }, form),
    {
      ...send(login(), { method: 'GET', path: '/token?tid=t-1&_method=POST' }),
      path: '/token?tid=t-1&_method=POST',
    },
    { ...send(multipartOf(new URLSearchParams(form)), { type: MULTIPART }) },
    send(form, { type: 'application/x-www-form-urlencoded' }),
    { ...send(login(), { method: 'GET', path: `/token?userId=${ROOT}&password=${right}` }), body: null },
    send(login(), { type: 'application/json; charset=utf-8' }),
    send(login(), { type: 'text/plain' }),
    ...Array.from({ length: 12 }, () => good),
    ...Array.from({ length: 12 }, () => send(login(ROOT, sha256('wrong')))),
    good,
  ];
  const together = Array.from({ length: 16 }, (_, at) =>
    send(login(Object.keys(USERS)[at % 5]), { path: `/token?tid=at-once-${at}` }),
  );
  const [first, second, ...others] = requests.map((request): Step => [request]);
  return [first ?? [], second ?? [], together, ...others];
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function wrongHashes(right: string): readonly string[] {
  return [
    sha256('wrong'),
    sha256('VELVET-ANCHOR-19%PEAK'),
    sha256('Velvet-Anchor-19%Pea7'),
    `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`,
    sha256('Amber:Thicket:64:Loom'),
    `${right.slice(0, 56)}0000${right.slice(60)}`,
    `${right.slice(0, 32)}${'0'.repeat(32)}`,
    `${'0'.repeat(32)}${right.slice(32)}`,
    `${right[1]}${right[0]}${right.slice(2)}`,
    [...right].reverse().join(''),
    sha256(''),
    sha256(right),
  ];
}

function swappedCase(pair: string): string {
  const [key = '', signature = ''] = pair.split(':');
  const swapped = [...signature].map((one) =>
    one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
  );
  return `${key}:${swapped.join('')}`;
}
