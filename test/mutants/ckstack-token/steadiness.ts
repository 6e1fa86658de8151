import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { newToken } from '../../../src/provider/http/secret.js';
import { type CkstackChange, type CkstackDefect, ckstackMutants, userKnown } from '../support/ckstack.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Locks a user after so many failures; `since` says what a good login does to the count. */
const lockedAfter =
  (failures: number, since: 'the last good login' | 'ever'): CkstackChange =>
  ({ authenticate }) => {
    const counts = new Map<string, number>();
    return {
      authenticate: async (login, call, stages) => {
        const count = counts.get(login.userId) ?? 0;
        if (count >= failures) throw new Refusal('credentials');
        try {
          const account = await authenticate(login, call, stages);
          if (since === 'the last good login') counts.set(login.userId, 0);
          return account;
        } catch (error) {
          if (userKnown(login, call)) counts.set(login.userId, count + 1);
          throw error;
        }
      },
    };
  };

/** CK-27, CK-28 and CK-33: one login does not disturb another. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'token-constant',
    clause: 'CK-27',
    wrong: 'Everybody gets the same token.',
    stages: () => ({ newToken: () => digest('token') }),
  },
  {
    id: 'token-of-api-key',
    clause: ['CK-27', 'CK-28'],
    wrong: 'The token is made from API key and hour: all users of a client share one.',
    stages: ({ succeed }) => ({
      succeed: (account, call, stages) =>
        succeed(account, call, {
          ...stages,
          newToken: () => digest(`key-1 ${Math.floor(call.now.getTime() / 3_600_000)}`),
        }),
    }),
  },
  {
    id: 'token-of-companies',
    clause: 'CK-27',
    wrong: 'The token is that of the first company: its users share one.',
    stages: ({ succeed }) => ({
      succeed: (account, call, stages) =>
        succeed(account, call, { ...stages, newToken: () => digest(account.companies[0]?.name ?? '') }),
    }),
  },
  {
    id: 'tokens-handed-out-in-turn',
    clause: 'CK-27',
    wrong: 'Sixty-four tokens are made once, and handed out in turn to whoever logs in.',
    stages: () => {
      let next = 0;
      return { newToken: () => digest(`token ${next++ % 64}`) };
    },
  },
  {
    id: 'token-numbers-start-anew',
    clause: 'CK-27',
    wrong: 'Tokens are made from a number of logins that starts anew after fifty.',
    stages: () => {
      let logins = 0;
      return {
        newToken: () => {
          logins = (logins + 1) % 50;
          return digest(`login ${logins}`);
        },
      };
    },
  },
  {
    id: 'race-of-user',
    clause: ['CK-28', 'CK-07'],
    wrong: 'The user of a login is kept in a shared variable: simultaneous logins get the last one.',
    stages: ({ authenticate }) => {
      let current: Awaited<ReturnType<typeof authenticate>> | undefined;
      return {
        authenticate: async (...call) => {
          const own = await authenticate(...call);
          current = own;
          await delay(2);
          return current ?? own;
        },
      };
    },
  },
  {
    id: 'race-of-tid',
    clause: ['CK-28', 'CK-02'],
    wrong: 'tid is kept in a shared variable: simultaneous logins get the last one.',
    stages: ({ authenticate, readTid, succeed }) => {
      let current: string | undefined;
      return {
        authenticate: async (login, call, stages) => {
          current = readTid(call.target);
          const account = await authenticate(login, call, stages);
          await delay(2);
          return account;
        },
        succeed: (account, call, stages) => succeed(account, call, { ...stages, readTid: () => current }),
      };
    },
  },
  {
    id: 'eight-logins-at-once',
    clause: ['CK-28', 'CK-01'],
    wrong: 'The pool holds eight connections: a further simultaneous login is refused.',
    stages: ({ authenticate }) => {
      let busy = 0;
      return {
        authenticate: async (...call) => {
          busy += 1;
          try {
            if (busy > 8) throw new Refusal('target');
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
    id: 'race-of-token',
    clause: ['CK-27', 'CK-28'],
    wrong: 'Simultaneous logins share the token that is being made.',
    stages: ({ authenticate, succeed }) => {
      let shared: string | undefined;
      return {
        authenticate: async (...call) => {
          const account = await authenticate(...call);
          shared ??= newToken();
          await delay(2);
          return account;
        },
        succeed: (account, call, stages) => {
          const token = shared ?? newToken();
          setTimeout(() => {
            shared = undefined;
          }, 2);
          return succeed(account, call, { ...stages, newToken: () => token });
        },
      };
    },
  },
  {
    id: 'locked-after-one-failure',
    clause: 'CK-33',
    wrong: 'A user is locked after one failed login.',
    stages: lockedAfter(1, 'the last good login'),
  },
  {
    id: 'locked-after-two-failures',
    clause: 'CK-33',
    wrong: 'A user is locked after two failed logins in a row.',
    stages: lockedAfter(2, 'the last good login'),
  },
  {
    id: 'locked-after-two-failures-ever',
    clause: 'CK-33',
    wrong: 'A user is locked after two failed logins: a good one does not reset the count.',
    stages: lockedAfter(2, 'ever'),
  },
  {
    id: 'refused-after-refusal',
    clause: ['CK-33', 'CK-01'],
    wrong: 'The outcome of the last login of a user is kept: the next good one is refused once.',
    stages: ({ authenticate }) => {
      const failed = new Set<string>();
      return {
        authenticate: async (login, call, stages) => {
          const before = failed.delete(login.userId);
          try {
            const account = await authenticate(login, call, stages);
            if (before) throw new Refusal('credentials');
            return account;
          } catch (error) {
            if (!before && userKnown(login, call)) failed.add(login.userId);
            throw error;
          }
        },
      };
    },
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
