import type { Exchange, FailureKind } from '../http/exchange.js';
import { isLarge } from '../http/request-size.js';

const NO_CONNECTION: readonly FailureKind[] = ['refused', 'unresolved', 'unreachable', 'tls'];
const NO_ANSWER: readonly FailureKind[] = ['reset', 'timeout', 'proxy'];

/** Nothing was sent: there was no connection. */
export function hasNoConnection(exchange: Exchange): boolean {
  return failedBy(exchange, NO_CONNECTION);
}

/** It was sent, and no complete answer came back. */
export function hasNoAnswer(exchange: Exchange): boolean {
  return failedBy(exchange, NO_ANSWER);
}

/**
 * Whether it is sent once more: a fault of the network must not be blamed on the target. A large request is not, where
 * the target may have refused it by hanging up.
 */
export function deservesAnother(exchange: Exchange): boolean {
  return hasNoAnswer(exchange) && !(exchange.failure?.kind === 'reset' && isLarge(exchange.request));
}

function failedBy({ failure }: Exchange, kinds: readonly FailureKind[]): boolean {
  return failure !== null && kinds.includes(failure.kind);
}
