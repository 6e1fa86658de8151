import { gzipSync } from 'node:zlib';
import { answers, answersAndCloses, type Behaviour, chunked, coded, OK } from './behaviour.js';
import { onRequestHead } from './raw-server.js';

const gzipped = gzipSync('{"a":1}');

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
    says: /before its answer was complete/,
  },
  {
    name: 'closes before its Content-Length is sent',
    serve: answersAndCloses(`${OK}Content-Length: 10\r\n\r\n{}`),
    outcome: 'reset',
    says: /before its answer was complete/,
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
    says: /switches protocols/,
  },
  {
    name: 'a gzip body cut short',
    serve: coded('gzip', gzipped.subarray(0, gzipped.length - 6)),
    outcome: 'undecoded',
    says: /gzip/,
  },
  { name: 'a gzip body that is none', serve: coded('gzip', Buffer.from('{"a":1}')), outcome: 'undecoded' },
  {
    name: 'an unknown coding',
    serve: coded('rot13', gzipped),
    outcome: 'undecoded',
    says: /unknown .*"rot13"/,
  },
  {
    name: 'a coding with a hostile name',
    serve: coded('\u00e9constructor\u009b31m', gzipped),
    outcome: 'undecoded',
    says: /^[^\u0000-\u001f\u007f-\u009f]*$/,
  },
  {
    name: 'six codings',
    serve: coded('gzip,'.repeat(6), gzipped),
    outcome: 'undecoded',
    says: /more than 5/,
  },
];
