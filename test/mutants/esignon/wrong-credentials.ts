import { Refusal } from '../../../src/provider/http/refusal.js';
import {
  bothProfiles,
  type EsignonDefect,
  emailKnown,
  emailUnknown,
  refusedLogins,
} from '../support/esignon.js';

type Same = (given: string, stored: string) => boolean;

const password = (samePassword: Same) => () => ({ samePassword });
const email = (sameEmail: Same) => () => ({ sameEmail });

/** ES-09 to ES-11: wrong passwords and unknown e-mails. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'password-prefix-enough',
    clause: 'ES-09',
    wrong: 'The beginning of the password is enough.',
    stages: password((given, stored) => given.length >= 8 && stored.startsWith(given)),
  },
  {
    id: 'password-end-enough',
    clause: 'ES-09',
    wrong: 'The end of the password is enough.',
    stages: password((given, stored) => given.length >= 8 && stored.endsWith(given)),
  },
  {
    id: 'password-may-go-on',
    clause: 'ES-09',
    wrong: 'Whatever stands behind the right password is not looked at.',
    stages: password((given, stored) => given.startsWith(stored)),
  },
  {
    id: 'password-first-eight',
    clause: 'ES-09',
    wrong: 'Only the first eight characters of a password count, as in old crypt().',
    stages: password((given, stored) => given.slice(0, 8) === stored.slice(0, 8)),
  },
  {
    id: 'password-ignores-case',
    clause: 'ES-09',
    wrong: 'Passwords are compared by a collation that ignores case.',
    stages: password((given, stored) => given.toLowerCase() === stored.toLowerCase()),
  },
  {
    id: 'password-trimmed',
    clause: 'ES-09',
    wrong: 'White space round a password is cut off.',
    stages: password((given, stored) => given.trim() === stored),
  },
  {
    id: 'password-end-trimmed',
    clause: 'ES-09',
    wrong: 'White space behind a password is cut off.',
    stages: password((given, stored) => given.trimEnd() === stored),
  },
  {
    id: 'password-of-anybody',
    clause: 'ES-09',
    wrong: 'The password of any user of the company is taken.',
    stages: ({ samePassword }) => ({
      authenticate: async ({ email, password }, call) => {
        const company = call.accounts.esignon.companies.find(({ id }) => id === call.company);
        const member = company?.members.find((one) => one.email === email);
        const proven = company?.members.some((one) => samePassword(password, one.password));
        if (!company || !member || !proven) throw new Refusal('credentials');
        if (company.blocked) throw new Refusal('blocked');
        return { companyId: company.id, email: member.email };
      },
    }),
  },
  {
    id: 'password-unchecked-for-second-user',
    clause: 'ES-09',
    wrong: 'The second user of the company gets in with any password.',
    stages: ({ samePassword }) => ({
      samePassword: (given, stored) => stored.startsWith('Quiet') || samePassword(given, stored),
    }),
  },
  {
    id: 'password-unchecked-after-good-login',
    clause: 'ES-09',
    wrong:
      'For a moment after a good login any password of that user is taken: the result is cached by e-mail.',
    stages: ({ authenticate }) => {
      const seen = new Map<string, { companyId: string; email: string; at: number }>();
      return {
        authenticate: async (login, call, stages) => {
          const key = `${call.company} ${login.email}`;
          const cached = seen.get(key);
          if (cached && Date.now() - cached.at < 60_000) return cached;
          const identity = await authenticate(login, call, stages);
          seen.set(key, { ...identity, at: Date.now() });
          return identity;
        },
      };
    },
  },
  {
    id: 'wrong-password-is-99',
    clause: 'ES-09',
    wrong: 'A wrong password is answered 99.',
    stages: refusedLogins(emailKnown, { code: '99' }),
  },
  {
    id: 'tenth-wrong-password-accepted',
    clause: 'ES-09',
    wrong: 'Every tenth wrong password is accepted.',
    stages: ({ samePassword }) => {
      let wrong = 0;
      return {
        samePassword: (given, stored) => {
          if (samePassword(given, stored)) return true;
          wrong += 1;
          return wrong % 10 === 0;
        },
      };
    },
  },
  {
    id: 'unknown-email-is-99',
    clause: 'ES-10',
    wrong: 'An unknown e-mail is answered 99.',
    stages: refusedLogins(emailUnknown, { code: '99' }),
  },
  {
    id: 'unknown-email-is-12',
    clause: 'ES-10',
    wrong: 'An unknown e-mail counts as a malformed request.',
    stages: refusedLogins(emailUnknown, { code: '12' }),
  },
  {
    id: 'unknown-email-registered',
    clause: 'ES-10',
    wrong: 'An unknown e-mail is registered on the fly and gets a token.',
    stages: ({ authenticate }) => ({
      authenticate: async (login, call, stages) => {
        const company = call.accounts.esignon.companies.find(({ id }) => id === call.company);
        const known = company?.members.some((one) => one.email === login.email);
        if (!company || known) return authenticate(login, call, stages);
        return { companyId: company.id, email: login.email };
      },
    }),
  },
  {
    id: 'email-may-go-on',
    clause: 'ES-10',
    wrong: 'Whatever stands behind a known e-mail is not looked at.',
    stages: email((given, stored) => given.startsWith(stored)),
  },
  {
    id: 'email-may-begin-otherwise',
    clause: 'ES-10',
    wrong: 'Whatever stands before a known e-mail is not looked at.',
    stages: email((given, stored) => given.endsWith(stored)),
  },
  {
    id: 'unknown-email-has-other-message',
    clause: 'ES-11',
    level: 'SHOULD',
    wrong: 'An unknown e-mail is answered 10, but by another message than a wrong password.',
    stages: refusedLogins(emailUnknown, { message: 'no such user' }),
  },
  {
    id: 'unknown-email-has-other-status',
    clause: 'ES-11',
    level: 'SHOULD',
    wrong: 'An unknown e-mail is answered by HTTP 400, a wrong password by HTTP 200.',
    stages: refusedLogins(emailUnknown, { status: 400 }),
  },
  {
    id: 'wrong-password-counts-failures',
    clause: 'ES-11',
    level: 'SHOULD',
    wrong: 'Only a wrong password is answered with a member that tells of failures.',
    stages: (reference) => {
      const marked = `${reference.refusals.credentials.message} (password)`;
      return {
        ...refusedLogins(emailKnown, { message: marked })(reference),
        refuse: (row, call) => {
          const answer = reference.refuse({ ...row, message: row.message.replace(' (password)', '') }, call);
          return row.message === marked ? { ...answer, body: { fail_count: 1 } } : answer;
        },
      };
    },
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
