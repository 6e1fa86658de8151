import type { DocumentedEndpoint } from '../document.js';

/** The document of the ckstack profile. */
export const CKSTACK_TOKEN = {
  name: 'ckstack-token',
  family: 'ckstack',
  title: 'ckstack token issuance (signed headers, roles from menus)',
  document: 'ckstack API, token issuance (Korean)',
  defaultPath: '/token',
  // The table of failures is in a page that we do not have.
  resultCodes: [['S000001', 'success; any other code is a failure']],
  successCode: 'S000001',
} as const satisfies DocumentedEndpoint;
