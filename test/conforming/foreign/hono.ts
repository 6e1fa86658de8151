import http from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { ConformingProvider } from '../conforming.js';
import { ckstackService } from '../support/ckstack-service.js';
import { listening } from '../support/listening.js';

/** ckstack on Hono, with what it does of itself: plain text for what is not found. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'hono',
    unusual: 'Hono: plain text for what is not found, header fields in small letters.',
    leaves: ['CK-34'],
    profiles: ['ckstack-token'],
    start: () => {
      const server = http.createServer(getRequestListener(application().fetch));
      return listening(server, () => server.closeAllConnections());
    },
  },
];

function application(): Hono {
  const app = new Hono();
  app.post('/token', async (context) => {
    const { status, body } = ckstackService({
      target: context.req.url.replace(/^https?:\/\/[^/]+/, ''),
      header: (name) => context.req.header(name),
      body: new Uint8Array(await context.req.arrayBuffer()),
    });
    return context.json(body as Record<string, unknown>, status as 200);
  });
  return app;
}
