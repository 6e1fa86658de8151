import type { OutgoingRequest } from './exchange.js';

/** Providers may refuse a date that is some seconds old. */
const FRESH_MS = 1000;

/** Whether a request waited so long that the time in it is no longer the present. */
export function isStale({ freshness }: OutgoingRequest): boolean {
  return freshness !== undefined && Date.now() - freshness.at > FRESH_MS;
}

/** The same request with the time of now; as it is where it cannot be signed again. */
export async function resigned(request: OutgoingRequest): Promise<OutgoingRequest> {
  try {
    return { ...request, ...(await request.freshness?.resign()) };
  } catch {
    return request;
  }
}
