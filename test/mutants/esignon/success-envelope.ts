import { bothProfiles, type EsignonDefect, success, successHeader } from '../support/esignon.js';
import { textOf } from '../support/json.js';

/** ES-01 to ES-03: outcome, envelope and response code of a success. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'success-is-created',
    clause: 'ES-01',
    wrong: 'A token is created, so the framework answers 201.',
    onReply: () => (reply) => (isSuccess(reply.body) ? { ...reply, status: 201 } : reply),
  },
  {
    id: 'success-is-http-400',
    clause: 'ES-01',
    wrong: 'HTTP 400 is set for every answer, success included.',
    onReply: () => (reply) => ({ ...reply, status: 400 }),
  },
  {
    id: 'second-user-cannot-log-in',
    clause: 'ES-01',
    wrong: 'Only the first member of a company is found.',
    stages: ({ authenticate }) => ({
      authenticate: (login, call, stages) => {
        const companies = call.accounts.esignon.companies.map((company) => ({
          ...company,
          members: company.members.slice(0, 1),
        }));
        const esignon = { ...call.accounts.esignon, companies };
        return authenticate(login, { ...call, accounts: { ...call.accounts, esignon } }, stages);
      },
    }),
  },
  {
    id: 'first-login-fails',
    clause: 'ES-01',
    wrong: 'The first good login after a start fails while caches are cold.',
    stages: ({ authenticate, refusals }) => {
      let cold = true;
      return {
        refusals: { ...refusals, target: { ...refusals.target, status: 200 } },
        authenticate: async (login, call, stages) => {
          const identity = await authenticate(login, call, stages);
          if (cold) {
            cold = false;
            throw new TypeError('the connection pool is not ready');
          }
          return identity;
        },
      };
    },
  },
  {
    id: 'every-tenth-success-is-99',
    clause: ['ES-01', 'ES-25', 'ES-30'],
    wrong: 'Every tenth good login is answered 99.',
    stages: ({ succeed }) => {
      let count = 0;
      return {
        succeed: (...call) => {
          const answer = succeed(...call);
          count += 1;
          if (count % 10 !== 0) return answer;
          return {
            header: { ...answer.header, result_code: '99', result_msg: 'Unexpected exception' },
            body: {},
          };
        },
      };
    },
  },
  {
    id: 'code-is-number',
    clause: 'ES-02',
    wrong: 'result_code of a success is the number 0.',
    stages: successHeader({ result_code: 0 }),
  },
  {
    id: 'code-has-one-digit',
    clause: 'ES-02',
    wrong: 'result_code of a success is "0": it went through a number.',
    stages: successHeader({ result_code: '0' }),
  },
  {
    id: 'success-message-empty',
    clause: 'ES-02',
    wrong: 'result_msg of a success is empty.',
    stages: successHeader({ result_msg: '' }),
  },
  {
    id: 'success-message-null',
    clause: 'ES-02',
    wrong: 'result_msg of a success is null.',
    stages: successHeader({ result_msg: null }),
  },
  {
    id: 'session-null',
    clause: 'ES-02',
    wrong: 'session_id of a success is null instead of empty.',
    stages: successHeader({ session_id: null }),
  },
  {
    id: 'session-missing',
    clause: 'ES-02',
    wrong: 'The serialiser leaves an empty session_id out.',
    stages: successHeader({ session_id: undefined }),
  },
  {
    id: 'header-in-list',
    clause: 'ES-02',
    wrong: 'header of a success is a list with one element.',
    stages: ({ serialise }) => ({
      serialise: (answer) => {
        const { header, body } = answer as { header: { result_code: string }; body: object };
        return serialise(header.result_code === '00' ? { header: [header], body } : answer);
      },
    }),
  },
  {
    id: 'members-in-camel-case',
    clause: 'ES-02',
    wrong: 'The serialiser writes the header of a success in camel case.',
    stages: success(({ header, body }) => ({
      header: {
        responseCode: header.response_code,
        resultCode: header.result_code,
        resultMsg: header.result_msg,
        sessionId: header.session_id,
      },
      body,
    })),
  },
  {
    id: 'success-in-data',
    clause: 'ES-02',
    wrong: 'A success is wrapped into a member data.',
    stages: ({ serialise }) => ({
      serialise: (answer) =>
        serialise(isSuccess(JSON.stringify(answer)) ? { success: true, data: answer } : answer),
    }),
  },
  {
    id: 'code-number-for-second-user',
    clause: 'ES-02',
    wrong: 'result_code is the number 0, for the second user only.',
    stages: success((answer) =>
      answer.body.memb_email.startsWith('joon')
        ? { ...answer, header: { ...answer.header, result_code: 0 } }
        : answer,
    ),
  },
  {
    id: 'response-code-of-request',
    clause: 'ES-03',
    wrong: 'response_code of a success repeats the request code 1001Q.',
    stages: successHeader({ response_code: '1001Q' }),
  },
  {
    id: 'response-code-in-small-letters',
    clause: 'ES-03',
    wrong: 'response_code of a success is "1001a".',
    stages: successHeader({ response_code: '1001a' }),
  },
  {
    id: 'response-code-padded',
    clause: 'ES-03',
    wrong: 'response_code of a success comes out of a CHAR column, padded with blanks.',
    stages: successHeader({ response_code: '1001A   ' }),
  },
];

function isSuccess(body: string | Uint8Array): boolean {
  return textOf(body).includes('"result_code":"00"');
}

export const MUTANTS = bothProfiles(DEFECTS);
