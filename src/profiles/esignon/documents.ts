import type { DocumentedEndpoint } from '../document.js';

/** Names of the eSignon profiles. */
export type EsignonProfileName = 'esignon-startsimple' | 'esignon-login';

/** `header.response_code` of the operation, in both documents. */
export const RESPONSE_CODE = '1001A';

export const STARTSIMPLE = {
  name: 'esignon-startsimple',
  family: 'esignon',
  title: 'eSignon token issuance, startsimple (1001Q/1001A)',
  document: 'eSignon API, token issuance (Korean)',
  defaultPath: '/api/{company}/startsimple',
  resultCodes: [
    ['00', 'success'],
    ['10', 'failure, without saying of what'],
    ['12', 'the body of the message cannot be parsed'],
    ['99', 'unexpected exception (wrong format)'],
  ],
  successCode: '00',
} as const satisfies DocumentedEndpoint;

export const LOGIN = {
  name: 'esignon-login',
  family: 'esignon',
  title: 'eSignon token issuance, login (1001Q/1001A)',
  document: 'eSignon API, token issuance (Japanese)',
  defaultPath: '/api/{company}/login',
  resultCodes: [
    ['00', 'success'],
    ['10', 'the login information is not right'],
    ['12', 'the body of the message cannot be parsed'],
    ['95', 'the company may not call the API'],
    ['99', 'unexpected exception (wrong format)'],
  ],
  successCode: '00',
} as const satisfies DocumentedEndpoint;

/** The two documents by the name of their profile. */
export const ESIGNON_DOCUMENTS = {
  'esignon-startsimple': STARTSIMPLE,
  'esignon-login': LOGIN,
} as const satisfies Readonly<Record<EsignonProfileName, DocumentedEndpoint>>;
