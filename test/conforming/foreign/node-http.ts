import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ConformingProvider } from '../conforming.js';
import { ckstackService } from '../support/ckstack-service.js';
import { esignonService, type Operation, type ServiceAnswer } from '../support/esignon-service.js';
import { listening } from '../support/listening.js';

/** All three profiles on node's own server: header names in odd case, early hints, answers byte by byte. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'node-http',
    unusual:
      "Node's own server: header names in odd case, 103 before the answer, which comes in small pieces.",
    start: () => {
      const server = http.createServer((request, response) => {
        void serve(request, response);
      });
      return listening(server, () => server.closeAllConnections());
    },
  },
];

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = decodableAnswerOf(request, Buffer.concat(chunks));
  if (answer === null) {
    response.writeHead(404, { 'content-TYPE': 'text/plain' });
    response.end('not here');
    return;
  }
  response.writeEarlyHints({ link: '</style.css>; rel=preload' });
  response.writeHead(answer.status, [
    ['cOnTeNt-TyPe', 'application/json;charset=utf-8'],
    ['SET-COOKIE', 'a=1'],
    ['SET-COOKIE', 'b=2'],
  ]);
  const bytes = Buffer.from(JSON.stringify(answer.body, null, '\t'));
  const step = Math.ceil(bytes.length / 3);
  for (let at = 0; at < bytes.length; at += step) {
    response.write(bytes.subarray(at, at + step));
    await delay(1);
  }
  response.end();
}

function decodableAnswerOf(request: IncomingMessage, body: Buffer): ServiceAnswer | null {
  try {
    return answerOf(request, body);
  } catch (error) {
    if (error instanceof URIError) return { status: 400, body: { error: 'the address cannot be decoded' } };
    throw error;
  }
}

function answerOf(request: IncomingMessage, body: Buffer): ServiceAnswer | null {
  const { method, url = '', headers } = request;
  const [path = ''] = url.split('?');
  const esignon = /^\/api\/([^/]+)\/(startsimple|login)$/.exec(path);
  if (!esignon && path !== '/token') return null;
  if (method !== 'POST') return { status: 405, body: { error: 'POST only' } };
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return { status: 415, body: null };
  if (esignon) return esignonService(esignon[2] as Operation, decodeURIComponent(esignon[1] ?? ''), body);
  return ckstackService({
    target: url,
    header: (name) => headers[name] as string | undefined,
    body,
  });
}
