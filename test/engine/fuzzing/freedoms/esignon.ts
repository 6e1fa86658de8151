import type { EsignonStages } from '../../../../src/provider/esignon/stages.js';
import { Refusal } from '../../../../src/provider/http/refusal.js';
import type { ProviderOptions } from '../../../../src/provider/provider-options.js';
import { isObject } from '../../../../src/text/json-members.js';
import { depthLimit, firstWins, lenientCommas, narrow, noDuplicates } from './parsers.js';

type Change = (reference: EsignonStages) => Partial<EsignonStages>;

/** A conforming provider that uses a freedom of the contract in both eSignon profiles. */
export interface Freedom {
  readonly takes: string;
  readonly provider: ProviderOptions;
}

const both = (takes: string, change: Change, more: ProviderOptions = {}): Freedom => ({
  takes,
  provider: { ...more, stages: { 'esignon-startsimple': change, 'esignon-login': change } },
});

/** `path` members of the body and the header, read as they came. */
function partsOf(document: unknown) {
  const header = isObject(document) && isObject(document.header) ? document.header : {};
  const body = isObject(document) && isObject(document.body) ? document.body : {};
  return { header, body };
}

const KNOWN = [
  'header',
  'body',
  'request_code',
  'request_msg',
  'session_id',
  'memb_email',
  'memb_pwd',
  'comp_id',
  'client_id',
];

/** Codes and statuses that the contract has for each reason, other than the reference's. */
const rows =
  (codes: Partial<Record<keyof EsignonStages['refusals'], string>>, status: number): Change =>
  ({ refusals }) => {
    const changed = { ...refusals };
    for (const reason of Object.keys(refusals) as (keyof typeof refusals)[]) {
      const row = refusals[reason];
      changed[reason] = {
        ...row,
        code: codes[reason] ?? row.code,
        status: row.status === 200 ? status : row.status,
      };
    }
    return { refusals: changed };
  };

export const ESIGNON_FREEDOMS: readonly Freedom[] = [
  both('of doubled members the first', () => ({ parse: firstWins })),
  both('no doubled members', () => ({ parse: noDuplicates })),
  both('no BOM', ({ decode }) => ({
    decode: (bytes) => {
      if (bytes[0] === 0xef && bytes[1] === 0xbb) throw new Refusal('unparsable');
      return decode(bytes);
    },
  })),
  both('no unknown members', ({ readLogin }) => ({
    readLogin: (document, call) => {
      const login = readLogin(document, call);
      const names = [document, ...Object.values(partsOf(document))].flatMap((part) =>
        Object.keys(part as object),
      );
      if (names.some((name) => !KNOWN.includes(name))) throw new Refusal('member');
      return login;
    },
  })),
  both('application/json to the letter', ({ refusals }) => ({
    isJson: (call) => call.headers['content-type'] === 'application/json',
    refusals: { ...refusals, 'media-type': { ...refusals['media-type'], status: 400 } },
  })),
  both('nothing nested deeper than 33', () => ({ parse: depthLimit(33) })),
  both('no odd numbers, no halves of characters', () => ({ parse: narrow })),
  both('e-mails of any case, with white space and accents', () => {
    const plain = (text: string) =>
      text
        .normalize('NFKD')
        .replace(/[\p{M}\s\u200b\u00ad]/gu, '')
        .toLowerCase();
    return { sameEmail: (given, stored) => plain(given) === plain(stored) };
  }),
  both('passwords as RFC 4013 prepares them', ({ samePassword }) => {
    const prepared = (text: string) =>
      text
        .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
        .replace(/\p{Zs}/gu, ' ')
        .normalize('NFKC');
    return { samePassword: (given, stored) => samePassword(prepared(given), prepared(stored)) };
  }),
  both('credentials before the request code', (reference) => ({
    readLogin: (document, call) => {
      const login = reference.readLogin(
        isObject(document) ? { ...document, header: { request_code: '1001Q' } } : document,
        call,
      );
      const members = call.accounts.esignon.companies.find(({ id }) => id === call.company)?.members ?? [];
      const known = members.some(
        ({ email, password }) => email === login.email && password === login.password,
      );
      if (!known) throw new Refusal('credentials');
      return reference.readLogin(document, call);
    },
  })),
  both('HTTP 400 for every refusal, code 12 for the header', rows({ header: '12', member: '12' }, 400)),
  both('code 10 for missing credentials', rows({ member: '10' }, 200)),
  both('16 KiB at most, refused in plain text', () => ({}), {
    bodyLimit: 16 * 1024,
    onReply: (reply) =>
      reply.status === 413
        ? { status: 413, headers: { 'content-type': 'text/plain' }, body: 'too large' }
        : reply,
  }),
  both('request_msg and session_id to the letter', ({ readLogin }) => ({
    readLogin: (document, call) => {
      const login = readLogin(document, call);
      const { header } = partsOf(document);
      const wrong = call.profile === 'esignon-startsimple' && header.session_id !== 'thread_023';
      if (wrong || (call.profile === 'esignon-startsimple' && typeof header.request_msg !== 'string'))
        throw new Refusal('header');
      return login;
    },
  })),
  both('an attack for what looks like one', ({ readLogin }) => ({
    readLogin: (document, call) => {
      const { body } = partsOf(document);
      const texts = [body.memb_email, body.memb_pwd];
      const odd = texts.some(
        (text) =>
          typeof text === 'object' ||
          (typeof text === 'string' && (/['"<>$\\;\0]|--|\.\.\//.test(text) || text.length > 200)),
      );
      if (odd && isObject(document) && isObject(document.body)) throw new Refusal('target');
      return readLogin(document, call);
    },
  })),
  both('passwords of 8 to 64 characters of ASCII', ({ readLogin }) => ({
    readLogin: (document, call) => {
      const login = readLogin(document, call);
      if (!/^[ -~]{8,140}$/.test(login.password)) throw new Refusal('member');
      return login;
    },
  })),
  {
    takes: 'commas behind last members',
    provider: { stages: { 'esignon-login': () => ({ parse: lenientCommas }) } },
  },
  {
    takes: 'any comp_id and client_id',
    provider: {
      stages: {
        'esignon-startsimple': (reference) => ({
          readLogin: (document, call) => {
            const { body } = partsOf(document);
            const filled = { ...body, comp_id: call.company, client_id: call.accounts.esignon.clientId };
            const whole =
              isObject(document) && isObject(document.body) ? { ...document, body: filled } : document;
            return reference.readLogin(whole, call);
          },
        }),
      },
    },
  },
];
