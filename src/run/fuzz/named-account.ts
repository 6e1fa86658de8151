/**
 * Whether the bytes of a request name somebody, be it escaped, in UTF-16 or in other letter case: then a refusal
 * may count as a failed login of theirs.
 */
export function namesAccount(bytes: Uint8Array, name: string): boolean {
  const text = Buffer.from(bytes).toString('utf8').replaceAll('\0', '');
  const wanted = plain(name);
  return plain(text).includes(wanted) || (text.includes('\\') && plain(unescaped(text)).includes(wanted));
}

/** The string at a path of a body that is JSON; `undefined`: there is none. */
export function textIn(bytes: Uint8Array, path: readonly string[]): string | undefined {
  try {
    let value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    for (const name of path) value = (value as Record<string, unknown> | null)?.[name];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Without case, accents, white space and what is not seen. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1');
}
