/** Shorter runs cannot hold an escaped secret. */
const RUN = /[A-Za-z0-9+/_-]{24,}/g;
/** Decoded text is searched only if it has escapes: unescaped secrets are found by their own base64. */
const ESCAPE = /\\[u"\\/]|%[0-9A-Fa-f]{2}/;

/** A part of a text that may be the base64 of escaped text. */
export interface Base64Run {
  readonly start: number;
  readonly end: number;
  /** One character for each byte. */
  readonly decoded: string;
}

/**
 * Finds base64 (either alphabet) of texts that contain escapes of JSON or URLs.
 * @param text one character for each byte
 * @returns each run with what it decodes to, once for each of the four characters at which base64 may begin
 */
export function* escapedBase64(text: string): Generator<Base64Run> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    for (const skipped of [0, 1, 2, 3]) {
      const decoded = Buffer.from(run.slice(skipped), 'base64').toString('latin1');
      if (ESCAPE.test(decoded)) yield { start: index, end: index + run.length, decoded };
    }
  }
}
