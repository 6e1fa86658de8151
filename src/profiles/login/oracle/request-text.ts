import type { Open } from './expectation.js';
import { type JsonReading, readJsonTree } from './json-tree.js';

/** Deeper than any honest client nests, and less deep than any parser refuses. */
const DEEP = 32;

/** The body of a request as text that is JSON, but perhaps for trailing commas. */
export interface RequestText extends JsonReading {
  /** It is JSON only without the commas after last members. */
  readonly trailingCommas: boolean;
  readonly open: readonly Open[];
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the bytes of a request.
 * @returns `null` for what is not JSON in UTF-8 (ES-12, CK-17)
 */
export function readRequestText(bytes: Uint8Array): RequestText | null {
  const decoded = decode(bytes);
  if (decoded === null) return null;
  const marked = decoded.startsWith('\ufeff');
  const text = marked ? decoded.slice(1) : decoded;
  const strict = readJsonTree(text);
  const reading = strict ?? (TRAILING_COMMA.test(text) ? readJsonTree(withoutTrailingCommas(text)) : null);
  if (reading === null) return null;
  const open: Open[] = [
    ...(marked ? (['byte order mark'] as const) : []),
    ...(reading.duplicates ? (['duplicate members'] as const) : []),
    ...(reading.depth > DEEP ? (['depth'] as const) : []),
    ...(reading.loneSurrogates ? (['lone surrogates'] as const) : []),
    ...(reading.wildNumbers ? (['numbers out of range'] as const) : []),
  ];
  return { ...reading, trailingCommas: strict === null, open };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

const TRAILING_COMMA = /,[ \t\n\r]*[}\]]/;
const TOKEN = /"(?:[^"\\]|\\.)*"|[ \t\n\r]+|[^"\s,:{}[\]]+|[\s\S]/g;

/** Drops every comma between a value and the end of its object or array, but for those in strings. */
function withoutTrailingCommas(text: string): string {
  const kept: string[] = [];
  /** The place of the comma that the end of an object would make a trailing one. */
  let comma: number | null = null;
  let before = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^[ \t\n\r]/.test(token)) {
      kept.push(token);
      continue;
    }
    if ((token === '}' || token === ']') && comma !== null) kept[comma] = '';
    comma = token === ',' && !['', '{', '[', ',', ':'].includes(before) ? kept.length : null;
    before = token;
    kept.push(token);
  }
  return kept.join('');
}
