import type { Exchange } from './exchange.js';

/** "HTTP 500", or why there is no answer. */
export function describeStatus(exchange: Exchange): string {
  if (exchange.answer) return `HTTP ${exchange.answer.status}`;
  return `no answer: ${exchange.failure?.message ?? 'unknown failure'}`;
}
