import type { FailureKind } from '../../src/http/exchange.js';
import { onRequestHead, type Serve, writeForEver } from './raw-server.js';

/** A way of misbehaving, and what the client must make of it. */
export interface Behaviour {
  readonly name: string;
  readonly serve: Serve;
  /** The failure's kind, or the answer's status. */
  readonly outcome: FailureKind | number | 'undecoded';
  /** Of the answer, as text. */
  readonly body?: string;
  /** What the failure's message says. */
  readonly says?: RegExp;
}

export const OK = 'HTTP/1.1 200 OK\r\n';

/** Answers every request with these parts, one after another, and keeps the connection. */
export function answers(...parts: readonly (string | Uint8Array)[]): Serve {
  return onRequestHead((socket) => {
    for (const part of parts) socket.write(part);
  });
}

/** Answers and closes. */
export function answersAndCloses(answer: string): Serve {
  return onRequestHead((socket) => socket.end(answer));
}

/** Begins an answer and then writes the same chunk for ever. */
export function answersForEver(head: string, chunk: string): Serve {
  return onRequestHead((socket) => {
    socket.write(head);
    writeForEver(socket, chunk);
  });
}

/** Answers with a body and says that it has this Content-Encoding. */
export function coded(coding: string, body: Uint8Array): Serve {
  return answers(`${OK}Content-Encoding: ${coding}\r\nContent-Length: ${body.byteLength}\r\n\r\n`, body);
}

/** One chunk of a chunked body. */
export function chunked(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}
