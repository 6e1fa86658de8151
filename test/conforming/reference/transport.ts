import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { brokenOff } from '../../mutants/support/json.js';
import { SELF_SIGNED } from '../../provider/support/self-signed.js';
import type { ConformingProvider } from '../conforming.js';
import { inTurn } from '../support/json-reply.js';
import { startTuned } from '../support/tuned-server.js';

const CODINGS = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const;

const TIMED_OUT = 'HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** What HTTP leaves open. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'always-compressed',
    unusual: 'Every answer is compressed, by gzip, deflate and br in turn.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (serve) => {
      const coding = inTurn(CODINGS);
      return serve({
        onReply: (reply) => {
          const [name, compress] = coding();
          return {
            ...reply,
            headers: { ...reply.headers, 'content-encoding': name },
            body: compress(Buffer.from(reply.body)),
          };
        },
      });
    },
  },
  {
    id: 'chunked',
    unusual: 'No answer has a Content-Length: all are chunked.',
    profiles: ['esignon-login'],
    start: (_, profiles) =>
      startTuned({ profiles }, (server) => {
        server.prependListener('request', (_request, response) => {
          const end = response.end.bind(response);
          response.end = (body: any) => {
            response.write(body);
            return end();
          };
        });
      }),
  },
  {
    id: 'hangs-up-on-strangers',
    unusual: 'Only esignon-login is served; on every other path the connection is closed without an answer.',
    profiles: ['esignon-login'],
    start: (_, profiles) =>
      startTuned({ profiles }, (server) => {
        server.prependListener('request', ({ url = '', socket }) => {
          if (!/\/login(?:\?|$)/.test(url)) socket.destroy();
        });
      }),
  },
  {
    id: 'busy-now-and-then',
    unusual: 'Every fortieth answer is 503 with Retry-After: 0, a page for people.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (serve) => {
      let answers = 0;
      return serve({
        onReply: (reply) => {
          answers += 1;
          if (answers % 40 !== 0) return reply;
          const headers = { 'content-type': 'text/html', 'retry-after': '0' };
          return { ...reply, status: 503, headers, body: '<p>Please come again.</p>' };
        },
      });
    },
  },
  {
    id: 'connection-close',
    unusual: 'The connection is closed after every answer, as announced.',
    profiles: ['esignon-startsimple'],
    start: (serve) =>
      serve({
        onReply: (reply) => ({ ...reply, headers: { ...reply.headers, connection: 'close' } }),
      }),
  },
  {
    id: 'idle-connections-cut',
    unusual: 'Connections that have been idle for 3 milliseconds are cut without a word.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (_, profiles) =>
      startTuned({ profiles }, (server) => {
        server.on('request', (request, response) => {
          const { socket } = request;
          clearTimeout((socket as { idle?: NodeJS.Timeout }).idle);
          response.on('finish', () => {
            (socket as { idle?: NodeJS.Timeout }).idle = setTimeout(() => socket.destroy(), 3);
          });
        });
      }),
  },
  {
    id: 'idle-connections-answered-408',
    unusual: 'Connections that have been idle for 3 milliseconds are given up with HTTP 408.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (_, profiles) =>
      startTuned({ profiles }, (server) => {
        server.on('request', ({ socket }, response) => {
          clearTimeout((socket as { idle?: NodeJS.Timeout }).idle);
          response.on('finish', () => {
            (socket as { idle?: NodeJS.Timeout }).idle = setTimeout(() => socket.end(TIMED_OUT), 3);
          });
        });
      }),
  },
  {
    id: 'three-answers-lost',
    unusual: 'The network loses three answers of the run: they break off.',
    profiles: ['esignon-login'],
    start: (serve) => {
      let answers = 0;
      return serve({
        onReply: (reply) => {
          answers += 1;
          return [40, 140, 240].includes(answers) ? brokenOff(reply) : reply;
        },
      });
    },
  },
  {
    id: 'three-requests-a-connection',
    unusual: 'A connection serves three requests.',
    profiles: ['esignon-startsimple'],
    start: (_, profiles) =>
      startTuned({ profiles }, (server) => {
        server.maxRequestsPerSocket = 3;
      }),
  },
  {
    id: 'slow-and-out-of-order',
    unusual: 'Answers take 5 to 40 milliseconds and overtake each other.',
    start: (serve) => {
      const wait = inTurn([40, 5, 20, 10, 30]);
      return serve({
        onReply: async (reply) => {
          await delay(wait());
          return reply;
        },
      });
    },
  },
  {
    id: 'header-fields-galore',
    unusual: 'Content-Type in odd capitals with parameters, cookies, long fields.',
    profiles: ['esignon-login', 'ckstack-token'],
    start: (serve) =>
      serve({
        onReply: (reply) => ({
          ...reply,
          headers: {
            ...reply.headers,
            'content-type': 'Application/JSON ; charset="UTF-8"; profile=x',
            'set-cookie': 'JSESSIONID=5f0e1d2c; Path=/; HttpOnly',
            'x-trace': 'a'.repeat(4000),
            server: 'Apache/2.4 (Unix) PHP/8.3',
            'x-empty': '',
          },
        }),
      }),
  },
  {
    id: 'media-type-without-charset',
    unusual: 'Content-Type is application/json alone.',
    profiles: ['esignon-startsimple'],
    start: (serve) =>
      serve({
        onReply: (reply) => ({ ...reply, headers: { 'content-type': 'application/json' } }),
      }),
  },
  {
    id: 'https-below-prefix',
    unusual: 'https with a certificate of its own, below a path prefix.',
    config: { ca: SELF_SIGNED.cert },
    start: (serve) => serve({ tls: SELF_SIGNED, prefix: '/v1/auth-service' }),
  },
  {
    id: 'at-most-200-a-second',
    unusual:
      'More than 200 requests in a second are throttled by 429 with Retry-After; the run keeps to 150.',
    profiles: ['esignon-login'],
    config: { rate: 150 },
    start: (serve) => {
      let second = 0;
      let count = 0;
      return serve({
        onReply: (reply) => {
          const now = Math.floor(Date.now() / 1000);
          count = now === second ? count + 1 : 1;
          second = now;
          if (count <= 200) return reply;
          return { status: 429, headers: { 'retry-after': '1' }, body: '' };
        },
      });
    },
  },
];
