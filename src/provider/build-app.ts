import type { Server } from 'node:http';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { PROFILES, type ProfileName } from '../profiles/built-in.js';
import { ACCOUNTS } from './accounts.js';
import type { AppOptions } from './app-options.js';
import type { Call } from './http/call.js';
import { httpRefusal } from './http/http-refusal.js';
import { Refusal } from './http/refusal.js';
import { plainReply, type Reply } from './http/reply.js';
import { originForm, type ProfileRoute, profileRoute } from './http/route.js';
import { profileHandlers } from './profile-handlers.js';

const DATE_TOLERANCE_MS = 15 * 60 * 1000;
const BODY_LIMIT_BYTES = 256 * 1024;
/** Longer than clients keep idle connections, so that a reset of a stale one is rare. */
const KEEP_ALIVE_MS = 72_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** No path parameter is too long that fits into Node's limit of a request's head. */
const LONGEST_COMPANY = 16_384;

/**
 * Builds the reference provider, without listening: all three profiles, conforming to every clause.
 * Each request becomes a `Call`, goes through the stages of its profile and comes out as a `Reply`.
 * @param options see `AppOptions`; none for the provider as the documents have it
 * @returns a Fastify instance that is not ready yet: hooks can be added, `inject` and `listen` make it ready
 */
export function buildApp(options: AppOptions = {}): FastifyInstance {
  const handlers = profileHandlers(options.stages);
  const routes = routesOf(options);
  const methods = options.methods ?? ['POST'];
  const app = Fastify(
    serverOptions(options, (request, reply) => refused(new Refusal('target'), request, reply)),
  );

  // The body stays bytes, whatever its media type: the stages read it.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  for (const { profile, pattern } of routes) {
    app.route<{ Params: { company?: string } }>({
      method: [...methods],
      url: pattern,
      handler: async (request, reply) => {
        const call = callOf(request, profile, request.params.company ?? '');
        return send(await handlers[profile].answer(call), call, reply);
      },
    });
  }
  app.setNotFoundHandler((request, reply) => refused(new Refusal('method'), request, reply));
  app.setErrorHandler((error, request, reply) => refused(httpRefusal(error), request, reply));
  // Node would answer an unknown expectation by 417 without a body; RFC 9110, 10.1.1 lets it be ignored.
  app.server.on('checkExpectation', (...exchange) => app.server.emit('request', ...exchange));
  return app;

  /** Answers what the stages never saw, in the envelope of the profile whose path it is. */
  function refused(
    refusal: Refusal | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const target = originForm(request.raw.url ?? '/');
    const route = routes.find(({ rawTarget }) => rawTarget.test(target));
    const company = route?.rawTarget.exec(target)?.[1] ?? '';
    const call = callOf(request, route?.profile ?? null, company);
    if (!refusal) return send(plainReply(500, 'internal', 'The provider has failed.'), call, reply);
    if (!route) return send(plainReply(404, 'not-found', 'There is no such endpoint.'), call, reply);
    const answer = handlers[route.profile].refuse(refusal, call);
    if (answer.status !== 405) return send(answer, call, reply);
    return send({ ...answer, headers: { ...answer.headers, allow: methods.join(', ') } }, call, reply);
  }

  function callOf(request: FastifyRequest, profile: ProfileName | null, company: string): Call {
    return {
      profile,
      method: request.method,
      target: originForm(request.raw.url ?? '/'),
      headers: request.headers,
      company,
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      accounts: options.accounts ?? ACCOUNTS,
      now: options.now?.() ?? new Date(),
      dateToleranceMs: options.dateToleranceMs ?? DATE_TOLERANCE_MS,
    };
  }

  async function send(answer: Reply, call: Call, reply: FastifyReply): Promise<FastifyReply> {
    const { status, headers, body } = options.onReply ? await options.onReply(answer, call) : answer;
    return reply.code(status).headers(headers).send(Buffer.from(body));
  }
}

function routesOf({ profiles, paths, prefix = '' }: AppOptions): readonly ProfileRoute[] {
  return PROFILES.filter(({ name }) => profiles?.includes(name) ?? true).map(({ name, defaultPath }) =>
    profileRoute(name, `${prefix}${paths?.[name] ?? defaultPath}`),
  );
}

function serverOptions(
  options: AppOptions,
  onBadTarget: (request: FastifyRequest, reply: FastifyReply) => void,
): FastifyServerOptions<Server> {
  const common = {
    bodyLimit: options.bodyLimit ?? BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    return503OnClosing: false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: LONGEST_COMPANY },
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      onBadTarget(request, reply),
  };
  // Fastify types http and https apart; its instances differ in the type of their server alone.
  return (options.tls ? { ...common, https: options.tls } : common) as FastifyServerOptions<Server>;
}
