import type { HeaderField } from '../../../text/header-field.js';

/** A request as a target gets it: all that its expectation is derived from. */
export interface SentRequest {
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

/** The values of a header, white space round them taken off as HTTP does. */
export function headerValues({ headers }: SentRequest, name: string): readonly string[] {
  return headers
    .filter(([field]) => field.toLowerCase() === name)
    .map(([, value]) => value.replace(/^[ \t]+|[ \t]+$/g, ''));
}
