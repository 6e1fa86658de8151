import type { PactDocument } from '../../../src/pact/pact-document.js';

/** Contracts as other teams write them, in the three versions of the specification. */

const LOGIN = { header: { request_code: '1001Q' } };
const JSON_TYPE = { 'Content-Type': 'application/json' };

function pact(consumer: string, version: string, interactions: readonly unknown[]): PactDocument {
  return {
    consumer: { name: consumer },
    provider: { name: 'token-service' },
    interactions: interactions as PactDocument['interactions'] & {},
    metadata: { pactSpecification: { version } },
  };
}

/** Version 2: one state in words, no values from states. The company is malformed requests' only fixture. */
export const VERSION_2 = pact('web-shop', '2.0.0', [
  {
    description: 'a login without credentials',
    providerState: 'a company may call the API',
    request: { method: 'POST', path: '/api/acme/login', headers: JSON_TYPE, body: LOGIN },
    response: {
      status: 200,
      body: { header: { result_code: '12', result_msg: 'no' } },
      matchingRules: { '$.body.header.result_msg': { match: 'type' } },
    },
  },
]);

/** Version 3: values of our states, by name. */
export const VERSION_3 = pact('mobile-app', '3.0.0', [
  {
    description: 'a login',
    providerStates: [{ name: 'a user belongs to a company', params: { profile: 'esignon-login' } }],
    request: {
      method: 'POST',
      path: '/api/example/login',
      headers: JSON_TYPE,
      body: { ...LOGIN, body: { memb_email: 'e@example.com', memb_pwd: 'example' } },
      generators: {
        path: { type: 'ProviderState', expression: '${path}' },
        body: {
          '$.body.memb_email': { type: 'ProviderState', expression: '${email}' },
          '$.body.memb_pwd': { type: 'ProviderState', expression: 'password' },
        },
      },
    },
    response: {
      status: 200,
      body: { header: { result_code: '00' }, body: { access_token: 'example' } },
      matchingRules: { body: { '$.body.access_token': { matchers: [{ match: 'type' }] } } },
    },
  },
]);

/** Version 4: the signed login, and one that wants a member that the target does not have. */
export const VERSION_4 = pact('back-office', '4.0', [
  signedLogin('a login', { ckError: 'S000001' }),
  signedLogin('a login that returns a nickname', { ckError: 'S000001', nickname: 'Sora' }),
]);

function signedLogin(description: string, content: object): unknown {
  return {
    type: 'Synchronous/HTTP',
    description,
    providerStates: [{ name: 'a ckstack user exists', params: { role: 'general-user' } }],
    request: {
      method: 'POST',
      path: '/token',
      query: { tid: ['example'] },
      headers: {
        ...JSON_TYPE,
        Accept: ['application/json'],
        'Ck-Service': ['example'],
        'H-Date': ['example'],
        'H-Authorization': ['example'],
      },
      body: {
        content: { userId: 'example', password: 'example' },
        contentType: 'application/json',
        encoded: false,
      },
      generators: {
        query: { tid: { type: 'ProviderState', expression: '${tid}' } },
        header: {
          'Ck-Service': { type: 'ProviderState', expression: '${service}' },
          'H-Date': { type: 'ProviderState', expression: '${date}' },
          'H-Authorization': { type: 'ProviderState', expression: 'Open ${apiKey}:${signature}' },
        },
        body: {
          '$.userId': { type: 'ProviderState', expression: '${userId}' },
          '$.password': { type: 'ProviderState', expression: '${password}' },
        },
      },
    },
    response: { status: 200, body: { content, contentType: 'application/json', encoded: false } },
  };
}

/** An interaction that asks for a state by name, of a target that answers any GET by 404. */
export function askingFor(state: string, description = `it needs "${state}"`): PactDocument {
  return pact('reporting', '4.0', [
    {
      type: 'Synchronous/HTTP',
      description,
      providerStates: [{ name: state, params: { of: 'somebody' } }],
      request: { method: 'GET', path: '/nowhere' },
      response: { status: 404 },
    },
  ]);
}

/** A message, which has no request. */
export const A_MESSAGE: PactDocument = {
  ...pact('audit', '3.0.0', []),
  messages: [{ description: 'a login has failed', providerStates: [] }],
};

/** A contract whose generator asks for a value that our state does not give. */
export const WANTING_MORE = pact('archive', '4.0', [
  {
    type: 'Synchronous/HTTP',
    description: 'a login by number',
    providerStates: [{ name: 'a user belongs to a company' }],
    request: {
      method: 'GET',
      path: '/users/1',
      generators: { path: { type: 'ProviderState', expression: '/users/${number}' } },
    },
    response: { status: 200 },
  },
]);
