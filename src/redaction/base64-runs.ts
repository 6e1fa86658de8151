/** Shorter ones hold no escaped secret. */
const RUN = /[A-Za-z0-9+/_-]{24,}/g;
/** What base64 must decode to for a search in it: what holds no escapes is found by its own base64 already. */
const ESCAPE = /\\[u"\\/]|%[0-9A-Fa-f]{2}/;

/** A stretch of a text that may be base64 of escaped text. */
export interface Base64Run {
  readonly start: number;
  readonly end: number;
  /** One character a byte. */
  readonly decoded: string;
}

/**
 * Finds base64 (either alphabet) of texts with escapes of JSON or URLs in them.
 * @param text one character a byte
 * @returns each with what it decodes to, once for every character that it may begin at
 */
export function* escapedBase64(text: string): Generator<Base64Run> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    for (const skipped of [0, 1, 2, 3]) {
      const decoded = Buffer.from(run.slice(skipped), 'base64').toString('latin1');
      if (ESCAPE.test(decoded)) yield { start: index, end: index + run.length, decoded };
    }
  }
}
