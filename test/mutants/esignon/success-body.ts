import { bothProfiles, type EsignonDefect, success, successBody } from '../support/esignon.js';

/** ES-04 to ES-07: what the body of a success holds. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'token-empty',
    clause: 'ES-04',
    wrong: 'access_token is empty.',
    stages: successBody(() => ({ access_token: '' })),
  },
  {
    id: 'token-number',
    clause: 'ES-04',
    wrong: 'access_token is a number.',
    stages: successBody((body) => ({ access_token: Number.parseInt(body.access_token.slice(0, 10), 16) })),
  },
  {
    id: 'token-in-object',
    clause: 'ES-04',
    wrong: 'access_token is an object that holds the token.',
    stages: successBody((body) => ({ access_token: { value: body.access_token, type: 'bearer' } })),
  },
  {
    id: 'token-in-camel-case',
    clause: 'ES-04',
    wrong: 'The token stands under accessToken.',
    stages: successBody((body) => ({ access_token: undefined, accessToken: body.access_token })),
  },
  {
    id: 'token-null-for-second-user',
    clause: 'ES-04',
    wrong: 'The second user of the company gets null for a token.',
    stages: successBody((body) => (body.memb_email.startsWith('joon') ? { access_token: null } : {})),
  },
  {
    id: 'company-in-capitals',
    clause: 'ES-05',
    wrong: 'comp_id comes back in capitals.',
    stages: successBody((body) => ({ comp_id: body.comp_id.toUpperCase() })),
  },
  {
    id: 'company-missing',
    clause: 'ES-05',
    wrong: 'comp_id is left out.',
    stages: successBody(() => ({ comp_id: undefined })),
  },
  {
    id: 'company-is-row-number',
    clause: 'ES-05',
    wrong: 'comp_id is the number of the row, not the name.',
    stages: successBody(() => ({ comp_id: 17 })),
  },
  {
    id: 'company-padded',
    clause: 'ES-05',
    wrong: 'comp_id comes out of a CHAR column, padded with blanks.',
    stages: successBody((body) => ({ comp_id: body.comp_id.padEnd(20) })),
  },
  {
    id: 'company-of-second-user-is-blocked-one',
    clause: 'ES-05',
    wrong: 'The second user gets the name of another company.',
    stages: successBody((body) => (body.memb_email.startsWith('joon') ? { comp_id: 'blocked' } : {})),
  },
  {
    id: 'email-of-first-user',
    clause: 'ES-06',
    wrong: 'memb_email is always that of the first user of the company.',
    stages: successBody(() => ({ memb_email: 'mina@example.com' })),
  },
  {
    id: 'email-without-domain',
    clause: 'ES-06',
    wrong: 'memb_email is cut at the @.',
    stages: successBody((body) => ({ memb_email: body.memb_email.split('@')[0] })),
  },
  {
    id: 'email-percent-encoded',
    clause: 'ES-06',
    wrong: 'memb_email is percent-encoded.',
    stages: successBody((body) => ({ memb_email: encodeURIComponent(body.memb_email) })),
  },
  {
    id: 'email-masked',
    clause: 'ES-06',
    wrong: 'memb_email is masked as in a log.',
    stages: successBody((body) => ({ memb_email: body.memb_email.replace(/^(.).*@/, '$1***@') })),
  },
  {
    id: 'email-missing',
    clause: 'ES-06',
    wrong: 'memb_email is left out.',
    stages: successBody(() => ({ memb_email: undefined })),
  },
  {
    id: 'device-missing',
    clause: 'ES-07',
    wrong: 'device_id is left out when there is no device.',
    stages: successBody(() => ({ device_id: undefined })),
  },
  {
    id: 'device-null',
    clause: 'ES-07',
    wrong: 'device_id is null when there is no device.',
    stages: successBody(() => ({ device_id: null })),
  },
  {
    id: 'device-number',
    clause: 'ES-07',
    wrong: 'device_id is the number 0.',
    stages: successBody(() => ({ device_id: 0 })),
  },
  {
    id: 'device-in-header',
    clause: 'ES-07',
    wrong: 'device_id stands in the header.',
    stages: success(({ header, body: { device_id, ...body } }) => ({
      header: { ...header, device_id },
      body,
    })),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
