import type { Exchange } from './exchange.js';

/** "HTTP 500", or why there is no answer. */
export function describeStatus(exchange: Exchange): string {
  if (exchange.answer) return `HTTP ${exchange.answer.status}`;
  return `no answer: ${exchange.failure?.message ?? 'unknown failure'}`;
}

/** The status as a kind of deviation: `http-401`, `http-3xx`, `http-5xx`, `no-answer`. */
export function statusKind({ answer }: Exchange): string {
  if (!answer) return 'no-answer';
  const { status } = answer;
  return (status >= 300 && status < 400) || status >= 500
    ? `http-${Math.floor(status / 100)}xx`
    : `http-${status}`;
}
