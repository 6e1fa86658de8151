import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import { FIREWALL_PAGE, looksLikeAttack } from '../support/attacks.js';
import { bothProfiles, type EsignonDefect } from '../support/esignon.js';
import { textOf } from '../support/json.js';

type OnReply = NonNullable<ProviderOptions['onReply']>;
type Reply = Parameters<OnReply>[0];
type Call = Parameters<OnReply>[1];

const TOKEN = /"access_token":"([^"]+)"/;

/** Changes every answer without a token, knowing the last token that was given. */
const withLastToken = (change: (reply: Reply, token: string, call: Call) => Reply) => (): OnReply => {
  let last = '';
  return (reply, call) => {
    const [, token] = TOKEN.exec(textOf(reply.body)) ?? [];
    if (token !== undefined) last = token;
    return token !== undefined || last === '' ? reply : change(reply, last, call);
  };
};

const inBody = (reply: Reply, member: string): Reply => ({
  ...reply,
  body: textOf(reply.body).replace(/"body":\{\}|"body":null|\}$/, (end) =>
    end === '}' ? `,${member}}` : `"body":{${member}}`,
  ),
});

/** Tokens where nobody is let in (ES-16), under whatever name, and attacks that only a gateway stops (ES-26). */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'last-token-in-cookie',
    clause: 'ES-16',
    wrong: 'The session of the connection keeps the last token: refusals set it as a cookie.',
    onReply: withLastToken((reply, token) => ({
      ...reply,
      headers: { ...reply.headers, 'set-cookie': `auth=${token}; HttpOnly` },
    })),
  },
  {
    id: 'last-token-in-message',
    clause: 'ES-16',
    wrong: 'The message of a refusal ends with the token that was given last.',
    onReply: withLastToken((reply, token) => ({
      ...reply,
      body: textOf(reply.body).replace(/"result_msg":"/, (begin) => `${begin}[${token}] `),
    })),
  },
  {
    id: 'token-by-another-name',
    clause: 'ES-16',
    wrong: 'Refusals have a fresh token under the name accessToken.',
    onReply: withLastToken((reply) => inBody(reply, '"accessToken":"0f4c9d7e1b2a"')),
  },
  {
    id: 'token-in-415',
    clause: ['ES-16', 'ES-31'],
    wrong: 'A login that is not sent as JSON is refused with HTTP 415, and the token comes along.',
    onReply: withLastToken((reply, token, call) =>
      reply.status === 415 || !/json/.test(String(call.headers['content-type']))
        ? {
            status: 415,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ error: 'unsupported', access_token: token }),
          }
        : reply,
    ),
  },
  {
    id: 'firewall-page-with-token',
    clause: 'ES-16',
    wrong: 'The page of the firewall shows the token of whoever logged in before.',
    onReply: withLastToken((reply, token, call) =>
      looksLikeAttack(call.body) ? { ...FIREWALL_PAGE, body: `<p>${token}</p>` } : reply,
    ),
  },
  {
    id: 'firewall-for-ordinary-logins',
    clause: ['ES-17', 'ES-18', 'ES-09'],
    wrong: 'A firewall stops whoever mistypes the password.',
    onReply: () => (reply) => (textOf(reply.body).includes('"result_code":"10"') ? FIREWALL_PAGE : reply),
  },
  {
    id: 'firewall-keeps-attacks-out',
    clause: 'ES-26',
    level: 'SHOULD',
    wrong: 'Attacks are stopped by a firewall, with a page of its own.',
    onReply: () => (reply, call) => (looksLikeAttack(call.body) ? FIREWALL_PAGE : reply),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
