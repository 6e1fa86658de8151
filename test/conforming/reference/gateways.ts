import { randomUUID } from 'node:crypto';
import { FIREWALL_PAGE, looksLikeAttack } from '../../mutants/support/attacks.js';
import { isJson } from '../../mutants/support/javascript.js';
import type { ConformingProvider } from '../conforming.js';
import { inTurn, textOf } from '../support/json-reply.js';

const PAGE = { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<h1>No</h1>' };

/** Names of members that come twice in an object, by their letters alone: good enough for logins. */
function hasDuplicates(text: string): boolean {
  const names = text.match(/"(?:header|body|request_code|memb_\w+|userId|password)"\s*:/gi) ?? [];
  return new Set(names.map((name) => name.toLowerCase().replace(/\s/g, ''))).size < names.length;
}

/** What is in front of providers, and what they may answer where the contract judges nothing else. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'web-application-firewall',
    unusual: 'A firewall answers what it takes for an attack by a page, with one of several statuses.',
    leaves: ['ES-26', 'CK-26'],
    start: (serve) => {
      const status = inTurn([403, 406, 411, 403]);
      return serve({
        onReply: (reply, call) =>
          looksLikeAttack(call.body) ? { ...FIREWALL_PAGE, status: status() } : reply,
      });
    },
  },
  {
    id: 'small-requests-only',
    unusual: 'A proxy refuses requests of more than 8 KiB by a page.',
    leaves: ['ES-26', 'CK-26'],
    start: (serve) =>
      serve({ onReply: (reply, call) => (call.body.length > 8 * 1024 ? { ...PAGE, status: 413 } : reply) }),
  },
  {
    id: 'attacks-are-rate-limited',
    unusual: 'What looks like an attack is answered 429 at once, whoever sends it.',
    profiles: ['esignon-login'],
    leaves: ['ES-26'],
    start: (serve) =>
      serve({
        onReply: (reply, call) =>
          looksLikeAttack(call.body)
            ? { ...PAGE, status: 429, headers: { ...PAGE.headers, 'retry-after': '0' } }
            : reply,
      }),
  },
  {
    id: 'unjudged-requests-get-a-page',
    unusual: 'Members that come twice, a byte order mark and deep nesting are answered 422 by a page.',
    start: (serve) =>
      serve({
        onReply: (reply, { body }) => {
          const text = Buffer.from(body).toString();
          const isDeep = /(?:\[\s*){33}|(?:\{"\w*":\s*){33}/.test(text);
          const isMarked = text.startsWith('\ufeff') && isJson(text.slice(1));
          return isDeep || isMarked || (isJson(text) && hasDuplicates(text))
            ? { ...PAGE, status: 422 }
            : reply;
        },
      }),
  },
  {
    id: 'no-page-with-a-query',
    unusual: 'A path with a query is another page, which there is not.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) =>
      serve({ onReply: (reply, { target }) => (target.includes('?') ? { ...PAGE, status: 404 } : reply) }),
  },
  {
    id: 'fresh-sessions',
    unusual: 'Every answer sets a session cookie, and refusals have members that are named like tokens.',
    start: (serve) =>
      serve({
        onReply: (reply) => ({
          ...reply,
          headers: { ...reply.headers, 'set-cookie': `session=${randomUUID()}; HttpOnly` },
          body: /"access_token"|"token":\{/.test(textOf(reply))
            ? reply.body
            : textOf(reply).replace(/\}$/, `,"csrf_token":"${randomUUID()}","token_type":"bearer"}`),
        }),
      }),
  },
];
