import { bothProfiles, type EsignonDefect, refusal, refusalHeader, rows } from '../support/esignon.js';

const OLD_TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** ES-16 and the refusals of ES-03: the form of a refusal. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'token-in-refusal',
    clause: 'ES-16',
    wrong: 'The answer is filled before the password is compared: a refusal holds a token.',
    stages: refusal((answer, row) =>
      row.code === '10' ? { ...answer, body: { access_token: OLD_TOKEN } } : answer,
    ),
  },
  {
    id: 'token-deep-in-refusal',
    clause: 'ES-16',
    wrong: 'A refusal of the format holds an older token, deep in a member for debugging.',
    stages: refusal((answer, row) =>
      row.code === '99' ? { ...answer, body: { debug: [{ session: { access_token: OLD_TOKEN } }] } } : answer,
    ),
  },
  {
    id: 'refusal-message-empty',
    clause: 'ES-16',
    wrong: 'result_msg of a refusal is empty: the table of messages lacks the language.',
    stages: rows(['unparsable', 'body'], { message: '' }),
  },
  {
    id: 'refusal-message-null',
    clause: 'ES-16',
    wrong: 'result_msg of refused credentials is null.',
    stages: refusal((answer, row) =>
      row.code === '10' ? { ...answer, header: { ...answer.header, result_msg: null } } : answer,
    ),
  },
  {
    id: 'refusal-message-list',
    clause: 'ES-16',
    wrong: 'result_msg of a request with members missing is a list of messages.',
    stages: ({ refuse, refusals }) => ({
      refuse: (row, call) => {
        const answer = refuse(row, call);
        if (row !== refusals.member) return answer;
        return { ...answer, header: { ...answer.header, result_msg: ['memb_pwd is required'] } };
      },
    }),
  },
  {
    id: 'refusal-code-number',
    clause: 'ES-16',
    wrong: 'result_code of a refusal is a number.',
    stages: refusal((answer, row) => ({
      ...answer,
      header: { ...answer.header, result_code: Number(row.code) },
    })),
  },
  {
    id: 'refusal-body-list',
    clause: 'ES-16',
    wrong: 'body of a refusal is an empty list, as PHP writes an empty array.',
    stages: refusal((answer) => ({ ...answer, body: [] })),
  },
  {
    id: 'refusal-body-empty-text',
    clause: 'ES-16',
    wrong: 'body of a refusal is an empty string.',
    stages: refusal((answer) => ({ ...answer, body: '' })),
  },
  {
    id: 'refusal-session-number',
    clause: 'ES-16',
    wrong: 'session_id of a refusal is the number 0.',
    stages: refusalHeader({ session_id: 0 }),
  },
  {
    id: 'refusal-without-response-code',
    clause: ['ES-16', 'ES-03'],
    wrong: 'A refusal of a malformed request has no response_code.',
    stages: refusal((answer, row) =>
      row.code === '12' ? { ...answer, header: { ...answer.header, response_code: undefined } } : answer,
    ),
  },
  {
    id: 'refusal-is-problem-json',
    clause: ['ES-16', 'ES-15'],
    wrong: 'A wrong request_code is answered by an error object of the framework, not by the envelope.',
    stages: ({ refuse, refusals, serialise }) => {
      const mark = '(not an envelope)';
      return {
        refuse: (row, call) => refuse(row === refusals.header ? { ...row, message: mark } : row, call),
        serialise: (answer) => {
          const text = String(serialise(answer));
          return text.includes(mark) ? '{"error":"Bad Request","message":"request_code"}' : text;
        },
      };
    },
  },
  {
    id: 'refused-response-code-of-request',
    clause: 'ES-03',
    wrong: 'response_code of refused credentials repeats the request code.',
    stages: refusal((answer, row) =>
      row.code === '10' ? { ...answer, header: { ...answer.header, response_code: '1001Q' } } : answer,
    ),
  },
  {
    id: 'refused-response-code-empty',
    clause: 'ES-03',
    wrong: 'response_code of refused credentials is empty.',
    stages: refusal((answer, row) =>
      row.code === '10' ? { ...answer, header: { ...answer.header, response_code: '' } } : answer,
    ),
  },
  {
    id: 'malformed-response-code-of-error',
    clause: 'ES-03',
    level: 'SHOULD',
    wrong: 'response_code of a malformed request is that of an error handler, 9999A.',
    stages: refusal((answer, row) =>
      row.code === '12' ? { ...answer, header: { ...answer.header, response_code: '9999A' } } : answer,
    ),
  },
  {
    id: 'format-response-code-empty',
    clause: 'ES-03',
    level: 'SHOULD',
    wrong: 'response_code is empty where the request code is not known.',
    stages: refusal((answer, row) =>
      row.code === '99' ? { ...answer, header: { ...answer.header, response_code: '' } } : answer,
    ),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
