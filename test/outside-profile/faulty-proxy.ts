import { buffer } from 'node:stream/consumers';
import { listen, type RunningServer } from './authorization-server.js';

/** What a proxy does wrong to a conforming server; each changes what it is given. */
export interface Fault {
  request?(headers: Record<string, string>): void;
  answer?(
    headers: Record<string, string>,
    members: Record<string, unknown>,
    request: Record<string, string>,
  ): void;
}

/** Headers of one connection, or of a body that may have changed. */
const NOT_PASSED_ON = ['connection', 'keep-alive', 'host', 'content-length', 'transfer-encoding'];

/** Starts a proxy before a server that answers in JSON. */
export function startFaultyProxy(target: string, fault: Fault): Promise<RunningServer> {
  return listen(async (incoming, outgoing) => {
    const sent = passedOn(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    const asked = { ...sent };
    fault.request?.(sent);
    const { method = '', url = '' } = incoming;
    const body = await buffer(incoming);
    const answer = await fetch(target + url, {
      method,
      headers: sent,
      ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
    });
    const headers = passedOn([...answer.headers]);
    const text = await answer.text();
    if (!headers['content-type']?.startsWith('application/json')) {
      outgoing.writeHead(answer.status, headers).end(text);
      return;
    }
    const members: Record<string, unknown> = JSON.parse(text);
    fault.answer?.(headers, members, asked);
    outgoing.writeHead(answer.status, headers).end(JSON.stringify(members));
  });
}

function passedOn(headers: readonly (readonly [name: string, value: string])[]): Record<string, string> {
  return Object.fromEntries(headers.filter(([name]) => !NOT_PASSED_ON.includes(name)));
}
