/**
 * A text with its escapes decoded and, for each unit, its offset in the original: a secret is found however it is
 * escaped, and masked in the original. Texts are binary here: each character is one byte of UTF-8.
 */
export interface View {
  readonly text: string;
  /** Offset in the original of each unit, and of the end; `null`: the same offsets. */
  readonly origin: Int32Array | null;
}

/** The escape at this offset: its length and the bytes it encodes; `null`: none. */
type Escape = (
  text: string,
  at: number,
) => { readonly length: number; readonly bytes: readonly number[] } | null;

const SHORT_ESCAPES: Readonly<Record<string, number>> = {
  n: 0x0a,
  t: 0x09,
  r: 0x0d,
  b: 0x08,
  f: 0x0c,
  '"': 0x22,
  '\\': 0x5c,
  '/': 0x2f,
};

/** How deep escapes may be nested: JSON in JSON, JSON in a query. */
const DEPTH = 2;

/** The view of a text as it is. */
export function plainView(text: string): View {
  return { text, origin: null };
}

/** The text as it is and with escapes of JSON or URLs decoded, in any order, two levels deep. */
export function* viewsOf(view: View, depth = DEPTH): Generator<View> {
  yield view;
  if (depth === 0) return;
  if (view.text.includes('\\')) yield* changed(view, decode(view, '\\', jsonEscape), depth);
  if (view.text.includes('%')) yield* changed(view, decode(view, '%', percentEscape), depth);
}

function* changed(before: View, after: View, depth: number): Generator<View> {
  if (after.text.length !== before.text.length) yield* viewsOf(after, depth - 1);
}

/**
 * The text with `\uXXXX` decoded, except quotes and backslashes, so that strings keep their ends: for finding members
 * by name.
 */
export function nameView(view: View): View {
  if (!view.text.includes('\\u')) return view;
  return decode(view, '\\', (text, at) => {
    if (text[at + 1] !== 'u') return null;
    const escape = jsonEscape(text, at);
    return escape?.bytes[0] === 0x22 || escape?.bytes[0] === 0x5c ? null : escape;
  });
}

function decode({ text, origin }: View, mark: string, escapeAt: Escape): View {
  const bytes = Buffer.allocUnsafe(text.length);
  const from = new Int32Array(text.length + 1);
  let length = 0;
  const put = (byte: number, at: number) => {
    bytes[length] = byte;
    from[length] = origin ? (origin[at] ?? 0) : at;
    length += 1;
  };
  for (let at = 0; at < text.length; ) {
    const escape = text[at] === mark ? escapeAt(text, at) : null;
    if (escape) {
      for (const byte of escape.bytes) put(byte, at);
      at += escape.length;
      continue;
    }
    put(text.charCodeAt(at), at);
    at += 1;
    // a backslash that begins no escape is skipped with the next character, or `\\\\n` would be read as `\\` `\n`
    if (mark === '\\' && text[at - 1] === mark && at < text.length) {
      put(text.charCodeAt(at), at);
      at += 1;
    }
  }
  from[length] = origin ? (origin[text.length] ?? 0) : text.length;
  return { text: bytes.toString('latin1', 0, length), origin: from.subarray(0, length + 1) };
}

function jsonEscape(text: string, at: number): ReturnType<Escape> {
  const letter = text[at + 1] ?? '';
  const short = SHORT_ESCAPES[letter];
  if (short !== undefined) return { length: 2, bytes: [short] };
  const unit = letter === 'u' ? hexAt(text, at + 2, 4) : null;
  if (unit === null) return null;
  const low =
    unit >= 0xd800 && unit < 0xdc00 && text.startsWith('\\u', at + 6) ? hexAt(text, at + 8, 4) : null;
  if (low !== null && low >= 0xdc00 && low < 0xe000) {
    return { length: 12, bytes: utf8(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)) };
  }
  return { length: 6, bytes: utf8(unit) };
}

function percentEscape(text: string, at: number): ReturnType<Escape> {
  const byte = hexAt(text, at + 1, 2);
  return byte === null ? null : { length: 3, bytes: [byte] };
}

function hexAt(text: string, at: number, digits: number): number | null {
  const hex = text.slice(at, at + digits);
  return hex.length === digits && /^[0-9a-f]+$/i.test(hex) ? Number.parseInt(hex, 16) : null;
}

function utf8(codePoint: number): readonly number[] {
  return codePoint < 0x80 ? [codePoint] : [...Buffer.from(String.fromCodePoint(codePoint), 'utf8')];
}
