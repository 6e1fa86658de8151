import type { EsignonLogin } from '../../../src/provider/esignon/login.js';
import type { Call } from '../../../src/provider/http/call.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { type EsignonDefect, esignonMutants, refusal, refusedLogins, rows } from '../support/esignon.js';
import { textOf } from '../support/json.js';

const COMMA = /,\s*}/;

/** A call to a service that blocks no company. */
function unblocked(call: Call): Call {
  const companies = call.accounts.esignon.companies.map((company) => ({ ...company, blocked: false }));
  return { ...call, accounts: { ...call.accounts, esignon: { ...call.accounts.esignon, companies } } };
}

/** `body.comp_id` of a request; undefined where it cannot be read. */
function companyInBody({ body }: Call): unknown {
  try {
    return JSON.parse(textOf(body)).body?.comp_id;
  } catch {
    return undefined;
  }
}

/** LG-01 to LG-04: the blocked company, the table of codes, the document's own example. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'blocked-is-10',
    clause: 'LG-01',
    wrong: 'A blocked company is answered 10.',
    stages: rows('blocked', { code: '10' }),
  },
  {
    id: 'blocked-is-99',
    clause: 'LG-01',
    wrong: 'A blocked company is answered 99.',
    stages: rows('blocked', { code: '99' }),
  },
  {
    id: 'blocked-not-looked-at',
    clause: 'LG-01',
    wrong: 'A blocked company gets a token.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) => authenticate(login, unblocked(call), stages),
    }),
  },
  {
    id: 'block-looked-up-in-raw-path',
    clause: 'LG-01',
    wrong: 'Whether a company is blocked is looked up by its name as the path spells it.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) =>
        authenticate(login, call.target.includes('/%62locked/') ? unblocked(call) : call, stages),
    }),
  },
  {
    id: 'block-looked-up-by-comp-id',
    clause: 'LG-01',
    wrong: 'Whether a company is blocked is looked up by body.comp_id where it is sent.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) =>
        authenticate(login, companyInBody(call) === 'acme' ? unblocked(call) : call, stages),
    }),
  },
  {
    id: 'user-looked-up-by-comp-id',
    clause: 'LG-01',
    wrong: 'The company of the path is not looked at where body.comp_id names another.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) =>
        authenticate(login, companyInBody(call) === 'acme' ? { ...call, company: 'acme' } : call, stages),
    }),
  },
  {
    id: 'blocked-is-99-where-companies-differ',
    clause: 'LG-01',
    level: 'SHOULD',
    wrong: 'A blocked company is answered 99 where body.comp_id names another.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) => {
        if (companyInBody(call) === 'acme' && call.company === 'blocked') throw new Refusal('header');
        return authenticate(login, call, stages);
      },
    }),
  },
  {
    id: 'blocked-with-token',
    clause: ['LG-01', 'ES-16'],
    wrong: 'A blocked company is answered 95, with a token beside it.',
    stages: refusal((answer, row) =>
      row.code === '95' ? { ...answer, body: { access_token: '9b8a7c6d5e4f30211203f4e5d6c7a8b9' } } : answer,
    ),
  },
  {
    id: 'blocked-is-403',
    clause: ['LG-01', 'ES-17'],
    wrong: 'A blocked company is answered 95 with HTTP 403.',
    stages: rows('blocked', { status: 403 }),
  },
  {
    id: 'blocked-is-96',
    clause: ['LG-02', 'LG-01'],
    wrong: 'A blocked company has the code 96, which is not in the table.',
    stages: rows('blocked', { code: '96' }),
  },
  {
    id: 'unknown-email-is-11',
    clause: ['LG-02', 'ES-10'],
    wrong: 'An unknown e-mail has the code 11, which is not in the table.',
    stages: refusedLogins(({ email }) => email.startsWith('nobody'), { code: '11' }),
  },
  {
    id: 'malformed-is-13',
    clause: ['LG-02', 'ES-13'],
    wrong: 'A missing body has the code 13, which is not in the table.',
    stages: rows('body', { code: '13' }),
  },
  {
    id: 'format-is-999',
    clause: ['LG-02', 'ES-15'],
    wrong: 'A wrong format has the code 999, which is not in the table.',
    stages: rows('header', { code: '999' }),
  },
  {
    id: 'blocked-wrong-password-is-99',
    clause: 'LG-03',
    wrong: 'A wrong password in a blocked company is answered 99.',
    stages: refusedLogins((_, call) => call.company === 'blocked', { code: '99' }),
  },
  {
    id: 'blocked-wrong-password-is-12',
    clause: 'LG-03',
    wrong: 'An unknown e-mail in a blocked company is answered 12.',
    stages: refusedLogins(({ email }, call) => call.company === 'blocked' && !email.startsWith('bora'), {
      code: '12',
    }),
  },
  {
    id: 'blocked-only-with-right-password',
    clause: ['LG-03', 'LG-01'],
    wrong:
      'That a company is blocked is only looked at after a right password; a wrong one gets a token there.',
    stages: ({ authenticate }) => ({
      authenticate: async (login: EsignonLogin, call, stages) => {
        try {
          return await authenticate(login, call, stages);
        } catch (error) {
          const wrong = error instanceof Refusal && error.reason === 'credentials';
          if (wrong && call.company === 'blocked') return { companyId: 'blocked', email: login.email };
          throw error;
        }
      },
    }),
  },
  {
    id: 'blocked-wrong-password-with-token',
    clause: ['LG-03', 'ES-16'],
    wrong: 'A wrong password in a blocked company is refused, with a token in the answer.',
    stages: refusal((answer, row, call) =>
      call.company === 'blocked' && row.code === '10'
        ? { ...answer, body: { access_token: '1a2b3c4d5e6f708192a3b4c5d6e7f809' } }
        : answer,
    ),
  },
  {
    id: 'example-is-99',
    clause: 'LG-04',
    wrong: "The document's own example, with its commas, is answered 99.",
    stages: ({ parse }) => ({
      parse: (text) => {
        if (COMMA.test(text)) throw new Refusal('header');
        return parse(text);
      },
    }),
  },
  {
    id: 'example-is-500',
    clause: ['LG-04', 'ES-17'],
    wrong: "The document's own example, with its commas, makes the parser fail.",
    stages: ({ parse }) => ({
      parse: (text) => {
        if (COMMA.test(text)) throw new SyntaxError('Expected double-quoted property name');
        return parse(text);
      },
    }),
  },
  {
    id: 'example-is-10',
    clause: 'LG-04',
    wrong: "Of the document's own example the commas are cut off with the characters before them.",
    stages: ({ parse }) => ({
      parse: (text) => parse(text.replace(/.",\s*}/g, '"}').replace(/,\s*}/g, '}')),
    }),
  },
];

export const MUTANTS = esignonMutants('esignon-login', DEFECTS);
