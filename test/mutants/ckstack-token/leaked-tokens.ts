import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import { FIREWALL_PAGE, looksLikeAttack } from '../support/attacks.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';
import { textOf } from '../support/json.js';

const TOKEN = /"token":\{"token":"([^"]+)"/;

/** Tokens where nobody is let in (CK-18), under whatever name, and attacks that only a gateway stops (CK-26). */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'last-token-in-header',
    clause: 'CK-18',
    wrong: 'Refusals have a header with the token that was given last.',
    onReply: () => {
      let last = 'none yet';
      const onReply: NonNullable<ProviderOptions['onReply']> = (reply) => {
        const [, token] = TOKEN.exec(textOf(reply.body)) ?? [];
        if (token === undefined) return { ...reply, headers: { ...reply.headers, 'x-auth': last } };
        last = token;
        return reply;
      };
      return onReply;
    },
  },
  {
    id: 'token-by-another-name',
    clause: 'CK-18',
    wrong: 'Refusals have a token under the name jwt.',
    onReply: () => (reply) =>
      TOKEN.test(textOf(reply.body))
        ? reply
        : { ...reply, body: textOf(reply.body).replace(/\}$/, ',"jwt":"eyJhbGciOiJub25lIn0.e30."}') },
  },
  {
    id: 'firewall-keeps-attacks-out',
    clause: 'CK-26',
    level: 'SHOULD',
    wrong: 'Attacks are stopped by a firewall, with a page of its own.',
    onReply: () => (reply, call) => (looksLikeAttack(call.body) ? FIREWALL_PAGE : reply),
  },
];

export const MUTANTS = ckstackMutants(DEFECTS);
