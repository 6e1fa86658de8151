import type { OutgoingRequest, RequestFacts } from '../../../http/exchange.js';
import { NEAR_COMPANY_NAMES, NEAR_IDENTIFIERS, NEAR_NAMES } from '../../login/near/near-credentials.js';
import { percentEncoded } from '../../login/percent-encoding.js';
import type { NotApplicable } from '../../profile.js';
import { accountKey, type EsignonLogin, type EsignonVariation, envelopeOf, requestOf } from './login.js';

/** E-mails that no account has (ES-10): far from a real one and near to it. */
export const UNKNOWN_EMAILS: readonly EsignonVariation[] = [
  unknownEmail('with an e-mail that nobody has', ({ nonce }) => `nobody-${nonce}@example.com`),
  unknownEmail(
    'with extra text appended to a known e-mail',
    // A few letters, like a top-level domain: many do not accept other endings as a well-formed e-mail.
    ({ email, nonce }) => `${email}.${lettersOf(nonce).slice(0, 4)}`,
  ),
  unknownEmail('with a +tag added to a known e-mail', ({ email, nonce }) =>
    email.replace(/(?=@[^@]*$)|$/, `+${nonce}`),
  ),
  unknownEmail('with a known e-mail at another subdomain', ({ email, nonce }) =>
    email.replace(/@(?=[^@]*$)|$/, (at) => (at === '@' ? '@mail.' : `.${nonce}`)),
  ),
  unknownEmail('with extra text in front of a known e-mail', ({ email, nonce }) => `${nonce}.${email}`),
  unknownEmail('with a known e-mail, one letter replaced by _', ({ email }) => withWildcard(email)),
];

/** E-mails that a careless comparison mistakes for a known one (ES-10). */
export const NEAR_EMAILS: readonly EsignonVariation[] = NEAR_NAMES.map(({ once, of }) =>
  unknownEmail(`with an e-mail that is known once ${once}`, ({ email }) => of(email)),
);

/** Company names that a careless comparison mistakes for a known one; the path may lead to no endpoint (ES-29). */
export const NEAR_COMPANIES: readonly EsignonVariation[] = NEAR_COMPANY_NAMES.map(({ once, of }) => {
  const phrase = `to a company whose name is known once ${once}`;
  return {
    phrase,
    build: (login) => {
      const company = of(login.company);
      if (typeof company !== 'string') return company;
      const request = elsewhere(phrase, login, company);
      return { ...request, facts: { ...(request.facts as RequestFacts), mayLeadNowhere: true } };
    },
  };
});

/** Client ids that a careless comparison mistakes for the right one (SS-04). */
export const NEAR_CLIENT_IDS: readonly EsignonVariation[] = NEAR_IDENTIFIERS.map(({ once, of }) => ({
  phrase: `with a client id that is right once ${once}`,
  build: (login) => {
    const clientId = of(login.clientId ?? '');
    return typeof clientId === 'string'
      ? withClientId(login, `with a client id that is right once ${once}`, clientId)
      : clientId;
  },
}));

/** A company that does not exist, in the path and wherever else it is sent (ES-29). */
export const UNKNOWN_COMPANIES: readonly EsignonVariation[] = [
  unknownCompany('to a company that does not exist', ({ nonce }) => `nowhere-${nonce}`),
  unknownCompany(
    'with extra text appended to a known company name',
    ({ company, nonce }) => `${company}-${nonce}`,
  ),
  {
    phrase: 'with a known company name minus its last letter',
    build: (login) => {
      const company = [...login.company].slice(0, -1).join('');
      if (company === '') return { notApplicable: 'the name of the company has one character' };
      const phrase = 'with a known company name minus its last letter';
      return elsewhere(phrase, login, company);
    },
  },
];

/**
 * Names that no company has, and that a provider need not accept as names at all: the path need not be one of its
 * endpoints (ES-29).
 */
export const UNLIKELY_COMPANIES: readonly EsignonVariation[] = (
  [
    ['to a company named %', () => '%'],
    ["to a company named ' OR '1'='1", () => "' OR '1'='1"],
    ['to a company whose name is 300 letters long', ({ nonce }) => nonce.padStart(300, 'nowhere-')],
    ['to a company whose name is Korean', ({ nonce }) => `없는회사-${nonce}`],
  ] as const satisfies readonly (readonly [string, (login: EsignonLogin) => string])[]
).map(([phrase, of]) => ({
  phrase,
  build: (login) => {
    const request = elsewhere(phrase, login, of(login));
    return { ...request, facts: { ...(request.facts as RequestFacts), mayLeadNowhere: true } };
  },
}));

/** Other ways to name a blocked company, or one beside it: who looks at only one of them may let somebody in (LG-01). */
export const BLOCKED_COMPANIES: readonly EsignonVariation[] = [
  {
    phrase: 'to the company with its first letter percent-encoded',
    build: (login) => {
      const encoded = percentEncoded(login.company);
      const path = login.path.replace('{company}', encoded.replace(/^[\w.~-]/, hexEscaped));
      return encoded.startsWith('%')
        ? { notApplicable: 'the name of the company begins with a letter that is percent-encoded anyway' }
        : requestOf(login, {
            label: 'the path has the first letter of the company percent-encoded',
            path,
            namesAccount: false,
          });
    },
  },
  {
    phrase: 'with the name of the other company in its body',
    build: (login) => {
      if (login.otherCompany === undefined) return { notApplicable: 'only one company is given' };
      const body = envelopeOf(login);
      body.body.comp_id = login.otherCompany;
      return requestOf(login, { label: 'body.comp_id names the other company', body, namesAccount: false });
    },
  },
  {
    phrase: 'to the blocked company with the own company in its body',
    build: (login) => {
      if (login.otherCompany === undefined)
        return { notApplicable: 'no blocked company (esignon.blockedCompany) is given' };
      const phrase = 'to the blocked company with the own company in its body';
      const body = envelopeOf(login);
      body.body.comp_id = login.company;
      const request = requestOf({ ...login, company: login.otherCompany }, { label: phrase, body });
      return { ...request, facts: { ...(request.facts as RequestFacts), account: accountKey(login) } };
    },
  },
];

