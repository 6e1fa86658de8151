import type { CheckedFixtures, FixturesContext, FixturesPart } from '../profile.js';
import { dateFormatFault } from './date-format.js';
import type { EsignonFixtures } from './fixtures.js';

/** The member `esignon` of the fixtures file. */
export const ESIGNON_FIXTURES: FixturesPart = {
  furtherUser: 'esignon.secondUser',
  schema: { $ref: 'fixtures.schema.json#/$defs/esignon' },
  check: async (value, context) => checked(value as EsignonFixtures, context),
  secrets(value) {
    const { clientId, user, secondUser, blockedCompany } = value as EsignonFixtures;
    const secrets = [clientId, user?.password, secondUser?.password, blockedCompany?.password];
    return secrets.filter((secret) => secret !== undefined);
  },
};

function checked(value: EsignonFixtures, { unresolved }: FixturesContext): CheckedFixtures {
  const { expireDateFormat: format, user, secondUser } = value;
  const problems: string[] = [];
  if (format !== undefined && !unresolved.has('esignon.expireDateFormat')) {
    const fault = dateFormatFault(format);
    if (fault !== null) problems.push(`esignon.expireDateFormat is not a date format: ${fault}`);
  }
  if (user && secondUser && user.email === secondUser.email && !unresolved.has('esignon.user.email')) {
    problems.push(
      'esignon.secondUser is the same as esignon.user: give another user of the company, or leave it out',
    );
  }
  return { value, problems };
}
