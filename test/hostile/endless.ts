import { brotliCompressSync, gzipSync } from 'node:zlib';
import { answers, answersForEver, type Behaviour, chunked, coded, OK } from './behaviour.js';
import { onRequestHead, writeForEver } from './raw-server.js';

const MIB = 1024 * 1024;

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
