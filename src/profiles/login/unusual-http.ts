import type { HeaderField } from '../../text/header-field.js';

/** Percent-encoding of a character that is cut off, and of nothing. */
export const UNDECODABLE = '%E0%A4%A%zz';

/** What HTTP lets a client send and a server refuse: 411 for chunks, 415 for a coding. */
export const UNUSUAL_FIELDS: readonly (readonly [phrase: string, field: HeaderField])[] = [
  ['sent in chunks', ['Transfer-Encoding', 'chunked']],
  ['sent with Content-Encoding: identity', ['Content-Encoding', 'identity']],
];

/** Adds a parameter that cannot be decoded to a path. */
export function withUndecodableQuery(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}note=${UNDECODABLE}`;
}
