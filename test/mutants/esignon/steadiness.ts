import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { newToken } from '../../../src/provider/http/secret.js';
import { bothProfiles, type EsignonChange, type EsignonDefect, emailKnown } from '../support/esignon.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Locks an account after so many failures; `since` says what a good login does to the count. */
const lockedAfter =
  (failures: number, since: 'the last good login' | 'ever'): EsignonChange =>
  ({ authenticate }) => {
    const counts = new Map<string, number>();
    return {
      authenticate: async (login, call, stages) => {
        const count = counts.get(login.email) ?? 0;
        if (count >= failures) throw new Refusal('credentials');
        try {
          const identity = await authenticate(login, call, stages);
          if (since === 'the last good login') counts.set(login.email, 0);
          return identity;
        } catch (error) {
          if (emailKnown(login, call)) counts.set(login.email, count + 1);
          throw error;
        }
      },
    };
  };

/** ES-24, ES-25, ES-30: one login does not disturb another. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'token-constant',
    clause: 'ES-24',
    wrong: 'Everybody gets the same token.',
    stages: () => ({ newToken: () => digest('token') }),
  },
  {
    id: 'token-of-company',
    clause: ['ES-24', 'ES-25'],
    wrong: 'The token is kept by company: all its users share one.',
    stages: ({ succeed }) => {
      const tokens = new Map<string, string>();
      return {
        succeed: (identity, call, stages) => {
          const token = tokens.get(identity.companyId) ?? newToken();
          tokens.set(identity.companyId, token);
          return succeed(identity, call, { ...stages, newToken: () => token });
        },
      };
    },
  },
  {
    id: 'token-of-second',
    clause: ['ES-24', 'ES-25'],
    wrong: 'The token is made from the time: whoever logs in within the same minute gets the same.',
    stages: ({ succeed }) => ({
      succeed: (identity, call, stages) =>
        succeed(identity, call, {
          ...stages,
          newToken: () => digest(String(Math.floor(call.now.getTime() / 600_000))),
        }),
    }),
  },
  {
    id: 'token-seeded-alike',
    clause: 'ES-24',
    wrong: 'The generator of tokens is seeded with the length of the e-mail.',
    stages: ({ succeed }) => ({
      succeed: (identity, call, stages) =>
        succeed(identity, call, { ...stages, newToken: () => digest(String(identity.email.length)) }),
    }),
  },
  {
    id: 'tokens-handed-out-in-turn',
    clause: 'ES-24',
    wrong: 'Sixty-four tokens are made once, and handed out in turn to whoever logs in.',
    stages: () => {
      let next = 0;
      return { newToken: () => digest(`token ${next++ % 64}`) };
    },
  },
  {
    id: 'token-numbers-start-anew',
    clause: 'ES-24',
    wrong: 'Tokens are made from a number of logins that starts anew after fifty.',
    stages: ({ succeed }) => {
      let logins = 0;
      return {
        succeed: (identity, call, stages) => {
          logins = (logins + 1) % 50;
          return succeed(identity, call, { ...stages, newToken: () => digest(`login ${logins}`) });
        },
      };
    },
  },
  {
    id: 'race-of-identity',
    clause: ['ES-25', 'ES-06'],
    wrong: 'The user of a login is kept in a shared variable: simultaneous logins get the last one.',
    stages: ({ authenticate }) => {
      let current = { companyId: '', email: '' };
      return {
        authenticate: async (...call) => {
          current = await authenticate(...call);
          await delay(2);
          return current;
        },
      };
    },
  },
  {
    id: 'race-of-token',
    clause: ['ES-24', 'ES-25'],
    wrong: 'Simultaneous logins share the token that is being made.',
    stages: ({ authenticate, succeed }) => {
      let shared: string | undefined;
      return {
        authenticate: async (...call) => {
          const identity = await authenticate(...call);
          shared ??= newToken();
          await delay(2);
          return identity;
        },
        succeed: (identity, call, stages) => {
          const token = shared ?? newToken();
          setTimeout(() => {
            shared = undefined;
          }, 2);
          return succeed(identity, call, { ...stages, newToken: () => token });
        },
      };
    },
  },
  {
    id: 'eight-logins-at-once',
    clause: ['ES-25', 'ES-01'],
    wrong: 'The pool holds eight connections: a further simultaneous login is answered 99.',
    stages: ({ authenticate }) => {
      let busy = 0;
      return {
        authenticate: async (...call) => {
          busy += 1;
          try {
            if (busy > 8) throw new Refusal('header');
            await delay(busy > 1 ? 120 : 40);
            return await authenticate(...call);
          } finally {
            busy -= 1;
          }
        },
      };
    },
  },
  {
    id: 'one-login-a-user-at-once',
    clause: ['ES-25', 'ES-01'],
    wrong: 'While a login of a user is under way, another of the same user is refused.',
    stages: ({ authenticate }) => {
      const busy = new Set<string>();
      return {
        authenticate: async (login, call, stages) => {
          if (busy.has(login.email)) throw new Refusal('credentials');
          busy.add(login.email);
          try {
            await delay(2);
            return await authenticate(login, call, stages);
          } finally {
            busy.delete(login.email);
          }
        },
      };
    },
  },
  {
    id: 'locked-after-two-failures',
    clause: 'ES-30',
    wrong: 'An account is locked after two failed logins in a row.',
    stages: lockedAfter(2, 'the last good login'),
  },
  {
    id: 'locked-after-one-failure',
    clause: 'ES-30',
    wrong: 'An account is locked after one failed login.',
    stages: lockedAfter(1, 'the last good login'),
  },
  {
    id: 'locked-after-two-failures-ever',
    clause: 'ES-30',
    wrong: 'An account is locked after two failed logins: a good one does not reset the count.',
    stages: lockedAfter(2, 'ever'),
  },
  {
    id: 'refused-after-malformed',
    clause: ['ES-30', 'ES-01'],
    wrong: 'After malformed JSON the parser is left in its state: the next request is refused.',
    stages: ({ parse }) => {
      let broken = false;
      return {
        parse: (text) => {
          if (broken) {
            broken = false;
            throw new Refusal('unparsable');
          }
          try {
            return parse(text);
          } catch (error) {
            broken = true;
            throw error;
          }
        },
      };
    },
  },
  {
    id: 'refused-after-refusal',
    clause: ['ES-30', 'ES-01'],
    wrong: 'The outcome of the last login to an account is kept: the next good one is refused once.',
    stages: ({ authenticate }) => {
      const failed = new Set<string>();
      return {
        authenticate: async (login, call, stages) => {
          const before = failed.delete(login.email);
          try {
            const identity = await authenticate(login, call, stages);
            if (before) throw new Refusal('credentials');
            return identity;
          } catch (error) {
            if (!before && emailKnown(login, call)) failed.add(login.email);
            throw error;
          }
        },
      };
    },
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
