import { type CkstackDefect, ckstackMutants, success, token } from '../support/ckstack.js';
import { textOf } from '../support/json.js';

/** CK-01, CK-04 to CK-06: outcome, message and token of a success. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'success-is-created',
    clause: 'CK-01',
    wrong: 'A token is created, so the framework answers 201.',
    onReply: () => (reply) => (textOf(reply.body).includes('S000001') ? { ...reply, status: 201 } : reply),
  },
  {
    id: 'success-code-in-small-letters',
    clause: 'CK-01',
    wrong: 'ckError of a success is "s000001".',
    stages: success((answer) => ({ ...answer, ckError: 's000001' })),
  },
  {
    id: 'success-code-lacks-zero',
    clause: 'CK-01',
    wrong: 'ckError of a success is "S00001", one zero short.',
    stages: success((answer) => ({ ...answer, ckError: 'S00001' })),
  },
  {
    id: 'success-code-number',
    clause: 'CK-01',
    wrong: 'ckError of a success is the number 1.',
    stages: success((answer) => ({ ...answer, ckError: 1 })),
  },
  {
    id: 'success-code-missing',
    clause: 'CK-01',
    wrong: 'A success has no ckError: there is no error.',
    stages: success((answer) => ({ ...answer, ckError: undefined })),
  },
  {
    id: 'general-user-cannot-log-in',
    clause: 'CK-01',
    wrong: 'Only administrators get a token.',
    stages: ({ authenticate }) => ({
      authenticate: async (login, call, stages) => {
        const users = call.accounts.ckstack.users.filter(({ userId }) => !userId.startsWith('normal'));
        const ckstack = { ...call.accounts.ckstack, users };
        return authenticate(login, { ...call, accounts: { ...call.accounts, ckstack } }, stages);
      },
    }),
  },
  {
    id: 'first-login-fails',
    clause: 'CK-01',
    wrong: 'The first good login after a start fails while caches are cold.',
    stages: ({ authenticate }) => {
      let cold = true;
      return {
        authenticate: async (...call) => {
          const account = await authenticate(...call);
          if (cold) {
            cold = false;
            throw new TypeError('the connection pool is not ready');
          }
          return account;
        },
      };
    },
  },
  {
    id: 'every-tenth-success-refused',
    clause: ['CK-01', 'CK-28'],
    wrong: 'Every tenth good login is refused.',
    stages: ({ succeed }) => {
      let count = 0;
      return {
        succeed: (...call) => {
          const answer = succeed(...call);
          count += 1;
          if (count % 10 !== 0) return answer;
          return { ckTid: answer.ckTid, ckError: 'E000500', ckMessage: 'busy' };
        },
      };
    },
  },
  {
    id: 'message-null',
    clause: 'CK-04',
    wrong: 'ckMessage of a success is null.',
    stages: success((answer) => ({ ...answer, ckMessage: null })),
  },
  {
    id: 'message-missing',
    clause: 'CK-04',
    wrong: 'A success has no ckMessage.',
    stages: success((answer) => ({ ...answer, ckMessage: undefined })),
  },
  {
    id: 'message-by-language',
    clause: 'CK-04',
    wrong: 'ckMessage of a success is an object with a text for each language.',
    stages: success((answer) => ({ ...answer, ckMessage: { ko: answer.ckMessage, en: 'success' } })),
  },
  {
    id: 'token-empty',
    clause: 'CK-05',
    wrong: 'token.token is empty.',
    stages: token(() => ({ token: '' })),
  },
  {
    id: 'token-number',
    clause: 'CK-05',
    wrong: 'token.token is a number.',
    stages: token((value) => ({ token: Number.parseInt(value.token.slice(0, 10), 16) })),
  },
  {
    id: 'token-flat',
    clause: 'CK-05',
    wrong: 'token is the token itself, with expireDate beside it.',
    stages: success(({ token: inner, ...answer }) => ({
      ...answer,
      token: inner.token,
      expireDate: inner.expireDate,
    })),
  },
  {
    id: 'token-in-list',
    clause: 'CK-05',
    wrong: 'token is a list with one element.',
    stages: success((answer) => ({ ...answer, token: [answer.token] })),
  },
  {
    id: 'token-named-otherwise',
    clause: 'CK-05',
    wrong: 'The token stands under token.accessToken.',
    stages: token((value) => ({ token: undefined, accessToken: value.token })),
  },
  {
    id: 'expires-in-milliseconds',
    clause: 'CK-06',
    wrong: 'expireDate is in milliseconds.',
    stages: ({ expireDate }) => ({ expireDate: (now) => expireDate(now) * 1000 }),
  },
  {
    id: 'expires-as-text',
    clause: 'CK-06',
    wrong: 'expireDate is a string of digits.',
    stages: token((value) => ({ expireDate: String(value.expireDate) })),
  },
  {
    id: 'expires-as-iso-date',
    clause: 'CK-06',
    wrong: 'expireDate is an ISO date.',
    stages: token((value) => ({ expireDate: new Date(value.expireDate * 1000).toISOString() })),
  },
  {
    id: 'expires-with-fraction',
    clause: 'CK-06',
    wrong: 'expireDate has a fraction: milliseconds were divided, not cut.',
    stages: ({ expireDate }) => ({ expireDate: (now) => expireDate(now) + 0.123 }),
  },
  {
    id: 'expires-as-lifetime',
    clause: 'CK-06',
    wrong: 'expireDate is the lifetime, 7200.',
    stages: () => ({ expireDate: () => 7200 }),
  },
  {
    id: 'expires-at-issue',
    clause: 'CK-06',
    wrong: 'expireDate is the time of issue.',
    stages: () => ({ expireDate: (now) => Math.floor(now.getTime() / 1000) - 1 }),
  },
  {
    id: 'expires-in-korean-time',
    clause: 'CK-06',
    wrong: 'expireDate is local time taken for UTC the wrong way round, nine hours too early.',
    stages: ({ expireDate }) => ({ expireDate: (now) => expireDate(now) - 9 * 3600 }),
  },
  {
    id: 'expires-never',
    clause: 'CK-06',
    wrong: 'expireDate is the largest number of 32 bits without a sign: a token that does not expire.',
    stages: () => ({ expireDate: () => 4_294_967_295 }),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
