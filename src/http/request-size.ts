import type { OutgoingRequest } from './exchange.js';

/** Bytes above which many servers and gateways refuse a request, in any form. */
export const LARGE_REQUEST = 8 * 1024;

/** Whether the request is one that may be refused for its size, in any form. */
export function isLarge(request: Pick<OutgoingRequest, 'path' | 'headers' | 'body'>): boolean {
  const headers = request.headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  return request.path.length + headers + (request.body?.length ?? 0) > LARGE_REQUEST;
}
