import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { bothProfiles, type EsignonDefect, success } from '../support/esignon.js';
import { type Json, textOf } from '../support/json.js';

/** The password of a request; undefined where it cannot be read. */
function passwordOf(body: Uint8Array): string | undefined {
  const password = tryJson(textOf(body))?.body?.memb_pwd;
  return typeof password === 'string' ? password : undefined;
}

function tryJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Adds to the message of refusals with these codes. */
const message =
  (codes: readonly string[], more: (body: Uint8Array) => string) =>
  ({ refuse }: EsignonStages) => ({
    refuse: (...[row, call]: Parameters<EsignonStages['refuse']>) =>
      refuse(codes.includes(row.code) ? { ...row, message: `${row.message}${more(call.body)}` } : row, call),
  });

/** ES-23: no answer contains the password. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'password-in-message',
    clause: 'ES-23',
    wrong: 'The message of refused credentials repeats e-mail and password.',
    stages: message(['10'], (body) => ` (${passwordOf(body) ?? '-'})`),
  },
  {
    id: 'body-in-message',
    clause: 'ES-23',
    wrong: 'The message of malformed JSON repeats what was received.',
    stages: message(['12'], (body) => `: ${textOf(body).slice(0, 1000)}`),
  },
  {
    id: 'request-in-refusal',
    clause: 'ES-23',
    wrong: 'A request with a wrong request_code comes back in body.',
    stages: ({ refuse, refusals }) => ({
      refuse: (row, call) => {
        const answer = refuse(row, call);
        if (row !== refusals.header) return answer;
        return { ...answer, body: { request: tryJson(textOf(call.body)) ?? null } };
      },
    }),
  },
  {
    id: 'password-in-success',
    clause: 'ES-23',
    wrong: 'The record of the member goes out as it is, password included.',
    stages: success((answer, call) => ({
      ...answer,
      body: { ...answer.body, memb_pwd: passwordOf(call.body) },
    })),
  },
  {
    id: 'password-escaped-in-success',
    clause: 'ES-23',
    wrong: 'The password comes back in \\u escapes.',
    stages: ({ succeed, serialise }) => ({
      succeed: (identity, call, stages) => {
        const answer = succeed(identity, call, stages);
        return { ...answer, body: { ...answer.body, memo: `<${passwordOf(call.body)}>` } };
      },
      serialise: (answer) =>
        String(serialise(answer)).replace(
          /"<(.*?)>"/,
          (_, text: string) =>
            `"${[...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
        ),
    }),
  },
  {
    id: 'password-in-cookie',
    clause: 'ES-23',
    wrong: 'A cookie to remember the user holds the password.',
    onReply: () => (reply, call) => {
      const password = passwordOf(call.body);
      if (password === undefined || !textOf(reply.body).includes('"00"')) return reply;
      return {
        ...reply,
        headers: { ...reply.headers, 'set-cookie': `remember=${encodeURIComponent(password)}` },
      };
    },
  },
  {
    id: 'password-in-session-as-base64',
    clause: 'ES-23',
    wrong: 'The session of a refusal is the base64 of e-mail and password.',
    stages: ({ refuse }) => ({
      refuse: (row, call) => {
        const answer = refuse(row, call);
        const session = Buffer.from(`session:${passwordOf(call.body) ?? '-'}:1`).toString('base64url');
        return { ...answer, header: { ...answer.header, session_id: session } };
      },
    }),
  },
  {
    id: 'password-in-device-as-hexadecimal',
    clause: 'ES-23',
    wrong: 'The device id is the hexadecimal of the password.',
    stages: success((answer, call) => ({
      ...answer,
      body: {
        ...answer.body,
        device_id: Buffer.from(passwordOf(call.body) ?? '')
          .toString('hex')
          .toUpperCase(),
      },
    })),
  },
  {
    id: 'password-in-message-percent-encoded',
    clause: 'ES-23',
    wrong: 'The message of refused credentials repeats the request as a query.',
    stages: message(['10'], (body) => ` ?p=${encodeURIComponent(passwordOf(body) ?? '-')}&r=100%`),
  },
  {
    id: 'password-in-reason-phrase',
    clause: 'ES-23',
    wrong: 'The reason phrase of a refusal quotes e-mail and password.',
    onReply: () => (reply, call) => {
      const password = passwordOf(call.body);
      const isPlain = password !== undefined && /^[!-~]{1,100}$/.test(password);
      return isPlain && !textOf(reply.body).includes('"00"')
        ? { ...reply, reason: `No login by ${password}` }
        : reply;
    },
  },
  {
    id: 'password-in-trailer',
    clause: 'ES-23',
    wrong: 'A trailer for debugging has the request in base64.',
    onReply: () => (reply, call) => ({
      ...reply,
      trailers: { 'x-debug': Buffer.from(call.body).toString('base64').slice(0, 4000) },
    }),
  },
  {
    id: 'password-as-member-name',
    clause: 'ES-23',
    wrong: 'Where the e-mail is not known, the answer has the password for a member name.',
    stages: ({ refuse }) => ({
      refuse: (row, call) => {
        const answer = refuse(row, call);
        if (row.code !== '10') return answer;
        return { ...answer, body: { attempts: { [passwordOf(call.body) ?? '-']: 1 } } };
      },
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
