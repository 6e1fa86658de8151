import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SuiteError } from '../errors/suite-error.js';
import { isObject, memberOf } from '../text/json-members.js';
import {
  answerHeaders,
  canBeRelayed,
  type RelayAnswer,
  type RelayRequest,
  requestHeaders,
} from './relayed-request.js';

/** What a verification gets from us: its contract, its provider states, and its way to the target. */
export interface ProxyHandler {
  /** Served as JSON; absent where the contract comes from elsewhere. */
  readonly contract?: unknown;
  changeState(call: StateCall): Promise<StateReply>;
  /** @returns `null`: there is no answer, the connection is closed */
  exchange(request: RelayRequest): Promise<RelayAnswer | null>;
}

export interface StateCall {
  readonly action: 'setup' | 'teardown';
  readonly state: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The values of a state that was set up, or the verification fails before it sends anything. */
export type StateReply = { readonly values: Readonly<Record<string, unknown>> } | { readonly refused: true };

/** The loopback URLs of a handler, which nobody can guess: states hand out credentials. */
export interface HandlerUrls {
  readonly contract: string;
  readonly states: string;
  readonly target: string;
  /** From now on nobody is served there, and nothing of the handler is kept. */
  close(): void;
}

/** The loopback server between the verifier and everything else. */
export interface VerifierProxy {
  open(handler: ProxyHandler): HandlerUrls;
  /** Whether a request of the verifier's is being answered. */
  readonly isBusy: boolean;
  /** A text of the verifier's without our addresses. */
  withoutAddresses(text: string): string;
  close(): Promise<void>;
}

/**
 * Opens the proxy on a free port of 127.0.0.1.
 * @param onActivity called for every request as it comes and as it is answered
 * @throws {SuiteError} when there is no port
 */
export async function openVerifierProxy(onActivity: () => void): Promise<VerifierProxy> {
  const handlers = new Map<string, ProxyHandler>();
  let busy = 0;
  const server = createServer(async (request, response) => {
    busy += 1;
    onActivity();
    try {
      await handle(handlers, request, response);
    } catch {
      // The verifier closed the connection, or sent something that is not JSON.
      response.destroy();
    } finally {
      busy -= 1;
      onActivity();
    }
  });
  // The verifier keeps connections for its next call: closing an idle one could coincide with that call.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new SuiteError('the contract verifier cannot be given a port', { cause }));
    });
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    open(handler) {
      const id = randomUUID();
      handlers.set(id, handler);
      const base = `${origin}/${id}`;
      return {
        contract: `${base}/contract`,
        states: `${base}/states`,
        target: `${base}/target`,
        close: () => void handlers.delete(id),
      };
    },
    get isBusy() {
      return busy > 0;
    },
    withoutAddresses: (text) =>
      text.replaceAll(new RegExp(`${origin}(?:/[0-9a-f-]{36}(?:/target|/states|/contract)?)?`, 'g'), ''),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  handlers: ReadonlyMap<string, ProxyHandler>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, id = '', what, path = ''] =
    /^\/([^/]+)\/(contract|states|target)(.*)$/s.exec(request.url ?? '') ?? [];
  const handler = handlers.get(id);
  const body = await bodyOf(request);
  if (handler && what === 'contract' && handler.contract !== undefined) {
    sendJson(response, 200, handler.contract);
  } else if (handler && what === 'states') {
    const reply = await handler.changeState(stateCall(body));
    // A status from 500 on would be tried again for a second.
    if ('values' in reply) sendJson(response, 200, reply.values);
    else sendJson(response, 400, {});
  } else if (handler && what === 'target') {
    const answer = await handler.exchange({
      method: request.method ?? '',
      path,
      headers: requestHeaders(request.rawHeaders),
      body: body.length === 0 ? null : body,
    });
    relay(response, answer);
  } else {
    sendJson(response, 404, {});
  }
}

function stateCall(body: Buffer): StateCall {
  const call: unknown = JSON.parse(body.toString());
  const params = memberOf(call, 'params');
  return {
    action: memberOf(call, 'action') === 'teardown' ? 'teardown' : 'setup',
    state: String(memberOf(call, 'state') ?? ''),
    params: isObject(params) ? params : {},
  };
}

function relay(response: ServerResponse, answer: RelayAnswer | null): void {
  if (answer === null || !canBeRelayed(answer)) {
    response.destroy();
    return;
  }
  response.sendDate = false;
  response.writeHead(answer.status, [...answerHeaders(answer), 'Content-Length', String(answer.body.length)]);
  response.end(answer.body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
