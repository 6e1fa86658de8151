import { EventEmitter } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { MAX_HEADER_LINES, MAX_INTERIM_ANSWERS } from './limits.js';
import { ProtocolFault } from './protocol-fault.js';

/** What was seen of one sending, whatever the HTTP library makes of it. */
export interface TransportTrace {
  connected: boolean;
  /** The connection had served an earlier request. */
  reused: boolean;
  /** Whether any byte of an answer has come. */
  answered: () => boolean;
  /** The final answer's head. */
  response: IncomingMessage | null;
  /** First error of the request, also one that came after the answer's head. */
  error: unknown;
  /** That error came while the answer was not yet whole. */
  cutShort: boolean;
}

/** A sighting of nothing yet. */
export function emptyTrace(): TransportTrace {
  return {
    connected: false,
    reused: false,
    answered: () => false,
    response: null,
    error: null,
    cutShort: false,
  };
}

const guardedSockets = new WeakSet<Socket>();

/**
 * The request object that axios gets in place of node's own, for three reasons. Once the head of an answer is there,
 * an error of the request (a server that answers early and closes makes writing fail) must not lose the answer: its
 * own stream ends or breaks by itself. Axios destroys the request on any error of the socket and so drops a body that
 * has already come: it does not get to see the socket. And node says nothing at all after an unasked-for `101`.
 */
export class GuardedRequest extends EventEmitter {
  readonly #request: ClientRequest;
  readonly #seen: TransportTrace;
  #interim = 0;

  /** @param onResponse gets the final answer's head, as the callback of `http.request` would */
  constructor(request: ClientRequest, seen: TransportTrace, onResponse: (response: IncomingMessage) => void) {
    super();
    this.#request = request;
    this.#seen = seen;
    request.maxHeadersCount = 0; // no silent cut: node drops lines over its limit and says nothing
    request.on('socket', (socket) => this.#watch(socket));
    request.on('information', () => {
      this.#interim += 1;
      if (this.#interim > MAX_INTERIM_ANSWERS)
        this.#refuse(`more than ${MAX_INTERIM_ANSWERS} interim answers`);
    });
    for (const event of ['upgrade', 'connect'] as const) {
      request.on(event, (response, socket) => {
        socket.destroy();
        this.#fail(
          new ProtocolFault(
            'not-http',
            `it turns the connection over to another protocol (HTTP ${response.statusCode})`,
          ),
        );
      });
    }
    request.on('response', (response) => {
      if (response.rawHeaders.length / 2 > MAX_HEADER_LINES) {
        this.#refuse(`the answer has more than ${MAX_HEADER_LINES} header lines`);
        return;
      }
      seen.response = response;
      onResponse(response);
      // answered before the request was read: the connection is of no further use
      response.once('close', () => request.writableFinished || request.destroy());
    });
    request.on('error', (error) => this.#fail(error));
    request.on('close', () => this.emit('close'));
  }

  get destroyed(): boolean {
    return this.#request.destroyed;
  }

  write(data: Uint8Array): boolean {
    return this.#request.write(data);
  }

  end(): void {
    this.#request.end();
  }

  destroy(error?: Error): void {
    this.#request.destroy(error);
  }

  /** Deadlines are kept by the caller: axios only asks to switch the socket's own off. */
  setTimeout(milliseconds: number): void {
    this.#request.setTimeout(milliseconds);
  }

  #watch(socket: Socket): void {
    const seen = this.#seen;
    seen.reused = this.#request.reusedSocket;
    const before = socket.bytesRead;
    seen.answered = () => socket.bytesRead > before;
    if (socket.connecting) {
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
        seen.connected = true;
      });
    } else {
      seen.connected = true;
    }
    if (guardedSockets.has(socket)) return;
    guardedSockets.add(socket);
    socket.on('error', () => {}); // for the moments when node listens to a pooled socket no more
  }

  #refuse(what: string): void {
    const fault = new ProtocolFault('not-http', what);
    this.#fail(fault);
    this.#request.destroy(fault);
  }

  #fail(error: unknown): void {
    const seen = this.#seen;
    seen.error ??= error;
    if (seen.response === null) this.emit('error', error);
    else if (!seen.response.complete) seen.cutShort = true;
  }
}
