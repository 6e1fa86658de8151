import http from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import type { ConformingProvider } from '../conforming.js';
import { esignonService, type Operation } from '../support/esignon-service.js';
import { listening } from '../support/listening.js';

/** Both eSignon profiles on Express, with what it does of itself: ETags, pages for errors, its own limits. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'express',
    unusual: 'Express: ETags, its own pages for what is not found, 413 for bodies over its limit of 100 KiB.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: () => {
      const server = http.createServer(application());
      return listening(server, () => server.closeAllConnections());
    },
  },
];

function application(): express.Express {
  const app = express();
  app.use(express.raw({ type: 'application/json' }));
  app.post('/api/:company/:operation', (request, response, next) => {
    const { company = '', operation = '' } = request.params;
    if (operation !== 'startsimple' && operation !== 'login') return next();
    if (!request.is('application/json')) return response.status(415).end();
    // Without a body express.raw leaves it undefined.
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { status, body } = esignonService(operation satisfies Operation, String(company), bytes);
    return response.status(status).json(body);
  });
  const onError: ErrorRequestHandler = (error, _request, response, _next) => {
    response.status(error.status ?? 400).json({
      header: { response_code: '1001A', result_code: '99', result_msg: 'bad request', session_id: null },
    });
  };
  app.use(onError);
  return app;
}
