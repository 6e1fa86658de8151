import type { Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { FailureKind } from '../../src/exchange/exchange.js';
import { drip, onRequestHead, type Serve, writeForEver } from './raw-server.js';

/** A way of misbehaving, and what the client must make of it. */
export interface Behaviour {
  readonly name: string;
  readonly serve: Serve;
  /** The failure's kind, or the answer's status. */
  readonly outcome: FailureKind | number;
  /** Of the answer, as text. */
  readonly body?: string;
  /** What the failure's message says. */
  readonly says?: RegExp;
}

const OK = 'HTTP/1.1 200 OK\r\n';
const MIB = 1024 * 1024;

const answers = (...parts: readonly (string | Uint8Array)[]): Serve =>
  onRequestHead((socket) => {
    for (const part of parts) socket.write(part);
  });

const answersAndCloses = (...parts: readonly (string | Uint8Array)[]): Serve =>
  onRequestHead((socket) => {
    socket.end(Buffer.concat(parts.map((part) => Buffer.from(part))));
  });

const answersForEver = (head: string, chunk: string): Serve =>
  onRequestHead((socket) => {
    socket.write(head);
    writeForEver(socket, chunk);
  });

const coded = (coding: string, body: Uint8Array): Serve =>
  answers(`${OK}Content-Encoding: ${coding}\r\nContent-Length: ${body.byteLength}\r\n\r\n`, body);

const chunked = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

const gzipped = gzipSync('{"a":1}');

/** Nothing comes, or too little, or too slowly: only the deadline ends it. To be run with a short one. */
export const NEVER_ENDING: readonly Behaviour[] = [
  { name: 'accepts and never answers', serve: () => {}, outcome: 'timeout', says: /sent no answer/ },
  {
    name: 'drips its headers',
    serve: onRequestHead((socket) => drip(socket, `${OK}X: xxxxxxxxxx`)),
    outcome: 'timeout',
    says: /no whole head/,
  },
  {
    name: 'drips its body',
    serve: onRequestHead((socket) => {
      socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\nffffff\r\n`);
      drip(socket, '{');
    }),
    outcome: 'timeout',
    says: /no whole body/,
  },
  {
    name: 'sends one interim answer and no other',
    serve: answers('HTTP/1.1 100 Continue\r\n\r\n'),
    outcome: 'timeout',
    says: /no whole head/,
  },
  {
    name: 'sends less than its Content-Length and keeps the connection open',
    serve: answers(`${OK}Content-Length: 10\r\n\r\n{}`),
    outcome: 'timeout',
    says: /no whole body/,
  },
];

/** More than anyone wants: ended by the limits. */
export const ENDLESS: readonly Behaviour[] = [
  {
    name: 'an endless body in chunks',
    serve: answersForEver(`${OK}Transfer-Encoding: chunked\r\n\r\n`, chunked('x'.repeat(64 * 1024))),
    outcome: 'too-large',
  },
  {
    name: 'an endless body until the connection closes',
    serve: answersForEver(`${OK}\r\n`, 'x'.repeat(64 * 1024)),
    outcome: 'too-large',
  },
  {
    name: 'a body of ten gigabytes, as announced',
    serve: answersForEver(`${OK}Content-Length: 10000000000\r\n\r\n`, 'x'.repeat(64 * 1024)),
    outcome: 'too-large',
  },
  { name: 'endless headers', serve: answersForEver(OK, 'X-More: and more\r\n'), outcome: 'not-http' },
  {
    name: 'one endless header line',
    serve: answersForEver(`${OK}X-More: `, 'x'.repeat(1024)),
    outcome: 'not-http',
    says: /more than 65536 bytes/,
  },
  {
    name: 'an endless status line',
    serve: answersForEver('HTTP/1.1 200 ', 'O'.repeat(1024)),
    outcome: 'not-http',
    says: /more than 65536 bytes/,
  },
  {
    name: 'endless trailers',
    serve: answersForEver(`${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n`, 'X-More: and more\r\n'),
    outcome: 'not-http',
  },
  {
    name: 'an endless chunk extension',
    serve: answersForEver(`${OK}Transfer-Encoding: chunked\r\n\r\n1;`, 'x'.repeat(1024)),
    outcome: 'not-http',
  },
  {
    name: 'a flood of 100 Continue',
    serve: onRequestHead((socket) => writeForEver(socket, 'HTTP/1.1 100 Continue\r\n\r\n')),
    outcome: 'not-http',
    says: /more than 100 interim answers/,
  },
  {
    name: 'more than a thousand short header lines',
    serve: answers(`${OK}${'a:b\r\n'.repeat(1500)}Content-Length: 0\r\n\r\n`),
    outcome: 'not-http',
    says: /more than 1000 header lines/,
  },
  {
    name: 'a zip bomb',
    serve: coded('gzip', gzipSync(Buffer.alloc(64 * MIB))),
    outcome: 'too-large',
    says: /unpacks to more than/,
  },
  {
    name: 'a brotli bomb',
    serve: coded('br', brotliCompressSync(Buffer.alloc(64 * MIB))),
    outcome: 'too-large',
  },
  {
    name: 'a zip bomb within a zip',
    serve: coded('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(64 * MIB)))),
    outcome: 'too-large',
  },
];

/** Broken off, or no HTTP at all. */
export const BROKEN: readonly Behaviour[] = [
  {
    name: 'resets at once',
    serve: (socket) => socket.resetAndDestroy(),
    outcome: 'reset',
    says: /without an answer/,
  },
  { name: 'closes without an answer', serve: onRequestHead((socket) => socket.end()), outcome: 'reset' },
  {
    name: 'closes in the middle of its headers',
    serve: answersAndCloses(`${OK}Content-Ty`),
    outcome: 'reset',
    says: /before its answer was whole/,
  },
  {
    name: 'closes before its Content-Length is sent',
    serve: answersAndCloses(`${OK}Content-Length: 10\r\n\r\n{}`),
    outcome: 'reset',
    says: /before its answer was whole/,
  },
  {
    name: 'closes before its last chunk',
    serve: answersAndCloses(`${OK}Transfer-Encoding: chunked\r\n\r\n${chunked('{}')}`),
    outcome: 'reset',
  },
  {
    name: 'resets in the middle of a body that ends with the connection',
    serve: onRequestHead((socket) => {
      socket.write(`${OK}\r\n{"a":`, () => setTimeout(() => socket.resetAndDestroy(), 20));
    }),
    outcome: 'reset',
  },
  { name: 'garbage', serve: answersAndCloses('\u0000\u0001garbage\r\n\r\n'), outcome: 'not-http' },
  { name: 'HTTP/0.9', serve: answersAndCloses('<html>hello</html>'), outcome: 'not-http' },
  { name: 'another protocol', serve: answersAndCloses('SSH-2.0-OpenSSH_9.2\r\n'), outcome: 'not-http' },
  {
    name: 'a status of four digits',
    serve: answersAndCloses('HTTP/1.1 2000 OK\r\n\r\n'),
    outcome: 'not-http',
  },
  {
    name: 'a header with a NUL',
    serve: answersAndCloses(`${OK}X-A: a\u0000b\r\nContent-Length: 0\r\n\r\n`),
    outcome: 'not-http',
  },
  {
    name: 'a header with a bare CR',
    serve: answersAndCloses(`${OK}X-A: a\rX-B: b\r\nContent-Length: 0\r\n\r\n`),
    outcome: 'not-http',
  },
  {
    name: 'two Content-Lengths that differ',
    serve: answersAndCloses(`${OK}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} `),
    outcome: 'not-http',
  },
  {
    name: 'a negative Content-Length',
    serve: answersAndCloses(`${OK}Content-Length: -1\r\n\r\n`),
    outcome: 'not-http',
  },
  {
    name: 'a chunk size that is no number',
    serve: answers(`${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`),
    outcome: 'not-http',
  },
  {
    name: 'an upgrade that nothing asked for',
    serve: answers('HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: upgrade\r\n\r\n'),
    outcome: 'not-http',
    says: /another protocol/,
  },
  {
    name: 'a gzip body cut short',
    serve: coded('gzip', gzipped.subarray(0, gzipped.length - 6)),
    outcome: 'bad-encoding',
    says: /gzip/,
  },
  { name: 'a gzip body that is none', serve: coded('gzip', Buffer.from('{"a":1}')), outcome: 'bad-encoding' },
  {
    name: 'an unknown coding',
    serve: coded('rot13', gzipped),
    outcome: 'bad-encoding',
    says: /unknown .*"rot13"/,
  },
  {
    name: 'a coding with a hostile name',
    serve: coded('\u00e9constructor\u009b31m', gzipped),
    outcome: 'bad-encoding',
    says: /^[^\u0000-\u001f\u007f-\u009f]*$/,
  },
  {
    name: 'six codings',
    serve: coded('gzip,'.repeat(6), gzipped),
    outcome: 'bad-encoding',
    says: /more than 5/,
  },
];

/** Odd, but an answer. */
export const ODD: readonly Behaviour[] = [
  {
    name: 'HTTP/1.0 without a length, until it closes',
    serve: answersAndCloses('HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n{"a":1}'),
    outcome: 200,
    body: '{"a":1}',
  },
  {
    name: 'Connection: close',
    serve: answersAndCloses(`${OK}Connection: close\r\nContent-Length: 7\r\n\r\n{"a":1}`),
    outcome: 200,
    body: '{"a":1}',
  },
  {
    name: 'chunks, extensions and trailers',
    serve: answers(
      `${OK}transfer-encoding: chunked\r\n\r\n2;x=y\r\n{"\r\n`,
      `5\r\na":1}\r\n0\r\nX-Trailer: end\r\n\r\n`,
    ),
    outcome: 200,
    body: '{"a":1}',
  },
  {
    name: 'interim answers before the final one',
    serve: answers(
      'HTTP/1.1 100 Continue\r\n\r\n',
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n',
      `${OK}Content-Length: 7\r\n\r\n{"a":1}`,
    ),
    outcome: 200,
    body: '{"a":1}',
  },
  {
    name: 'more than its Content-Length',
    serve: answers(`${OK}Content-Length: 7\r\n\r\n{"a":1}and more`),
    outcome: 200,
    body: '{"a":1}',
  },
  {
    name: 'two answers at once',
    serve: answers(`${OK}Content-Length: 7\r\n\r\n{"a":1}HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n`),
    outcome: 200,
    body: '{"a":1}',
  },
  {
    name: '204 with a body',
    serve: answers('HTTP/1.1 204 No Content\r\n\r\n{"a":1}'),
    outcome: 204,
    body: '',
  },
  {
    name: 'a status no one knows',
    serve: answers('HTTP/1.1 999 \r\nContent-Length: 0\r\n\r\n'),
    outcome: 999,
    body: '',
  },
  {
    name: 'a redirect to itself',
    serve: answers('HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n'),
    outcome: 302,
  },
  {
    name: 'a header smuggled in by CR LF',
    serve: answers(`${OK}X-A: a\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n`),
    outcome: 200,
  },
  { name: 'gzip', serve: coded('gzip', gzipped), outcome: 200, body: '{"a":1}' },
  { name: 'x-gzip', serve: coded('X-GZIP', gzipped), outcome: 200, body: '{"a":1}' },
  { name: 'deflate', serve: coded('deflate', deflateSync('{"a":1}')), outcome: 200, body: '{"a":1}' },
  {
    name: 'deflate without its header',
    serve: coded('deflate', deflateRawSync('{"a":1}')),
    outcome: 200,
    body: '{"a":1}',
  },
  { name: 'brotli', serve: coded('br', brotliCompressSync('{"a":1}')), outcome: 200, body: '{"a":1}' },
  {
    name: 'codings on top of each other',
    serve: coded('gzip, identity, br', brotliCompressSync(gzipped)),
    outcome: 200,
    body: '{"a":1}',
  },
  {
    name: 'codings in two header lines',
    serve: answers(
      `${OK}Content-Encoding: gzip\r\nContent-Encoding: br\r\n`,
      `Content-Length: ${brotliCompressSync(gzipped).length}\r\n\r\n`,
      brotliCompressSync(gzipped),
    ),
    outcome: 200,
    body: '{"a":1}',
  },
  {
    name: 'a Content-Encoding without a body',
    serve: answers(`${OK}Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n`),
    outcome: 200,
    body: '',
  },
];

/** A server that reads no more than the head of a request, says it is too large and hangs up on the rest. */
export function refusesEarly(answer: string): Serve {
  return (socket: Socket) => {
    socket.once('data', () => {
      socket.pause();
      socket.write(answer, () => socket.resetAndDestroy());
    });
  };
}
