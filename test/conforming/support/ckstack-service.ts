import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { ServiceAnswer } from './esignon-service.js';

/* A second implementation of the ckstack login, after the document and the contract alone. */

interface Person {
  readonly password: string;
  readonly companies: Readonly<Record<string, readonly string[]>>;
}

const PEOPLE: ReadonlyMap<string, Person> = new Map([
  ['root@example.com', { password: 'Velvet-Anchor-19%Peak', companies: { 'Company A': ['ROOT'] } }],
  ['cadmin@example.com', { password: 'Amber:Thicket:64:Loom', companies: { 'Company A': ['cAdmin'] } }],
  ['normal@example.com', { password: 'Silent+Meadow+35+Arch', companies: { 'Company A': ['normal'] } }],
  [
    'guest@example.com',
    {
      password:
        'Crimson_Pebble_82_Isle? and a gate that nobody has opened since the dry summer of the swifts',
      companies: {},
    },
  ],
  [
    'many@example.com',
    {
      password: 'Bright@Canyon@27@Reed',
      companies: { 'Company A': ['Root'], 'Company B': ['Normal', 'Other'], 'Company C': [] },
    },
  ],
]);

export interface CkstackRequest {
  /** Path and query as on the wire. */
  readonly target: string;
  readonly header: (name: string) => string | undefined;
  readonly body: Uint8Array;
}

/** What a POST of JSON is answered. */
export function ckstackService({ target, header, body }: CkstackRequest): ServiceAnswer {
  const tid = tidOf(target);
  const refused = (status: number, code: string, message: string): ServiceAnswer => ({
    status,
    body: { ckError: code, ckMessage: message, ...(tid === undefined ? { ckTid: '' } : { ckTid: tid }) },
  });
  const credentials = read(body);
  if (!credentials) return refused(400, 'E-FORMAT', 'userId and password are needed, in a JSON object');
  const date = header('h-date') ?? '';
  const service = header('ck-service') ?? '';
  const signature = createHmac('sha256', 'willow-granite-secret-2093-Orbit')
    .update(['POST', target, date, service].join('\n'))
    .digest('base64');
  if (header('h-authorization') !== `Open key-1:${signature}`) return refused(403, 'E-SIGN', 'not signed');
  if (service !== 'assay') return refused(403, 'E-SERVICE', 'no such service');
  const age = Date.now() - Date.parse(date);
  if (!/^[A-Z].* (?:GMT|\d{4})$/.test(date) || !(Math.abs(age) < 3_600_000))
    return refused(403, 'E-DATE', 'no date of today');
  const person = PEOPLE.get(credentials.userId);
  const digest = createHash('sha256')
    .update(person?.password ?? '')
    .digest('hex');
  if (!person || digest !== credentials.password) return refused(200, 'E-LOGIN', 'wrong user or password');
  return {
    status: 200,
    body: {
      company: Object.entries(person.companies).map(([name, menus], at) => ({
        id: `c${at}`,
        name,
        groups: menus.map((menu) => ({ id: `g-${menu}`, name: '', menus: [{ name: menu }] })),
      })),
      user: userOf(credentials.userId),
      token: { expireDate: Math.floor(Date.now() / 1000) + 600, token: randomBytes(24).toString('base64') },
      ckMessage: '',
      ckError: 'S000001',
      ...(tid === undefined ? {} : { ckTid: tid }),
    },
  };
}

function userOf(userId: string): Record<string, unknown> {
  const texts = ['name', 'nickname', 'address1', 'address2', 'zipCode', 'emailAddress', 'phoneNumber'];
  const more = ['mobilePhoneNumber', 'faxNumber', 'description'];
  const numbers = ['status', 'lastLoginDate', 'changePasswordDate', 'loginFailCount', 'create', 'update'];
  return {
    id: Buffer.from(userId).toString('hex'),
    userId,
    emailConfirm: false,
    file: {},
    extra: { theme: 'dark' },
    ...Object.fromEntries([...texts, ...more].map((name) => [name, 'x'])),
    ...Object.fromEntries(numbers.map((name) => [name, -1])),
  };
}

function tidOf(target: string): string | undefined {
  const pair = target
    .split('?')[1]
    ?.split('&')
    .find((part) => part.startsWith('tid='));
  if (pair === undefined) return undefined;
  try {
    return decodeURIComponent(pair.slice(4));
  } catch {
    return '';
  }
}

function read(bytes: Uint8Array): { readonly userId: string; readonly password: string } | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const { userId, password } = { ...value } as Record<string, unknown>;
    if (typeof userId !== 'string' || typeof password !== 'string' || !userId || !password) return undefined;
    return { userId, password };
  } catch {
    return undefined;
  }
}
