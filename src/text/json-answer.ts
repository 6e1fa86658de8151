/** An answer's body, read as RFC 8259 wants it. */
export type JsonAnswer =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | { readonly ok: false; readonly why: string; readonly text: string };

/** Values of an answer: many times those of any login, and no more than the memory of a small machine takes. */
const MAX_VALUES = 100_000;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const lenientUtf8 = new TextDecoder('utf-8');

/**
 * Reads bytes as UTF-8 JSON. A byte order mark before it is skipped (the contract does not judge it);
 * nothing else is forgiven. Never throws.
 *
 * What has more than 100,000 values is not read: parsed, a few MiB of brackets would take a hundred times their size.
 */
export function readJson(body: Uint8Array): JsonAnswer {
  if (body.length === 0) return { ok: false, why: 'the body is empty', text: '' };
  let text: string;
  try {
    text = strictUtf8.decode(body);
  } catch {
    return { ok: false, why: 'the body is not UTF-8', text: lenientUtf8.decode(body) };
  }
  if (hasTooManyValues(body)) return { ok: false, why: `the body has more than ${MAX_VALUES} values`, text };
  try {
    return { ok: true, value: JSON.parse(text), text };
  } catch {
    return { ok: false, why: 'the body is not JSON', text };
  }
}

/** Counts what begins a value after another, or within one; strings are skipped. */
function hasTooManyValues(body: Uint8Array): boolean {
  if (body.length <= MAX_VALUES) return false;
  const [quote, backslash] = [0x22, 0x5c];
  let values = 0;
  let inString = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (inString && byte === backslash) at += 1;
    else if (byte === quote) inString = !inString;
    // , [ {
    else if (!inString && (byte === 0x2c || byte === 0x5b || byte === 0x7b)) {
      values += 1;
      if (values > MAX_VALUES) return true;
    }
  }
  return false;
}
