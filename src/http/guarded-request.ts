import { EventEmitter } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { MAX_HEADER_LINES, MAX_INTERIM_ANSWERS } from './limits.js';
import { ProtocolFault } from './protocol-fault.js';

/** What happened during one attempt, whatever the HTTP library makes of it. */
export interface TransportTrace {
  connected: boolean;
  /** The connection had served an earlier request. */
  reused: boolean;
  /** A forward proxy got the request itself, and not only the bytes of a tunnel. */
  forwarded: boolean;
  /** The connection is encrypted. */
  secure: boolean;
  /** Whether any byte of an answer has arrived. */
  answered: () => boolean;
  /** The head of the final answer. */
  response: IncomingMessage | null;
  /** First error of the request, also after the head of the answer. */
  error: unknown;
  /** That error came before the answer was complete. */
  cutShort: boolean;
}

/** The trace of an attempt that has not begun. */
export function emptyTrace(): TransportTrace {
  return {
    connected: false,
    reused: false,
    forwarded: false,
    secure: false,
    answered: () => false,
    response: null,
    error: null,
    cutShort: false,
  };
}

const guardedSockets = new WeakSet<Socket>();

/**
 * The request object that axios gets instead of Node's, for three reasons. Once the head of an answer has arrived, an
 * error of the request must not lose the answer: when a server answers early and closes, writing fails, but the stream
 * of the answer still ends or breaks by itself. Axios destroys the request on any error of the socket and so loses a
 * body that has arrived already: it does not get the socket. And Node emits nothing after an unsolicited `101`.
 */
export class GuardedRequest extends EventEmitter {
  readonly #request: ClientRequest;
  readonly #seen: TransportTrace;
  #interim = 0;

  /** @param onResponse gets the head of the final answer, like the callback of `http.request` */
  constructor(request: ClientRequest, seen: TransportTrace, onResponse: (response: IncomingMessage) => void) {
    super();
    this.#request = request;
    this.#seen = seen;
    request.maxHeadersCount = 0; // Node would silently drop headers over its limit
    request.on('socket', (socket) => this.#watch(socket));
    request.on('information', () => {
      this.#interim += 1;
      if (this.#interim > MAX_INTERIM_ANSWERS)
        this.#refuse(`more than ${MAX_INTERIM_ANSWERS} interim answers`);
    });
    for (const event of ['upgrade', 'connect'] as const) {
      request.on(event, (response, socket) => {
        socket.destroy();
        this.#fail(new ProtocolFault('not-http', `it switches protocols (HTTP ${response.statusCode})`));
      });
    }
    request.on('response', (response) => {
      if (response.rawHeaders.length / 2 > MAX_HEADER_LINES) {
        this.#refuse(`the answer has more than ${MAX_HEADER_LINES} header lines`);
        return;
      }
      seen.response = response;
      onResponse(response);
      // answered before all of the request was read: the connection cannot be used again
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

  /** The caller keeps the deadline: axios only asks to switch off that of the socket. */
  setTimeout(milliseconds: number): void {
    this.#request.setTimeout(milliseconds);
  }

  #watch(socket: Socket): void {
    const seen = this.#seen;
    seen.reused = this.#request.reusedSocket;
    seen.secure = 'encrypted' in socket;
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
    socket.on('error', () => {}); // there are moments when Node does not listen to a pooled socket
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
