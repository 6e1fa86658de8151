/**
 * A text as a part of a path or query: UTF-8, everything percent-encoded but RFC 3986's unreserved characters. What
 * `encodeURIComponent` leaves as it is besides those, URL parsers of some servers rewrite, and a signature is over the
 * path as it was sent.
 */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${hexOf(character)}`);
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}

/** The text that a percent-encoded part means as UTF-8; `null`: it is not the encoding of any. */
export function percentDecoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