/** What only `esignon-startsimple` sends in addition to the credentials, wrong or missing (SS-03, SS-04, SS-05). */
export const STARTSIMPLE_FAULTS: readonly EsignonVariation[] = [
  inBody('whose body names a different company than the path', {
    comp_id: ({ nonce }) => `nowhere-${nonce}`,
  }),
  inBody('whose body names the company with an extra letter', { comp_id: ({ company }) => `${company}x` }),
  {
    phrase: 'whose body names another existing company',
    build: (login) => {
      if (login.otherCompany === undefined)
        return { notApplicable: 'no second company (esignon.blockedCompany) is given' };
      const envelope = envelopeOf(login);
      envelope.body.comp_id = login.otherCompany;
      return requestOf(login, { label: 'body.comp_id names another company that exists', body: envelope });
    },
  },
  {
    phrase: 'whose path names a different company than the body',
    // If it is accepted, then for the company in the path (ES-05).
    build: (login) => {
      const request = requestOf(
        { ...login, company: `nowhere-${login.nonce}` },
        {
          label: 'the path names a company that does not exist, body.comp_id the right one',
          body: envelopeOf(login),
          valid: true,
          mayBeRefused: true,
        },
      );
      return { ...request, facts: { ...(request.facts as RequestFacts), account: accountKey(login) } };
    },
  },
  inBody('with an unknown client id', { client_id: ({ nonce }) => `unknown-${nonce}` }),
  inBody('with an extra letter appended to the client id', {
    client_id: ({ clientId = '' }) => `${clientId}x`,
  }),
  nearClientId('with the client id minus its last letter', (id) => [...id].slice(0, -1).join('')),
  nearClientId('with the client id in a different letter case', (id) => {
    const small = id.toLowerCase();
    return id === small ? id.toUpperCase() : small;
  }),
  inBody('without a company in its body', { comp_id: () => undefined }),
  inBody('with an empty company in its body', { comp_id: () => '' }),
  inBody('with null as the company in its body', { comp_id: () => null }),
  inBody('without a client id', { client_id: () => undefined }),
  inBody('with an empty client id', { client_id: () => '' }),
  inBody('with null as the client id', { client_id: () => null }),
];

function hexEscaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Replaces each digit by the letter at that index. */
function lettersOf(text: string): string {
  return text.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}

function unknownEmail(phrase: string, of: (login: EsignonLogin) => string | NotApplicable): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const email = of(login);
      if (typeof email !== 'string') return email;
      const body = envelopeOf({ ...login, email });
      const request = requestOf(login, { label: phrase, body, namesAccount: false });
      return {
        ...request,
        facts: {
          valid: false,
          wrongCredentials: true,
          account: null,
          passwords: [login.password],
          sent: { company: login.company, email },
        },
      };
    },
  };
}

/** `_` matches any one character in SQL's LIKE and is allowed in e-mails, though not by everybody at their ends. */
function withWildcard(email: string): string {
  return email.replace(/(?<=^[a-z0-9]+)[a-z0-9](?=[a-z0-9])|[a-z0-9](?=@)/i, '_');
}

function unknownCompany(phrase: string, of: (login: EsignonLogin) => string): EsignonVariation {
  return { phrase, build: (login) => elsewhere(phrase, login, of(login)) };
}

/** Right credentials, sent to another company: a provider that counts failed logins by e-mail alone counts this one too. */
function elsewhere(phrase: string, login: EsignonLogin, company: string): OutgoingRequest {
  const request = requestOf({ ...login, company }, { label: phrase });
  return {
    ...request,
    facts: { ...(request.facts as RequestFacts), wrongCredentials: true, account: accountKey(login) },
  };
}

/** @param members the value of each member; undefined: the member is left out */
function inBody(
  phrase: string,
  members: Record<string, (login: EsignonLogin) => string | null | undefined>,
): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const envelope = envelopeOf(login);
      for (const [name, of] of Object.entries(members)) envelope.body[name] = of(login);
      return requestOf(login, { label: phrase, body: envelope });
    },
  };
}

function nearClientId(phrase: string, of: (right: string) => string): EsignonVariation {
  return {
    phrase,
    build: (login) => {
      const right = login.clientId ?? '';
      const near = of(right);
      if (near === right) return { notApplicable: 'the client id has no letter of another case' };
      if (near === '') return { notApplicable: 'the client id has one character' };
      return withClientId(login, phrase, near);
    },
  };
}

/** A near client id reveals all but one letter of the right one, so it is as secret. */
function withClientId(login: EsignonLogin, label: string, clientId: string): OutgoingRequest {
  const request = requestOf(login, { label, body: envelopeOf({ ...login, clientId }) });
  return { ...request, secrets: [...request.secrets, clientId] };
}
