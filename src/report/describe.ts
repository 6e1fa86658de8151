import type { Exchange } from '../http/exchange.js';
import type { Masker } from '../redaction/masker.js';
import { rememberSecrets } from '../redaction/secrets-of.js';
import { printable } from '../text/printable.js';

/** Characters of a description. */
const LIMIT = 300;
/** Bytes of a body that are masked for the few that are shown. */
const LOOKED_AT = 4096;

const utf8 = new TextDecoder();

/**
 * A request in one line, masked: `POST /api/acme/login (the password is wrong)`.
 * @returns 300 characters at most, no control characters
 */
export function describeRequest(exchange: Exchange, masker: Masker): string {
  rememberSecrets(masker, exchange);
  const { method, path, label } = exchange.request;
  const line = `${method} ${path}${label === '' ? '' : ` (${label})`}`;
  return printable(masker.mask(line), LIMIT);
}

/**
 * An answer in one line, masked: `HTTP 200 application/json {"header":…`; without an answer, why there is none.
 * @returns 300 characters at most, no control characters
 */
export function describeAnswer(exchange: Exchange, masker: Masker): string {
  const { answer, failure } = exchange;
  if (answer === null) return printable(`no answer: ${failure?.message ?? 'it is not known why'}`, LIMIT);
  rememberSecrets(masker, exchange);
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const parts = [
    `HTTP ${answer.status}`,
    type === undefined ? 'without Content-Type' : printable(masker.mask(type), 80),
    answer.body.byteLength === 0 ? '(empty body)' : utf8.decode(masker.maskBytes(answer.body, LOOKED_AT)),
  ];
  return printable(parts.join(' '), LIMIT);
}
