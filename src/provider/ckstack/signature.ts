import { createHmac } from 'node:crypto';
import { type Call, headerOf } from '../http/call.js';

export const SIGNATURE_DIGEST = 'sha256';
export const SIGNATURE_ENCODING = 'base64';
/** What is signed, in the placeholders of the fixtures file. */
export const MESSAGE_TEMPLATE = '{method}\n{path}\n{date}\n{service}';

/** The two parts of `H-Authorization: Open <api_key>:<signature>`. */
export interface Authorization {
  readonly apiKey: string;
  readonly signature: string;
}

/**
 * Reads `H-Authorization`; the scheme's case is ignored, as RFC 9110, section 11.1 has it.
 * @returns undefined when it is missing, of another scheme or of another form
 */
export function parseAuthorization(value: string): Authorization | undefined {
  const [, apiKey, signature] = /^open +([^\s:]+):(\S+)$/i.exec(value) ?? [];
  return apiKey && signature ? { apiKey, signature } : undefined;
}

/**
 * The signature that a request must carry: an HMAC over what is sent on the wire (the path with any prefix and
 * the query, the headers as sent, a missing one as the empty string).
 */
export function signatureOf(call: Call): string {
  const values: Readonly<Record<string, string>> = {
    method: call.method,
    path: call.target,
    date: headerOf(call, 'h-date'),
    service: headerOf(call, 'ck-service'),
  };
  const message = MESSAGE_TEMPLATE.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return createHmac(SIGNATURE_DIGEST, call.accounts.ckstack.secret)
    .update(message, 'utf8')
    .digest(SIGNATURE_ENCODING);
}
