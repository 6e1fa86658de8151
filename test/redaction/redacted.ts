import type { Exchange } from '../../src/http/exchange.js';
import type { RedactedExchange, RedactedText } from '../../src/redaction/redacted-exchange.js';
import { createRedactor } from '../../src/redaction/redactor.js';

/** A text as a finding holds it, of a run without secrets. */
export function redactedText(text: string): RedactedText {
  return createRedactor().text(text);
}

/** An exchange as reports get it, of a run without secrets but the exchange's own. */
export function redacted(exchange: Exchange): RedactedExchange {
  return createRedactor().redact(exchange);
}
