import type { RedactedExchange } from '../redaction/redacted-exchange.js';
import { headerValue } from '../text/header-field.js';
import { printable } from '../text/printable.js';

/** Characters of a description. */
const LIMIT = 300;
/** Bytes of a body that are decoded for the few that are shown. */
const LOOKED_AT = 4096;

const utf8 = new TextDecoder();

/**
 * A request in one line: `POST /api/acme/login (the password is wrong)`.
 * @returns 300 characters at most, no control characters
 */
export function describeRequest({ request }: RedactedExchange): string {
  const { method, path, label } = request;
  return printable(`${method} ${path}${label === '' ? '' : ` (${label})`}`, LIMIT);
}

/**
 * An answer in one line: `HTTP 200 application/json {"header":…`; without an answer, why there is none.
 * @returns 300 characters at most, no control characters
 */
export function describeAnswer({ answer, failure }: RedactedExchange): string {
  if (answer === null) return printable(`no answer: ${failure?.message ?? 'unknown reason'}`, LIMIT);
  const { status, headers, body } = answer;
  const type = headerValue(headers, 'content-type');
  const parts = [
    `HTTP ${status}`,
    type === undefined ? 'without Content-Type' : printable(type, 80),
    body.size === 0 ? '(empty body)' : utf8.decode(body.shown.subarray(0, LOOKED_AT)),
  ];
  return printable(parts.join(' '), LIMIT);
}
