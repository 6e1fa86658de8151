import { type HeaderField, headerValues } from '../../../text/header-field.js';

/** A request as a target gets it: all that its expectation is derived from. */
export interface SentRequest {
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

/**
 * The values of a header without the white space around them, as HTTP reads it.
 * @param name in lower case
 */
export function trimmedValues({ headers }: SentRequest, name: string): readonly string[] {
  return headerValues(headers, name).map((value) => value.replace(/^[ \t]+|[ \t]+$/g, ''));
}
