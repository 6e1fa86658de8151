import type { CkstackFixtures, CkstackUser } from '../profiles/ckstack/fixtures.js';
import type { EsignonFixtures, EsignonUser } from '../profiles/esignon/fixtures.js';

/** The fixtures of the provider's own accounts. */
export type EmbeddedFixtures = { readonly esignon: EsignonFixtures; readonly ckstack: CkstackFixtures };

import { ACCOUNTS } from './accounts.js';
import { MESSAGE_TEMPLATE, SIGNATURE_DIGEST, SIGNATURE_ENCODING } from './ckstack/signature.js';

/** What a fixtures file for the reference provider with its own accounts says: every fixture is given. */
export const EMBEDDED_FIXTURES: EmbeddedFixtures = {
  esignon: {
    company: 'acme',
    clientId: ACCOUNTS.esignon.clientId,
    user: member('acme', 'mina@example.com'),
    secondUser: member('acme', 'joon@example.com'),
    blockedCompany: { company: 'blocked', ...member('blocked', 'bora@example.com') },
  },
  ckstack: {
    apiKey: ACCOUNTS.ckstack.apiKey,
    service: ACCOUNTS.ckstack.service,
    signature: {
      hmac: SIGNATURE_DIGEST,
      secret: ACCOUNTS.ckstack.secret,
      encoding: SIGNATURE_ENCODING,
      message: MESSAGE_TEMPLATE,
    },
    passwordEncoding: 'hex',
    users: {
      'system-administrator': user('root@example.com'),
      'intermediate-administrator': user('cadmin@example.com'),
      'general-user': user('normal@example.com'),
      'no-role': user('guest@example.com'),
      'several-companies': {
        ...user('many@example.com'),
        roles: {
          'Company A': ['system-administrator'],
          'Company B': ['general-user'],
          'Company C': [],
        },
      },
    },
  },
};

function member(company: string, email: string): EsignonUser {
  const found = ACCOUNTS.esignon.companies
    .find(({ id }) => id === company)
    ?.members.find((candidate) => candidate.email === email);
  if (!found) throw new TypeError(`accounts.ts has no ${email} in ${company}`);
  return { email: found.email, password: found.password };
}

function user(userId: string): CkstackUser {
  const found = ACCOUNTS.ckstack.users.find((candidate) => candidate.userId === userId);
  if (!found) throw new TypeError(`accounts.ts has no ${userId}`);
  return { userId: found.userId, password: found.password };
}
