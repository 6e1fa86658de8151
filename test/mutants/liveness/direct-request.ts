import http from 'node:http';

/** A request as it goes out, and nothing else known of it: the battery shares no code with the suite. */
export interface DirectRequest {
  readonly method: string;
  /** Path and query as on the wire. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** Headers that differ from one moment, or one connection, to the next. */
const VOLATILE = ['date', 'connection', 'keep-alive', 'content-length'];

/**
 * Sends a request with node's own client.
 * @returns status, reason phrase, headers but for volatile ones, and the bytes as Latin-1, in one text; or why there is no answer
 */
export function sendDirectly(base: string, request: DirectRequest, agent: http.Agent): Promise<string> {
  return new Promise((resolve) => {
    const { method, path, headers, body } = request;
    const chunked = 'transfer-encoding' in headers;
    const length = body === null || chunked ? {} : { 'content-length': Buffer.byteLength(body) };
    const outgoing = http.request(`${base}${path}`, { method, headers: { ...headers, ...length }, agent });
    if (body === null)
      for (const name of ['content-length', 'transfer-encoding']) outgoing.removeHeader(name);
    outgoing.setTimeout(10_000, () => outgoing.destroy(new Error('no answer within 10 s')));
    outgoing.on('error', (error) => resolve(`no answer: ${error.message}`));
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', (error) => resolve(`no answer: ${error.message}`));
      incoming.on('end', () => {
        const fields = Object.entries(incoming.headers).filter(([name]) => !VOLATILE.includes(name));
        const text = Buffer.concat(chunks).toString('latin1');
        resolve(`${incoming.statusCode} ${incoming.statusMessage} ${JSON.stringify(fields.sort())} ${text}`);
      });
    });
    outgoing.end(body ?? undefined);
  });
}
