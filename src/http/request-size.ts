import type { OutgoingRequest } from './exchange.js';

/** Bytes above which a request may be answered 413 (414, 431 for its headers) in any form. */
const LARGE_REQUEST = 16 * 1024;

/** Whether the request is one that may be refused for its size, in any form. */
export function isLarge(request: OutgoingRequest): boolean {
  const headers = request.headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  return request.path.length + headers + (request.body?.length ?? 0) > LARGE_REQUEST;
}
