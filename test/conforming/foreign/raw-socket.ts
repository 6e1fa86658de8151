import net from 'node:net';
import type { ConformingProvider } from '../conforming.js';
import { esignonService } from '../support/esignon-service.js';
import { listening } from '../support/listening.js';

/** Longer heads are not read. */
const MOST_HEAD = 64 * 1024;

/** esignon-login in the manner of HTTP/1.0: no length, the end of the connection is the end of the answer. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'raw-socket',
    unusual:
      'A bare socket in the manner of HTTP/1.0: no Content-Length, the answer ends with the connection.',
    profiles: ['esignon-login'],
    start: () => {
      const open = new Set<net.Socket>();
      const server = net.createServer((socket) => {
        open.add(socket);
        socket.on('close', () => open.delete(socket));
        socket.on('error', () => socket.destroy());
        serve(socket);
      });
      return listening(server, () => {
        for (const socket of open) socket.destroy();
      });
    },
  },
];

function serve(socket: net.Socket): void {
  let received = Buffer.alloc(0);
  let continued = false;
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) {
      if (received.length > MOST_HEAD) socket.end('HTTP/1.0 431 Too Large\r\n\r\n');
      return;
    }
    const head = received.subarray(0, end).toString('latin1');
    const length = Number(/^content-length:\s*(\d+)/im.exec(head)?.[1] ?? 0);
    if (/^expect:/im.test(head) && !continued) {
      continued = true;
      socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    }
    if (received.length < end + 4 + length) return;
    socket.removeAllListeners('data');
    socket.end(answer(head, received.subarray(end + 4, end + 4 + length)));
  });
}

function answer(head: string, body: Buffer): string {
  const [line = '', ...fields] = head.split('\r\n');
  const [method, target = ''] = line.split(' ');
  const company = /^\/api\/([^/?]+)\/login(?:\?|$)/.exec(target)?.[1];
  const type = fields.find((field) => /^content-type:/i.test(field)) ?? '';
  if (company === undefined) return 'HTTP/1.0 404 Not Found\r\nContent-Type: text/html\r\n\r\n<h1>404</h1>';
  if (method !== 'POST') return 'HTTP/1.0 501 Not Implemented\r\n\r\n';
  if (!/json/i.test(type)) return 'HTTP/1.0 400 Bad Request\r\n\r\n';
  const { status, body: value } = esignonService('login', decodeURIComponent(company), body);
  return `HTTP/1.0 ${status} ${status === 200 ? 'OK' : 'Bad'}\r\ncontent-type:application/json\r\n\r\n${JSON.stringify(value)}`;
}
