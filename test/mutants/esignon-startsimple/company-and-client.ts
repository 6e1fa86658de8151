import { Refusal } from '../../../src/provider/http/refusal.js';
import { isObject } from '../../../src/text/json-members.js';
import {
  companyKnown,
  type EsignonChange,
  type EsignonDefect,
  emailKnown,
  emailUnknown,
  esignonMutants,
  refusedLogins,
  rows,
  successBody,
} from '../support/esignon.js';
import type { Json } from '../support/json.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const lives =
  (milliseconds: number): EsignonChange =>
  () => ({
    expireDate: (now) => new Date(now.getTime() + milliseconds).toISOString(),
  });

/** A member that is put in when it is missing. */
const filledIn =
  (name: 'comp_id' | 'client_id', value: string, missing: unknown = undefined): EsignonChange =>
  ({ readLogin }) => ({
    readLogin: (given, call) => {
      const document = given as Json;
      if (!isObject(document?.body) || document.body[name] !== missing) return readLogin(given, call);
      return readLogin({ ...document, body: { ...document.body, [name]: value } }, call);
    },
  });

/** SS-01 to SS-05 and ES-12 on commas: what only startsimple has. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'lives-3-days',
    clause: 'SS-01',
    wrong: 'The token lives 3 days.',
    stages: lives(3 * DAY_MS),
  },
  {
    id: 'lives-30-hours',
    clause: 'SS-01',
    wrong: 'The token lives 30 hours: a unit was mistaken.',
    stages: lives(30 * HOUR_MS),
  },
  {
    id: 'lives-4-weeks',
    clause: 'SS-01',
    wrong: 'The token lives four weeks.',
    stages: lives(28 * DAY_MS),
  },
  {
    id: 'lives-32-days',
    clause: 'SS-01',
    wrong: 'The token lives 32 days: both ends are counted, and a day is added for the zone.',
    stages: lives(32 * DAY_MS),
  },
  {
    id: 'lives-365-days',
    clause: 'SS-01',
    wrong: 'The token lives a year.',
    stages: lives(365 * DAY_MS),
  },
  {
    id: 'lives-one-day-for-second-user',
    clause: 'SS-01',
    wrong: 'The token of the second user lives one day.',
    stages: successBody((body, call) =>
      body.memb_email.startsWith('joon')
        ? { expire_date: new Date(call.now.getTime() + DAY_MS).toISOString() }
        : {},
    ),
  },
  {
    id: 'unknown-company-is-95',
    clause: ['SS-02', 'ES-29'],
    wrong: 'An unknown company has the code 95, which only the other document knows.',
    stages: refusedLogins((_, call) => !companyKnown(call), { code: '95' }),
  },
  {
    id: 'unknown-email-is-11',
    clause: ['SS-02', 'ES-10'],
    wrong: 'An unknown e-mail has the code 11, which is not in the table.',
    stages: refusedLogins(emailUnknown, { code: '11' }),
  },
  {
    id: 'malformed-is-13',
    clause: ['SS-02', 'ES-13'],
    wrong: 'A missing body has the code 13, which is not in the table.',
    stages: rows('body', { code: '13' }),
  },
  {
    id: 'wrong-password-is-empty-code',
    clause: ['SS-02', 'ES-09', 'ES-16'],
    wrong: 'A wrong password has an empty code.',
    stages: refusedLogins(emailKnown, { code: '' }),
  },
  {
    id: 'commas-accepted',
    clause: 'ES-12',
    level: 'SHOULD',
    wrong: 'Commas after last members are passed over.',
    stages: ({ parse }) => ({ parse: (text) => parse(text.replace(/,(\s*[}\]])/g, '$1')) }),
  },
  {
    id: 'company-of-body-ignored',
    clause: 'SS-03',
    level: 'SHOULD',
    wrong: 'comp_id of the body is read, but not compared with the path.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) =>
        authenticate({ ...login, companyId: call.company }, call, stages),
    }),
  },
  {
    id: 'company-of-body-only-known',
    clause: 'SS-03',
    level: 'SHOULD',
    wrong: 'comp_id of the body must be a company that exists, but not that of the path.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) =>
        authenticate(
          login.companyId === 'blocked' ? { ...login, companyId: call.company } : login,
          call,
          stages,
        ),
    }),
  },
  {
    id: 'company-of-path-ignored',
    clause: 'SS-03',
    level: 'SHOULD',
    wrong: 'The company of the body counts where that of the path does not exist.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) =>
        authenticate(login, companyKnown(call) ? call : { ...call, company: login.companyId ?? '' }, stages),
    }),
  },
  {
    id: 'any-client-accepted',
    clause: 'SS-04',
    level: 'SHOULD',
    wrong: 'client_id is read, but not looked up.',
    stages: () => ({ sameClient: () => true }),
  },
  {
    id: 'client-missing-accepted',
    clause: 'SS-05',
    level: 'SHOULD',
    wrong: 'A request without client_id is served.',
    stages: filledIn('client_id', 'client-1'),
  },
  {
    id: 'company-missing-accepted',
    clause: 'SS-05',
    level: 'SHOULD',
    wrong: 'A request without comp_id is served: the path has it.',
    stages: filledIn('comp_id', 'acme'),
  },
  {
    id: 'blocked-company-is-95',
    clause: 'SS-02',
    wrong: 'A blocked company has the code 95, which only the other document knows.',
    stages: refusedLogins((_, call) => call.company === 'blocked', { code: '95' }),
  },
  {
    id: 'client-cut-accepted',
    clause: 'SS-04',
    level: 'SHOULD',
    wrong: 'The last letter of client_id is not compared.',
    stages: () => ({ sameClient: (given, stored) => [stored, stored.slice(0, -1)].includes(given) }),
  },
  {
    id: 'client-in-any-case-accepted',
    clause: 'SS-04',
    level: 'SHOULD',
    wrong: 'The case of client_id does not count.',
    stages: () => ({ sameClient: (given, stored) => given.toLowerCase() === stored.toLowerCase() }),
  },
  ...(['comp_id', 'client_id'] as const).flatMap((name) =>
    (
      [
        ['empty', ''],
        ['null', null],
      ] as const
    ).map(
      ([words, nothing]): EsignonDefect => ({
        id: `${name.replace('_', '-')}-${words}-accepted`,
        clause: 'SS-05',
        level: 'SHOULD',
        wrong: `A request whose ${name} is ${words} is served.`,
        stages: filledIn(name, name === 'comp_id' ? 'acme' : 'client-1', nothing),
      }),
    ),
  ),
  {
    id: 'token-for-unknown-client',
    clause: 'ES-16',
    wrong: 'An unknown client is refused after the token was made, which stays in the answer.',
    stages: ({ authenticate, refuse, refusals }) => {
      const mark = refusals.credentials.message;
      return {
        refusals: {
          ...refusals,
          ...{ service: { ...refusals.credentials, message: `${mark} ` } },
        },
        authenticate: async (login, call, stages) => {
          if (login.clientId === 'client-1') return authenticate(login, call, stages);
          await authenticate({ ...login, clientId: 'client-1' }, call, stages);
          throw new Refusal('service');
        },
        refuse: (row, call) => {
          const answer = refuse({ ...row, message: row.message.trimEnd() }, call);
          if (row.message === row.message.trimEnd()) return answer;
          return { ...answer, body: { access_token: '00112233445566778899aabbccddeeff' } };
        },
      };
    },
  },
];

export const MUTANTS = esignonMutants('esignon-startsimple', DEFECTS);
