import { type ParseError, parse } from 'jsonc-parser';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A body as text; `null`: it is no UTF-8. A BOM stays. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** The engine's own parser. */
export function parsedByEngine(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** Another parser, by other people, told to be strict. */
export function parsedByLibrary(text: string): Parsed {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors.length === 0 ? { ok: true, value } : { ok: false };
}
