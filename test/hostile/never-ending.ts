import { answers, type Behaviour, OK } from './behaviour.js';
import { drip, onRequestHead } from './raw-server.js';

/** Nothing comes, or too little, or too slowly: only the deadline ends it. To be run with a short one. */
export const NEVER_ENDING: readonly Behaviour[] = [
  { name: 'accepts and never answers', serve: () => {}, outcome: 'timeout', says: /sent no answer/ },
  {
    name: 'drips its headers',
    serve: onRequestHead((socket) => drip(socket, `${OK}X: xxxxxxxxxx`)),
    outcome: 'timeout',
    says: /did not complete the headers/,
  },
  {
    name: 'drips its body',
    serve: onRequestHead((socket) => {
      socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\nffffff\r\n`);
      drip(socket, '{');
    }),
    outcome: 'timeout',
    says: /did not complete the body/,
  },
  {
    name: 'sends one interim answer and no other',
    serve: answers('HTTP/1.1 100 Continue\r\n\r\n'),
    outcome: 'timeout',
    says: /did not complete the headers/,
  },
  {
    name: 'sends less than its Content-Length and keeps the connection open',
    serve: answers(`${OK}Content-Length: 10\r\n\r\n{}`),
    outcome: 'timeout',
    says: /did not complete the body/,
  },
];
