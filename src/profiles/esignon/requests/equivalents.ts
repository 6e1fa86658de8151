import { SPELLINGS, slashesEscaped, WITH_NOTES } from '../../login/json-spellings.js';
import type { Change, Envelope, EsignonLogin, EsignonVariation } from './login.js';
import { envelopeOf, headersOf, pathOf, requestOf } from './login.js';

/** The same login, written or sent otherwise (ES-19). */
export const EQUIVALENT_LOGINS: readonly EsignonVariation[] = [
  ...SPELLINGS.map(([phrase, write]) =>
    equivalent(phrase, (envelope, login) => ({ body: write(envelope, headOf(login)) })),
  ),
  equivalent('sent with header names in lower case', (_, login) => ({
    headers: recased(login, 'toLowerCase'),
  })),
  equivalent('sent with header names in upper case', (_, login) => ({
    headers: recased(login, 'toUpperCase'),
  })),
];

/** The letter case of a media type means nothing (ES-19). */
export const LOGIN_WITH_RECASED_TYPE: EsignonVariation = equivalent(
  'sent as Application/JSON',
  (_, login) => ({
    headers: headersOf(login.profile, 'Application/JSON'),
  }),
);

const SLASHES = 'with a wrong password in which slashes are escaped';

/** A slash may be escaped (ES-19): a wrong password has one for sure, and is refused as a wrong password. */
export const LOGIN_WITH_ESCAPED_SLASHES: EsignonVariation = {
  phrase: SLASHES,
  build: (login) => {
    const password = `wrong/${login.nonce}/1`;
    return requestOf(login, {
      label: SLASHES,
      body: slashesEscaped(JSON.stringify(envelopeOf({ ...login, password }))),
      wrongCredentials: true,
      password,
    });
  },
};

/** A login with members that the document does not know, as clients in the field send them (ES-20). */
export const LOGINS_WITH_UNKNOWN_MEMBERS: readonly EsignonVariation[] = [
  equivalent('with an unknown member in its header', ({ header, body }) => ({
    body: { header: { ...header, version: '1.0' }, body },
  })),
  equivalent('with unknown members in its body', ({ header, body }, login) => ({
    body: {
      header,
      body: {
        ...body,
        ...fieldMembers(login),
        remember_me: true,
        device: { os: 'x', drift: 1.5e-7, tags: [1, null] },
      },
    },
  })),
  equivalent('with an unknown member next to header and body', (envelope) => ({
    body: { ...envelope, trailer: { checksum: 7 } },
  })),
  ...WITH_NOTES.map(([phrase, write]) =>
    equivalent(phrase, (envelope, login) => ({ body: write(envelope, headOf(login)) })),
  ),
];

/** A login whose Content-Type names the charset (ES-21). */
export const LOGINS_WITH_CHARSET: readonly EsignonVariation[] = [
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
].map((type) => equivalent(`sent as ${type}`, (_, login) => ({ headers: headersOf(login.profile, type) })));

/** A login to `login` with another company in its body, where no company belongs: that of the path counts (ES-05). */
export const LOGIN_NAMING_ANOTHER_COMPANY: EsignonVariation = equivalent(
  'with another company in its body',
  ({ header, body }, login) => ({
    body: { header, body: { ...body, comp_id: `nowhere-${login.nonce}` } },
    mayBeRefused: true,
  }),
);

/** What clients in the field send to `login` although its document does not list it. */
function fieldMembers(login: EsignonLogin): Record<string, unknown> {
  return login.profile === 'esignon-login'
    ? { comp_id: login.company, client_id: login.clientId ?? 'client' }
    : {};
}

/** Bytes of the line and the headers of a login, but for those that every client adds. */
function headOf(login: EsignonLogin): number {
  return pathOf(login).length + JSON.stringify(headersOf(login.profile)).length;
}

function recased(login: EsignonLogin, to: 'toLowerCase' | 'toUpperCase'): [string, string][] {
  return headersOf(login.profile).map(([name, value]) => [name[to](), value]);
}

function equivalent(
  phrase: string,
  of: (envelope: Envelope, login: EsignonLogin) => Omit<Change, 'label'>,
): EsignonVariation {
  return {
    phrase,
    build: (login) => requestOf(login, { label: phrase, valid: true, ...of(envelopeOf(login), login) }),
  };
}
