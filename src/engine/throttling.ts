import type { Answer, Exchange, OutgoingRequest } from '../http/exchange.js';

/** A request to the same endpoint that does nothing and is not a login: is the target busy? */
export function whetherBusy({ facts: _, ...request }: OutgoingRequest): OutgoingRequest {
  return { ...request, method: 'OPTIONS', body: null, label: 'is the target busy?' };
}

/** Whether an answer says that there are too many requests. */
export function isBusy({ status }: Answer): boolean {
  return status === 429;
}

/** Whether an answer comes in place of the target's: it has crashed, or is not available at the moment. */
export function isUnavailable({ status }: Answer): boolean {
  return status === 502 || status === 503 || status === 504;
}

/** The outcome of a throttled exchange, in one phrase. */
export function throttlingOf({ answer, attempts }: Exchange): string {
  const often = attempts === 1 ? 'one attempt' : `${attempts} attempts`;
  return `the target throttles: HTTP ${answer?.status} after ${often}`;
}

/** Why there is no verdict on a target that answers everything by 502 or 504, in one phrase. */
export function unavailabilityOf({ answer }: Exchange): string {
  return `the target is not available: HTTP ${answer?.status}, as to the good login sent next`;
}
