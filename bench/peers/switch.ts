import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

/** Where a switch sends what comes to it. */
export interface Aim {
  /** Base URL. */
  readonly url: string;
  /** Path and query below it. Default: that of the request. */
  readonly path?: string;
}

/** A loopback server whose address stays the same while the provider that it relays to changes. */
export interface Switch {
  readonly url: string;
  aim(aim: Aim): void;
  close(): Promise<void>;
}

/** Headers of one connection alone (RFC 9110 section 7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host']);

/** Opens a switch on a free port; it relays bytes as they are, and breaks off where its provider does. */
export async function openSwitch(): Promise<Switch> {
  let current: Aim | null = null;
  const server = http.createServer((request, response) => {
    if (current) relay(request, response, current);
    else response.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    aim(aim) {
      current = aim;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function relay(request: IncomingMessage, response: ServerResponse, { url, path = request.url }: Aim): void {
  const { request: send } = url.startsWith('https:') ? https : http;
  const onward = send(`${url}${path}`, {
    method: request.method ?? 'POST',
    headers: Object.fromEntries(endToEnd(request.rawHeaders)),
    agent: false,
    rejectUnauthorized: false,
  });
  const breakOff = () => response.destroy();
  onward.on('error', breakOff);
  onward.on('response', (answer) => {
    answer.on('error', breakOff);
    try {
      response.writeHead(answer.statusCode ?? 500, answer.statusMessage, endToEnd(answer.rawHeaders).flat());
      answer.pipe(response);
    } catch {
      breakOff();
    }
  });
  request.pipe(onward);
}

function endToEnd(raw: readonly string[]): (readonly [string, string])[] {
  const pairs = Array.from(
    { length: raw.length / 2 },
    (_, at) => [raw[at * 2] ?? '', raw[at * 2 + 1] ?? ''] as const,
  );
  return pairs.filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
}
