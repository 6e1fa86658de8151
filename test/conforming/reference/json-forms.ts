import { randomBytes, randomUUID } from 'node:crypto';
import type { ConformingProvider } from '../conforming.js';
import { editing, inTurn, isEnvelope, isSuccess, type Json, textOf } from '../support/json-reply.js';

/** Every string in \u escapes, white space of all kinds between the tokens. */
function spelt(value: Json): string {
  if (typeof value === 'string') {
    const units = Array.from({ length: value.length }, (_, at) =>
      value.charCodeAt(at).toString(16).padStart(4, '0'),
    );
    return `"${units.map((unit) => `\\u${unit}`).join('')}"`;
  }
  if (Array.isArray(value)) return ` [\n${value.map(spelt).join('\t,\r\n')} ] `;
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)}\n`;
  const members = Object.entries(value).reverse();
  return `\r\n{ ${members.map(([name, member]) => `${spelt(name)}\t:\n${spelt(member)}`).join(' ,')} }\n`;
}

/** Members that no document knows, beside the known ones. */
function crowded(answer: Json): Json {
  const more = { _links: [], trace: { id: 7, spans: [null, true] }, 'ünknown member': '값', result: null };
  if (answer.header) {
    return {
      ...more,
      ...answer,
      header: { ...answer.header, ...more },
      body: { ...answer.body, ...more, roles: [] },
    };
  }
  if (!answer.company) return { ...more, ...answer };
  return {
    ...answer,
    ...more,
    token: { ...answer.token, ...more, type: 'bearer' },
    user: { ...answer.user, ...more, locale: 'ko' },
    company: answer.company.map((company: Json) => ({
      ...company,
      ...more,
      groups: company.groups.map((group: Json) => ({
        ...group,
        ...more,
        menus: group.menus.map((menu: Json) => ({ ...menu, ...more, menus: [] })),
      })),
    })),
  };
}

/** No member that may be left out. */
function sparse(answer: Json): Json {
  if (answer.header) {
    if (isSuccess(answer)) return answer;
    const { result_code, result_msg } = answer.header;
    const response_code = result_code === '10' ? '1001A' : '';
    return { header: { response_code, result_code, result_msg } };
  }
  const { ckTid, ckError, ckMessage, token, user, company } = answer;
  if (!company) return ckError === 'E000401' ? { ckTid, ckError, ckMessage } : { ckError, ckMessage };
  return {
    ckTid,
    ckError,
    ckMessage: '',
    token,
    user: { id: user.id, userId: user.userId },
    company: company.map(({ id, name, groups }: Json) => ({
      id,
      name,
      groups: groups.map((group: Json) => ({
        id: group.id,
        name: group.name,
        menus: group.menus.map((menu: Json) => ({ name: menu.name })),
      })),
    })),
  };
}

const ODD_TOKENS = [
  () => randomBytes(3000).toString('base64url'),
  () => `"${randomUUID()}"\\ <token> 토큰 \u{1f511}`,
  () => `  ${randomUUID()}\n`,
  () => String(Math.random()),
  () => `{"jwt":"${randomUUID()}"}`,
];

/** Forms of the answers' JSON that the contract leaves open. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'answers-spelt-oddly',
    unusual: 'Answers have every string in \\u escapes, white space everywhere, members in reverse order.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (serve) => serve({ onReply: (reply) => ({ ...reply, body: spelt(JSON.parse(textOf(reply))) }) }),
  },
  {
    id: 'answers-with-bom',
    unusual: 'A byte order mark stands before the JSON of every answer.',
    profiles: ['esignon-startsimple', 'ckstack-token'],
    leaves: ['ES-18', 'CK-31'],
    start: (serve) => serve({ onReply: (reply) => ({ ...reply, body: `\ufeff${textOf(reply)}` }) }),
  },
  {
    id: 'crowded-answers',
    unusual: 'Answers are full of members that no document knows.',
    start: (serve) =>
      serve({ onReply: editing((answer) => (isEnvelope(answer) ? crowded(answer) : answer)) }),
  },
  {
    id: 'sparse-answers',
    unusual:
      'Answers leave out whatever may be: session_id, body and response_code of refusals, most of the records.',
    leaves: ['ES-03', 'CK-02', 'CK-08'],
    start: (serve) => serve({ onReply: editing((answer) => (isEnvelope(answer) ? sparse(answer) : answer)) }),
  },
  {
    id: 'refusals-with-nulls',
    unusual: 'session_id and body of a refusal are null, token, user and company of ckstack null or empty.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (serve) =>
      serve({
        onReply: editing((answer) => {
          if (!isEnvelope(answer) || isSuccess(answer)) return answer;
          if (!answer.header) return { ...answer, token: null, user: {}, company: [] };
          return { header: { ...answer.header, session_id: null }, body: null };
        }),
      }),
  },
  {
    id: 'refusals-with-empty-token',
    unusual: 'Refusals have all members of a success, empty: what is empty is no token.',
    profiles: ['esignon-startsimple', 'ckstack-token'],
    start: (serve) =>
      serve({
        onReply: editing((answer) => {
          if (!isEnvelope(answer) || isSuccess(answer)) return answer;
          if (!answer.header) return { ...answer, token: { token: '', expireDate: 0 } };
          const body = { access_token: '', comp_id: '', device_id: '', expire_date: '', memb_email: '' };
          return { ...answer, body };
        }),
      }),
  },
  {
    id: 'messages-of-all-kinds',
    unusual: 'Messages repeat e-mail, user id and tid, and hold times, references, emoji and line breaks.',
    start: (serve) =>
      serve({
        onReply: editing((answer, call) => {
          if (!isEnvelope(answer)) return answer;
          const sent = sentName(call.body);
          const more = ` (${sent}) at ${new Date().toISOString()}, ref ${randomUUID()} \u{1f6ab}\n"<b>"`;
          if (!answer.header) return { ...answer, ckMessage: `${answer.ckMessage}${more}` };
          return {
            ...answer,
            header: { ...answer.header, result_msg: `${answer.header.result_msg}${more}` },
          };
        }),
      }),
  },
  {
    id: 'sessions-and-devices',
    unusual: 'session_id and device_id are filled, of every answer anew.',
    profiles: ['esignon-startsimple'],
    start: (serve) =>
      serve({
        onReply: editing((answer) => {
          if (!answer.header) return answer;
          const header = { ...answer.header, session_id: randomUUID() };
          return isSuccess(answer)
            ? { header, body: { ...answer.body, device_id: `device-${randomUUID()}` } }
            : { ...answer, header };
        }),
      }),
  },
  {
    id: 'odd-tokens',
    unusual: 'Tokens are very long, or hold quotes, blanks, other scripts, JSON.',
    start: (serve) => {
      const token = inTurn(ODD_TOKENS);
      const stages = () => ({ newToken: () => token()() });
      return serve({
        stages: { 'esignon-startsimple': stages, 'esignon-login': stages, 'ckstack-token': stages },
      });
    },
  },
];

/** The name that a request gives, where it can be read. */
function sentName(body: Uint8Array): string {
  try {
    const request: Json = JSON.parse(textOf({ body }));
    return String(request.body?.memb_email ?? request.userId ?? '-').slice(0, 100);
  } catch {
    return '-';
  }
}
