import type { Exchange, OutgoingRequest } from '../http/exchange.js';

/** A request to the same place that does nothing, and is no login: is the target busy just now? */
export function whetherBusy({ facts: _, ...request }: OutgoingRequest): OutgoingRequest {
  return { ...request, method: 'OPTIONS', body: null, label: 'is the target busy?' };
}

/** What a throttled exchange came to, in one phrase. */
export function throttlingOf({ answer, attempts }: Exchange): string {
  const often = attempts === 1 ? 'one attempt' : `${attempts} attempts`;
  return `the target throttles: HTTP ${answer?.status} after ${often}`;
}
