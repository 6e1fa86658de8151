import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { answers, answersAndCloses, type Behaviour, coded, OK } from './behaviour.js';

const gzipped = gzipSync('{"a":1}');

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
