import type { Call } from '../../../src/provider/http/call.js';
import { Refusal } from '../../../src/provider/http/refusal.js';
import { inForm, inHeader, inJson, inQuery, servingWhere } from '../../mutants/support/method-override.js';
import { isChunked, isCoded } from '../../mutants/support/unusual-requests.js';
import type { ConformingProvider } from '../conforming.js';
import { inTurn, isEnvelope, isSuccess, textOf } from '../support/json-reply.js';

/** Statuses and bodies that the contract leaves open. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'refusals-by-400',
    unusual: 'Every refusal is HTTP 400.',
    start: (serve) =>
      serve({
        onReply: (reply) => {
          const answer = JSON.parse(textOf(reply));
          return isEnvelope(answer) && !isSuccess(answer) ? { ...reply, status: 400 } : reply;
        },
      }),
  },
  {
    id: 'everything-by-200',
    unusual: 'Every answer is HTTP 200, those to other methods and media types included.',
    leaves: ['ES-22', 'CK-22'],
    start: (serve) => serve({ onReply: (reply, call) => (call.profile ? { ...reply, status: 200 } : reply) }),
  },
  {
    id: 'ckstack-refusals-by-any-4xx',
    unusual: 'Refusals of ckstack take statuses from 200 to 451 as they come.',
    profiles: ['ckstack-token'],
    // A wrong password and an unknown user would differ.
    leaves: ['CK-14'],
    start: (serve) => {
      const status = inTurn([400, 403, 422, 200, 409, 401, 451, 410]);
      return serve({
        onReply: (reply, call) => {
          const refused = call.profile === 'ckstack-token' && call.method === 'POST' && reply.status !== 200;
          return refused ? { ...reply, status: status() } : reply;
        },
      });
    },
  },
  {
    id: 'methods-404-in-html',
    unusual: 'Other methods get the HTML page 404 of a web server, other media types one with 415.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (serve) =>
      serve({
        onReply: (reply, call) => {
          const status = call.method === 'POST' ? reply.status : 404;
          if (status !== 404 && status !== 415) return reply;
          return { status, headers: { 'content-type': 'text/html' }, body: `<h1>${status}</h1>` };
        },
      }),
  },
  {
    id: 'methods-501-without-body',
    unusual: 'Other methods get 501 or 400 without a body, other media types 400 likewise.',
    profiles: ['esignon-startsimple', 'ckstack-token'],
    start: (serve) => {
      const status = inTurn([501, 400, 405]);
      return serve({
        onReply: (reply, call) => {
          if (call.method !== 'POST') return { status: status(), headers: {}, body: '' };
          return reply.status === 415 ? { status: 400, headers: {}, body: '' } : reply;
        },
      });
    },
  },
  {
    id: 'rare-methods-and-overrides-403',
    unusual: 'Methods that few know get 501, requests that name another method 403, both without a body.',
    start: (serve) =>
      serve({
        onReply: (reply, call) => {
          if (call.method === 'POST') return reply;
          if (namesMethod(call)) return { status: 403, headers: {}, body: '' };
          const known = ['GET', 'PUT', 'PATCH', 'DELETE'].includes(call.method);
          return { status: known ? 405 : 501, headers: {}, body: '' };
        },
      }),
  },
  {
    id: 'put-overridden',
    unusual: 'PUT and PATCH are served where X-HTTP-Method-Override says POST.',
    leaves: ['ES-22', 'CK-22'],
    start: (serve) => {
      const stages = servingWhere(inHeader('x-http-method-override'));
      return serve({
        methods: ['POST', 'PUT', 'PATCH'],
        stages: { 'esignon-startsimple': stages, 'esignon-login': stages, 'ckstack-token': stages },
      });
    },
  },
  {
    id: 'unusual-requests-refused',
    unusual:
      'Chunks get 411, a content coding 415, what cannot be decoded 400 and a request of 8 KiB or more 413: pages for people; a session id that is no string gets 99.',
    leaves: ['ES-20', 'ES-26', 'CK-26'],
    start: (serve) => {
      const strict = ({ parse }: { readonly parse: (text: string) => unknown }) => ({
        parse: (text: string) => {
          if (/"session_id"\s*:\s*[^"\s]/.test(text)) throw new Refusal('header');
          return parse(text);
        },
      });
      return serve({
        stages: { 'esignon-startsimple': strict, 'esignon-login': strict },
        onReply: (reply, call) => {
          const status = unusualStatus(call);
          if (status === null || call.method !== 'POST') return reply;
          return { status, headers: { 'content-type': 'text/html' }, body: `<h1>${status}</h1>` };
        },
      });
    },
  },
  {
    id: 'large-bodies-413-in-html',
    unusual: 'Requests over 16 KiB get 413 with an HTML page, from whatever stands in front.',
    profiles: ['esignon-login', 'ckstack-token'],
    leaves: ['ES-26', 'CK-26'],
    start: (serve) =>
      serve({
        bodyLimit: 16 * 1024,
        onReply: (reply) =>
          reply.status === 413
            ? { status: 413, headers: { 'content-type': 'text/html' }, body: '<h1>413</h1>' }
            : reply,
      }),
  },
];

function unusualStatus(call: Call): number | null {
  if (isChunked(call)) return 411;
  if (isCoded(call)) return 415;
  if (/%(?![0-9a-f]{2})/i.test(call.target)) return 400;
  const head = Object.entries(call.headers).reduce((sum, field) => sum + field.join(': \r\n').length, 0);
  return call.target.length + head + call.body.length >= 8192 ? 413 : null;
}

function namesMethod(call: Call): boolean {
  const named = inHeader('x-http-method-override', 'x-http-method', 'x-method-override');
  return named(call) || inQuery(call) || inForm(call) || inJson(call);
}
