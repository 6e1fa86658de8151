import type { OutgoingRequest } from './exchange.js';

/** Age from which a date is renewed: providers may refuse one that is some seconds old. */
const MAX_AGE_MS = 1000;

/** Whether a request waited so long that the date in it is out of date. */
export function isStale({ freshness }: OutgoingRequest): boolean {
  return freshness !== undefined && Date.now() - freshness.at > MAX_AGE_MS;
}

/** The same request with the current date; unchanged if it cannot be signed again. */
export async function resigned(request: OutgoingRequest): Promise<OutgoingRequest> {
  try {
    return { ...request, ...(await request.freshness?.resign()) };
  } catch {
    return request;
  }
}
