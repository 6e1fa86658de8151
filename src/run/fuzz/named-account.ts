/**
 * Tells whether the bytes of a request name somebody, be it escaped, in UTF-16 or in other letter case: then a refusal
 * may count as a failed login of theirs.
 * @param name of the account
 */
export function accountSpotter(name: string): (bytes: Uint8Array) => boolean {
  const wanted = plain(name);
  return (bytes) => {
    const text = decoder.decode(bytes);
    if (text.includes(name)) return true;
    const seen = text.replaceAll('\0', '');
    return plain(seen).includes(wanted) || (seen.includes('\\') && plain(unescaped(seen)).includes(wanted));
  };
}

const decoder = new TextDecoder('utf-8');

/** Longer bodies hold no credential that an answer could show, but for those of the login they were made of. */
const LONGEST_READ = 4_096;

/** The values of a body, read as any parser would; `undefined` for what is no JSON, or very long. */
export function looselyRead(bytes: Uint8Array): unknown {
  if (bytes.byteLength > LONGEST_READ) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

/** The string at a path of a JSON value; `undefined`: there is none. */
export function textIn(value: unknown, path: readonly string[]): string | undefined {
  let at: unknown = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return typeof at === 'string' ? at : undefined;
}

/** Without case, accents, white space and what is not seen. */
function plain(text: string): string {
  const ascii = /^[\x21-\x7e]*$/.test(text);
  const bare = ascii
    ? text
    : text.normalize('NFKD').replace(/[\p{M}\s\p{Default_Ignorable_Code_Point}]/gu, '');
  return bare.toLowerCase();
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1');
}
