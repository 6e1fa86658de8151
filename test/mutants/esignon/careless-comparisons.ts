import {
  CARELESS_COMPARISONS,
  CARELESS_MAIL_COMPARISONS,
  type CarelessComparison,
} from '../support/careless-comparisons.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';

/** ES-09: passwords that a careless comparison takes for the right one. */
function ofPassword({ id, wrong, secret, same }: CarelessComparison): EsignonDefect[] {
  if (!secret) return [];
  return [
    {
      id: `password-${id}`,
      clause: ['ES-09', 'ES-26', 'ES-32'],
      level: secret,
      wrong: `A password ${wrong}`,
      stages: ({ samePassword }) => ({
        samePassword: (given, stored) => samePassword(given, stored) || same(given, stored),
      }),
    },
  ];
}

/** ES-10: e-mails, likewise. */
function ofEmail({ id, wrong, email, same }: CarelessComparison): EsignonDefect[] {
  if (!email) return [];
  return [
    {
      id: `email-${id}`,
      clause: ['ES-10', 'ES-26', 'ES-32'],
      level: email,
      wrong: `An e-mail ${wrong}`,
      stages: ({ sameEmail }) => ({
        sameEmail: (given, stored) => sameEmail(given, stored) || same(given, stored),
      }),
    },
  ];
}

/** ES-29: companies, likewise. */
function ofCompany({ id, wrong, company, same }: CarelessComparison): EsignonDefect[] {
  if (!company) return [];
  return [
    {
      id: `company-${id}`,
      clause: ['ES-29', 'ES-26'],
      level: company,
      wrong: `A company ${wrong}`,
      stages: ({ sameCompany }) => ({
        sameCompany: (given, stored) => sameCompany(given, stored) || same(given, stored),
      }),
    },
  ];
}

export const MUTANTS = bothProfiles([
  ...CARELESS_COMPARISONS.flatMap(ofPassword),
  ...[...CARELESS_COMPARISONS, ...CARELESS_MAIL_COMPARISONS].flatMap(ofEmail),
  ...CARELESS_COMPARISONS.flatMap(ofCompany),
]);
