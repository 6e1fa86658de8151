import { randomUUID } from 'node:crypto';

/*
 * A second implementation of the eSignon logins, after the documents and the contract alone: nothing of the
 * reference provider is in it. What the two leave open is decided otherwise here.
 */

export type Operation = 'startsimple' | 'login';

export interface ServiceAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface Company {
  readonly mayCall: boolean;
  readonly passwords: ReadonlyMap<string, string>;
}

const COMPANIES: ReadonlyMap<string, Company> = new Map([
  [
    'acme',
    {
      mayCall: true,
      passwords: new Map([
        ['mina@example.com', 'Mossy-Kestrel-41#Tarn'],
        [
          'joon@example.com',
          'Quiet_Harbour.77=Fern? and a boat that nobody has rowed since the long winter of the herons',
        ],
      ]),
    },
  ],
  ['blocked', { mayCall: false, passwords: new Map([['bora@example.com', 'Copper~Lantern~58~Dune']]) }],
]);

const MESSAGES: Readonly<Record<string, string>> = {
  '10': 'Login failed.',
  '12': 'The body of the message could not be parsed.',
  '95': 'This company may not call the API.',
  '99': 'Unexpected exception (wrong format).',
};

/** What a POST of JSON is answered, its body as bytes. */
export function esignonService(operation: Operation, companyId: string, bytes: Uint8Array): ServiceAnswer {
  const request = parsed(bytes);
  if (request === undefined) return refused('12');
  const body = record(request)?.body;
  const header = record(record(request)?.header);
  const credentials = record(body);
  if (!record(request) || !credentials) return refused('12');
  if (header?.request_code !== '1001Q') return refused('12');
  const { memb_email: email, memb_pwd: password } = credentials;
  if (typeof email !== 'string' || typeof password !== 'string' || !email || !password) return refused('12');
  if (operation === 'startsimple') {
    if (!credentials.comp_id || !credentials.client_id) return refused('99');
    if (credentials.comp_id !== companyId || credentials.client_id !== 'client-1') return refused('10');
  }
  const company = COMPANIES.get(companyId);
  if (!company) return refused(operation === 'login' ? '95' : '99');
  if (!company.mayCall) return refused(operation === 'login' ? '95' : '10');
  if (company.passwords.get(email) !== password) return refused('10');
  const expires = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString();
  return {
    status: 200,
    body: {
      body: {
        memb_email: email,
        expire_date: `${expires.slice(0, 10)} ${expires.slice(11, 19)}`,
        device_id: 'web',
        comp_id: companyId,
        access_token: `${randomUUID()}.${randomUUID()}`,
      },
      header: { session_id: randomUUID(), result_msg: 'OK', result_code: '00', response_code: '1001A' },
    },
  };
}

function refused(code: string): ServiceAnswer {
  const header = { response_code: '1001A', result_code: code, result_msg: MESSAGES[code] };
  return { status: code === '10' ? 200 : 400, body: { header } };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
