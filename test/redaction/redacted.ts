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

/** What tests write down: plain text where the product takes redacted text alone. */
export type Plain<T> = T extends RedactedText
  ? string
  : T extends (...parameters: never) => unknown
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Plain<T[Key]> }
        : T;
