import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import tls, { type TlsOptions } from 'node:tls';

/** A server that speaks whatever a test makes it speak. */
export interface RawServer {
  readonly port: number;
  /** `http://127.0.0.1:port`, or https. */
  readonly url: string;
  /** Connections so far. */
  readonly connections: number;
  /** What came in on each connection, as Latin-1 text. */
  readonly received: readonly string[];
  /** Bytes that clients took. */
  readonly bytesSent: number;
  /** When no connection is open any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** What the server does with a connection; `received` grows as bytes come in. */
export type Serve = (socket: Socket, connection: { readonly index: number; received: () => string }) => void;

/**
 * Starts a server on 127.0.0.1 and a free port. Errors of its connections are swallowed: clients hang up on it.
 * @param secure certificate and key: the server then speaks TLS
 */
export async function rawServer(serve: Serve, secure?: TlsOptions): Promise<RawServer> {
  const open = new Set<Socket>();
  const received: string[] = [];
  let bytesOfClosed = 0;
  const onConnection = (socket: Socket) => {
    const index = received.push('') - 1;
    open.add(socket);
    socket.on('data', (chunk: Buffer) => {
      received[index] += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      open.delete(socket);
      bytesOfClosed += socket.bytesWritten;
    });
    serve(socket, { index, received: () => received[index] ?? '' });
  };
  const server = secure ? tls.createServer(secure, onConnection) : net.createServer(onConnection);
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    get connections() {
      return received.length;
    },
    received,
    get bytesSent() {
      return [...open].reduce((sum, socket) => sum + socket.bytesWritten, bytesOfClosed);
    },
    async idle() {
      await Promise.all([...open].map((socket) => new Promise((closed) => socket.once('close', closed))));
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Calls `answer` once the head of a request has come in, and again for each further one on the connection. */
export function onRequestHead(answer: (socket: Socket, nth: number) => void): Serve {
  return (socket, { received }) => {
    let answered = 0;
    socket.on('data', () => {
      const heads = received().split('\r\n\r\n').length - 1;
      while (answered < heads) {
        answered += 1;
        answer(socket, answered);
      }
    });
  };
}

/** Writes the same thing for ever, as fast as the client takes it. */
export function writeForEver(socket: Socket, chunk: string | Uint8Array): void {
  const more = () => {
    while (!socket.destroyed && socket.write(chunk)) {
      // the buffer has room
    }
  };
  socket.on('drain', more);
  more();
}

/** Writes a text byte by byte, then its last byte for ever, one every few milliseconds. */
export function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    socket.write(text.charAt(Math.min(at, text.length - 1)));
    at += 1;
  }, 5);
  socket.on('close', () => clearInterval(timer));
}

/** A server that reads no more than the head of a request, says it is too large and hangs up on the rest. */
export function refusesEarly(answer: string): Serve {
  return (socket: Socket) => {
    socket.once('data', () => {
      socket.pause();
      socket.write(answer, () => socket.resetAndDestroy());
    });
  };
}
