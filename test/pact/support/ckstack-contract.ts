import './no-tracking.js';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { MatchersV3 } from '@pact-foundation/pact';
import type { V4ResponseBuilder } from '@pact-foundation/pact/src/v4/http/types.js';
import { type CkstackLogin, createCkstackClient } from '../consumer/ckstack-client.js';
import type { ContractWriter } from './contract-writer.js';
import { someText, stateValue, textOtherThan } from './matchers.js';
import { withTransport } from './with-transport.js';

const { arrayContaining, fromProviderState, integer, regex, string } = MatchersV3;

const API_KEY = 'example-key';
const SERVICE = 'example-service';
const USER_ID = 'root@example.com';
const PASSWORD = 'example-password';
const TRANSACTION_ID = 'example-1';
const HTTP_DATE = [
  '^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} ',
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ',
  '\\d{4} \\d{2}:\\d{2}:\\d{2} GMT$',
].join('');

/** One interaction of the ckstack contract. */
export interface CkstackInteraction {
  readonly state: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly description: string;
  readonly status: number;
  readonly answer: unknown;
}

/** Has the client log in against the interaction's mock, and hands out what it makes of the answer. */
export async function logIn(
  { pact }: ContractWriter,
  { state, params = {}, description, status, answer }: CkstackInteraction,
): Promise<CkstackLogin> {
  const login = await pact
    .addInteraction()
    .given(state, params)
    .uponReceiving(description)
    .withRequest('POST', fromProviderState('${path}', '/token'), (request) => {
      request
        .query({ tid: fromProviderState('${tid}', TRANSACTION_ID) })
        .headers({
          Accept: 'application/json',
          'Content-Type': 'application/json',
          'Ck-Service': fromProviderState('${service}', SERVICE),
          'H-Date': stateValue('${date}', HTTP_DATE, 'Thu, 31 Jan 2030 00:00:00 GMT'),
          'H-Authorization': stateValue(
            'Open ${apiKey}:${signature}',
            '^Open [^:]+:.+$',
            `Open ${API_KEY}:example-signature`,
          ),
        })
        .jsonBody({
          userId: fromProviderState('${userId}', USER_ID),
          password: fromProviderState('${password}', '0'.repeat(64)),
        });
    })
    .willRespondWith(status, (response) => {
      if (status !== 200) anyRefusal(response);
      response.jsonBody(answer);
    })
    .executeTest(({ url }) => {
      const sign = (sent: { method: string; path: string; date: string }) =>
        createHmac('sha256', 'example-secret').update(Object.values(sent).join('\n')).digest('base64');
      return withTransport(url, (transport) => {
        const client = createCkstackClient({ transport, apiKey: API_KEY, service: SERVICE, sign });
        return client.logIn(USER_ID, PASSWORD, TRANSACTION_ID);
      });
    });
  assert.ok(login);
  return login;
}

/**
 * The document does not say by which status a login is refused: any that blames the client, or none. The
 * builder has no way to say "or", the rules of a contract do.
 */
function anyRefusal(response: V4ResponseBuilder): void {
  const { interaction } = response as unknown as {
    readonly interaction: { withResponseMatchingRules(rules: string): void };
  };
  const matchers = ['success', 'clientError'].map((status) => ({ match: 'statusCode', status }));
  interaction.withResponseMatchingRules(JSON.stringify({ status: { $: { combine: 'OR', matchers } } }));
}

const TOKEN = { token: someText('example-token'), expireDate: integer(Date.UTC(2030, 0, 31) / 1000) };

export const CKSTACK_INTERACTIONS = {
  success: {
    state: 'a ckstack user exists',
    description: 'a login with right credentials',
    status: 200,
    answer: { ckError: 'S000001', ckMessage: string('success'), token: TOKEN },
  },
  systemAdministrator: {
    state: 'a ckstack user exists',
    params: { role: 'system-administrator' },
    description: 'a login of a system administrator',
    status: 200,
    answer: {
      ckError: 'S000001',
      token: TOKEN,
      company: arrayContaining({
        name: string('Company A'),
        groups: arrayContaining({
          menus: arrayContaining({ name: regex('^[Rr][Oo][Oo][Tt]$', 'Root') }),
        }),
      }),
    },
  },
  unknownUser: {
    state: 'a ckstack user does not exist',
    description: 'a login of a user who does not exist',
    status: 401,
    answer: { ckError: textOtherThan('S000001', 'E000401'), ckMessage: string('no such user') },
  },
} as const satisfies Readonly<Record<string, CkstackInteraction>>;
