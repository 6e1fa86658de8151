import type { OutgoingRequest } from './exchange.js';

/** Providers may refuse a date that is some seconds old. */
const FRESH_MS = 1000;

/** Whether a request waited so long that the time in it is no longer the present. */
export function isStale({ stamp }: OutgoingRequest): boolean {
  return stamp !== undefined && Date.now() - stamp.at > FRESH_MS;
}

/** The same request with the time of now; as it is where it cannot be signed again. */
export async function renewed(request: OutgoingRequest): Promise<OutgoingRequest> {
  try {
    return { ...request, ...(await request.stamp?.renew()) };
  } catch {
    return request;
  }
}
