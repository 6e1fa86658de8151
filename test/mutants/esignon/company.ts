import { bothProfiles, companyKnown, type EsignonDefect, refusedLogins } from '../support/esignon.js';

const unknownCompany = (_: unknown, call: Parameters<typeof companyKnown>[0]) => !companyKnown(call);

/** ES-29: a company that does not exist. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'company-ignored',
    clause: 'ES-29',
    wrong: 'The company of the path is not looked up: the e-mail alone finds the user.',
    stages: ({ authenticate }) => ({
      authenticate: async (login, call, stages) => {
        if (companyKnown(call)) return authenticate(login, call, stages);
        const identity = await authenticate(
          { ...login, companyId: 'acme' },
          { ...call, company: 'acme' },
          stages,
        );
        return { ...identity, companyId: call.company };
      },
    }),
  },
  {
    id: 'company-may-go-on',
    clause: 'ES-29',
    wrong: 'The company of the path need only begin like a real one.',
    stages: () => ({ sameCompany: (given, stored) => given.startsWith(stored) }),
  },
  {
    id: 'unknown-company-is-404',
    clause: ['ES-29', 'ES-17'],
    wrong: 'An unknown company is answered by HTTP 404.',
    stages: refusedLogins(unknownCompany, { status: 404 }),
  },
  {
    id: 'unknown-company-is-12',
    clause: 'ES-29',
    wrong: 'An unknown company is answered 12, as if the body were malformed.',
    stages: refusedLogins(unknownCompany, { code: '12' }),
  },
  {
    id: 'unknown-company-is-500',
    clause: ['ES-29', 'ES-17'],
    wrong: 'The record of an unknown company is dereferenced.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) => {
        if (!companyKnown(call)) throw new TypeError('company is undefined');
        return authenticate(login, call, stages);
      },
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
