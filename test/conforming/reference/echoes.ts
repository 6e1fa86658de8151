import { ACCOUNTS } from '../../../src/provider/accounts.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { Call } from '../../../src/provider/http/call.js';
import type { Fixtures } from '../../support/profiles.js';
import type { ConformingProvider } from '../conforming.js';
import { editing, isSuccess, type Json, textOf } from '../support/json-reply.js';

/** The name in a request as it came, of whatever type; `undefined` where it cannot be read. */
function nameIn({ body }: Call): unknown {
  try {
    const document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return document?.body?.memb_email ?? document?.userId;
  } catch {
    return undefined;
  }
}

/** Puts something behind the message of each refusal. */
const refusing = (more: (call: Call) => string) =>
  editing((answer: Json, call) => {
    if (isSuccess(answer)) return answer;
    if (answer.ckMessage !== undefined) return { ...answer, ckMessage: `${answer.ckMessage}${more(call)}` };
    if (!answer.header) return answer;
    return {
      ...answer,
      header: { ...answer.header, result_msg: `${answer.header.result_msg}${more(call)}` },
    };
  });

const MEMBERS = ['mina@example.com', 'joon@example.com'].map((email) => ({ email, password: email }));
const BLOCKED = { email: 'bora@example.com', password: 'bora@example.com' };
const passwordsAreEmails: Fixtures = {
  esignon: {
    company: 'acme',
    clientId: 'client-1',
    ...(MEMBERS[0] && MEMBERS[1] ? { user: MEMBERS[0], secondUser: MEMBERS[1] } : {}),
    blockedCompany: { company: 'blocked', ...BLOCKED },
  },
};

/** Answers that repeat parts of the request. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'names-repeated-in-small-letters',
    unusual: 'Refusals repeat the e-mail or user id as it is looked up: in small letters.',
    fixtures: {
      ...EMBEDDED_FIXTURES,
      esignon: {
        ...EMBEDDED_FIXTURES.esignon,
        user: { email: 'Mina.Kim@Example.com', password: 'Mossy-Kestrel-41#Tarn' },
      },
    },
    start: (serve) =>
      serve({
        accounts: {
          ...ACCOUNTS,
          esignon: {
            ...ACCOUNTS.esignon,
            companies: ACCOUNTS.esignon.companies.map((company) => ({
              ...company,
              members: [
                ...company.members,
                ...(company.blocked
                  ? []
                  : [{ email: 'Mina.Kim@Example.com', password: 'Mossy-Kestrel-41#Tarn' }]),
              ],
            })),
          },
        },
        onReply: refusing((call) => {
          const name = nameIn(call);
          return typeof name === 'string' ? ` (${name.toLowerCase()})` : '';
        }),
      }),
  },
  {
    id: 'passwords-are-emails',
    unusual:
      'Everybody has the e-mail for a password; refusals quote the e-mail as it came, and every answer has a member __proto__.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    fixtures: passwordsAreEmails,
    start: (serve) => {
      const quoting = refusing((call) => ` (${JSON.stringify(nameIn(call) ?? null)})`);
      return serve({
        accounts: {
          ...ACCOUNTS,
          esignon: {
            clientId: 'client-1',
            companies: [
              { id: 'acme', blocked: false, members: MEMBERS },
              { id: 'blocked', blocked: true, members: [BLOCKED] },
            ],
          },
        },
        onReply: async (reply, call) => {
          const quoted = await quoting(reply, call);
          return { ...quoted, body: textOf(quoted).replace('{', '{"__proto__":{"constructor":[]},') };
        },
      });
    },
  },
];
