import './no-tracking.js';
import assert from 'node:assert/strict';
import { MatchersV3 } from '@pact-foundation/pact';
import type { V4RequestBuilder } from '@pact-foundation/pact/src/v4/http/types.js';
import {
  createEsignonClient,
  type EsignonClientOptions,
  type EsignonLogin,
} from '../consumer/esignon-client.js';
import type { ContractWriter } from './contract-writer.js';
import { someText, stateValue } from './matchers.js';
import { withTransport } from './with-transport.js';

type Operation = EsignonClientOptions['operation'];

const { fromProviderState, matchStatus } = MatchersV3;

const COMPANY = 'acme';
const EMAIL = 'mina@example.com';
const PASSWORD = 'example-password';
const CLIENT_ID = 'example-client';
const E_MAIL = '^[^@]+@[^@]+$';

/** One interaction of an eSignon contract. */
export interface EsignonInteraction {
  readonly state: string;
  readonly description: string;
  readonly asked: 'login' | 'no-credentials' | 'nothing';
  readonly answered: { readonly code: string; readonly message: string; readonly success?: boolean };
}

/** Has the client log in against the interaction's mock, and hands out what it makes of the answer. */
export async function logIn(
  { pact }: ContractWriter,
  operation: Operation,
  { state, description, asked, answered }: EsignonInteraction,
): Promise<EsignonLogin> {
  const path = fromProviderState('${path}', `/api/${COMPANY}/${operation}`);
  const status = answered.success ? 200 : matchStatus(200, [200, 400]);
  const login = await pact
    .addInteraction()
    .given(state, { profile: `esignon-${operation}` })
    .uponReceiving(description)
    .withRequest('POST', path, (request) => writeRequest(request, operation, asked))
    .willRespondWith(status, (answer) => {
      answer.jsonBody({
        header: { result_code: answered.code, result_msg: someText(answered.message) },
        ...(answered.success
          ? {
              body: {
                access_token: someText('example-token'),
                expire_date: someText('2030-01-31T00:00:00Z'),
              },
            }
          : {}),
      });
    })
    .executeTest(({ url }) =>
      withTransport(url, (transport) => {
        const write = WRITERS[asked];
        const client = createEsignonClient({
          transport,
          operation,
          company: COMPANY,
          clientId: CLIENT_ID,
          write,
        });
        return client.logIn(EMAIL, PASSWORD);
      }),
    );
  assert.ok(login);
  return login;
}

/** How the client writes its envelope: well, or as broken clients in the field do. */
const WRITERS: Readonly<Record<EsignonInteraction['asked'], NonNullable<EsignonClientOptions['write']>>> = {
  login: (envelope) => JSON.stringify(envelope),
  'no-credentials': ({ header }) => JSON.stringify({ header }),
  nothing: () => '',
};

function writeRequest(
  request: V4RequestBuilder,
  operation: Operation,
  asked: EsignonInteraction['asked'],
): void {
  const isStartsimple = operation === 'startsimple';
  request.headers({
    'Content-Type': 'application/json',
    ...(isStartsimple ? { 'User-Agent': 'esignonapi' } : {}),
  });
  if (asked === 'nothing') return;
  const header = {
    request_code: '1001Q',
    ...(isStartsimple ? { request_msg: someText('login'), session_id: MatchersV3.string('') } : {}),
  };
  const credentials = {
    memb_email: stateValue('${email}', E_MAIL, EMAIL),
    memb_pwd: fromProviderState('${password}', PASSWORD),
  };
  const body = isStartsimple
    ? {
        comp_id: fromProviderState('${company}', COMPANY),
        ...credentials,
        client_id: fromProviderState('${clientId}', CLIENT_ID),
      }
    : credentials;
  request.jsonBody(asked === 'login' ? { header, body } : { header });
}

const MALFORMED = { code: '12', message: 'malformed' };

/** The interactions of both contracts; a company is blocked in that of `login` only. */
export const ESIGNON_INTERACTIONS = {
  success: {
    state: 'a user belongs to a company',
    description: 'a login with right credentials',
    asked: 'login',
    answered: { code: '00', message: 'welcome', success: true },
  },
  unknownEmail: {
    state: 'nobody in a company has the e-mail address',
    description: 'a login with an e-mail that nobody has',
    asked: 'login',
    answered: { code: '10', message: 'wrong credentials' },
  },
  lostEnvelope: {
    state: 'a company may call the API',
    description: 'a login whose envelope was lost',
    asked: 'nothing',
    answered: MALFORMED,
  },
  lostCredentials: {
    state: 'a company may call the API',
    description: 'a login whose credentials were lost',
    asked: 'no-credentials',
    answered: MALFORMED,
  },
  blockedCompany: {
    state: 'a company may not call the API',
    description: 'a login to a company that may not call the API',
    asked: 'login',
    answered: { code: '95', message: 'blocked' },
  },
} as const satisfies Readonly<Record<string, EsignonInteraction>>;
