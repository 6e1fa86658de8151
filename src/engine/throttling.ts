import type { Answer, Exchange, OutgoingRequest } from '../http/exchange.js';

/** A request to the same place that does nothing, and is no login: is the target busy just now? */
export function whetherBusy({ facts: _, ...request }: OutgoingRequest): OutgoingRequest {
  return { ...request, method: 'OPTIONS', body: null, label: 'is the target busy?' };
}

/** Whether an answer says that there are too many requests. */
export function isBusy({ status }: Answer): boolean {
  return status === 429;
}

/** Whether an answer says that nobody is there to answer, by a target that crashed or one that is not there just now. */
export function isUnavailable({ status }: Answer): boolean {
  return status === 502 || status === 503 || status === 504;
}

/** What a throttled exchange came to, in one phrase. */
export function throttlingOf({ answer, attempts }: Exchange): string {
  const often = attempts === 1 ? 'one attempt' : `${attempts} attempts`;
  return `the target throttles: HTTP ${answer?.status} after ${often}`;
}

/** Why there is no verdict on a target that answers everything by 502 or 504, in one phrase. */
export function unavailabilityOf({ answer }: Exchange): string {
  return `the target is not available: HTTP ${answer?.status}, as to the good login sent next`;
}
