import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { ConformingProvider } from '../conforming.js';

/** Which profiles are served, and where. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'login-alone-amid-json-404',
    unusual: 'Only esignon-login is served; every other path gets JSON with HTTP 404.',
    profiles: ['esignon-login'],
    start: (serve) => serve(),
  },
  {
    id: 'ckstack-alone-amid-pages',
    unusual: 'Only ckstack is served; every other path gets the start page with HTTP 200.',
    profiles: ['ckstack-token'],
    start: (serve) =>
      serve({
        onReply: (reply, call) =>
          call.profile === null
            ? { status: 200, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><div id="app">' }
            : reply,
      }),
  },
  {
    id: 'startsimple-alone-amid-envelopes',
    unusual: 'Only startsimple is served; every other path gets code 99 in the envelope, with HTTP 400.',
    profiles: ['esignon-startsimple'],
    start: (serve) =>
      serve({
        onReply: (reply, call) => {
          if (call.profile !== null) return reply;
          const header = { response_code: '', result_code: '99', result_msg: 'no such API', session_id: '' };
          return { ...reply, status: 400, body: JSON.stringify({ header, body: {} }) };
        },
      }),
  },
  {
    id: 'startsimple-at-login',
    unusual: 'startsimple is served at the later address, as the fixtures say, with ckstack elsewhere.',
    profiles: ['esignon-startsimple', 'ckstack-token'],
    pinned: true,
    fixtures: {
      esignon: {
        ...EMBEDDED_FIXTURES.esignon,
        paths: { 'esignon-startsimple': '/api/{company}/login' },
      },
      ckstack: { ...EMBEDDED_FIXTURES.ckstack, path: '/auth/v2/token?format=json' },
    },
    start: (serve) =>
      serve({
        paths: { 'esignon-startsimple': '/api/{company}/login', 'ckstack-token': '/auth/v2/token' },
      }),
  },
];
